/**
 * What the templates of a dry source ask for, in all its environments.
 *
 * @module
 */

import { distribute, takeInventory } from "../../k0rdent/mod.ts";
import type { Finding } from "../../model/mod.ts";
import {
  chartRequests,
  type TemplateRequest,
  type TemplateRequests,
} from "../../render/mod.ts";
import { type Environment, selectEnvironment } from "../../source/mod.ts";
import { requestKey } from "../../templates/helm/lock/mod.ts";
import type { PreparedSource } from "../prepare.ts";

/**
 * Collects what the templates of environments ask for.
 *
 * @param prepared The dry source.
 * @param environments The environments to look at; left out, all.
 * @returns Each request once, and what is wrong with templates.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { prepareSource } from "../prepare.ts";
 * const prepared = prepareSource({ files: [], findings: [] }, { builtIn: new Map() });
 * assertEquals(collectRequests(prepared).requests, []);
 * ```
 */
export function collectRequests(
  prepared: PreparedSource,
  environments: readonly Environment[] = prepared.config?.environments ?? [],
): TemplateRequests {
  const { config, library, source } = prepared;
  const requests = new Map<string, TemplateRequest>();
  const findings: Finding[] = [];
  if (config === undefined) return { requests: [], findings };
  for (const environment of environments) {
    const { inventory } = takeInventory(
      selectEnvironment(source, environment),
      {
        systemNamespace: config.systemNamespace,
        kcmVersion: config.kcmVersion,
      },
    );
    const asked = chartRequests({
      inventory: distribute(inventory),
      config,
      library,
    });
    findings.push(...asked.findings);
    for (const each of asked.requests) {
      const key = requestKey(each.request);
      if (!requests.has(key)) requests.set(key, each);
    }
  }
  return { requests: [...requests.values()], findings };
}
