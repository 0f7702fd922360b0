/**
 * The values of a service, as a Flux HelmRelease takes them.
 *
 * @module
 */

import type { Service } from "../../k0rdent/mod.ts";
import { isMap, type ValueMap } from "../../model/mod.ts";
import { loadYaml, YamlError } from "../../yaml/mod.ts";
import { type Resolution, resolved, unresolved } from "../resolution.ts";
import { RENDER_RULES } from "../rules.ts";

/**
 * Reads the values of a service. Only Sveltos can fill in the templates that
 * they may hold.
 *
 * @param service The service.
 * @returns The field for the HelmRelease, none without values; or why the
 * values cannot be taken.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const values = releaseValues({ name: "dns", values: "replicas: 2\n" });
 * assertEquals(values, { kind: "resolved", result: { values: { replicas: 2 } } });
 * ```
 */
export function releaseValues(
  { name, values = "" }: Pick<Service, "name" | "values">,
): Resolution<ValueMap> {
  if (values.includes("{{")) {
    return unresolved(
      RENDER_RULES["render/sveltos-template"],
      `Cannot deliver service "${name}" by Flux: its values hold a Sveltos template`,
    );
  }
  try {
    const loaded = loadYaml(values);
    if (loaded === null) return resolved({});
    return isMap(loaded)
      ? resolved({ values: loaded })
      : unreadable(name, "they are not a map");
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return unreadable(name, error.message);
  }
}

function unreadable(name: string, reason: string): Resolution<never> {
  return unresolved(
    RENDER_RULES["render/undeliverable"],
    `Cannot read the values of service "${name}": ${reason}`,
  );
}
