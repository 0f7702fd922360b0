/**
 * Definitions that belong to no environment.
 *
 * @module
 */

import { type Definition, type Finding, makeFinding } from "../model/mod.ts";
import type { DrySource } from "./dry_source.ts";
import { selectEnvironment } from "./environments.ts";
import type { RenderConfig } from "./render_config.ts";
import { SOURCE_RULES } from "./rules.ts";

/**
 * Finds definitions that no environment renders, which nobody would notice.
 *
 * @param source The dry source.
 * @param config Its configuration.
 * @returns A finding for each namespace, at the first of its objects.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readDrySource } from "./read_dry_source.ts";
 * import { DEFAULT_CONFIG } from "./render_config.ts";
 * const text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: dev}\n";
 * const source = readDrySource({ files: [{ path: "a.yaml", text }], findings: [] });
 * const environments = [{ name: "prod", branch: "rendered", namespaces: ["prod"] }];
 * const [finding] = findUnassigned(source, { ...DEFAULT_CONFIG, environments });
 * assertEquals(finding?.message, 'Cannot render 1 object of namespace "dev": no environment has it');
 * ```
 */
export function findUnassigned(
  source: DrySource,
  config: RenderConfig,
): readonly Finding[] {
  const assigned = new Set(
    config.environments.flatMap((each) => selectEnvironment(source, each)),
  );
  const rest = source.definitions.filter((each) => !assigned.has(each));
  return [...Map.groupBy(rest, namespaceOf)].map(([namespace, objects]) =>
    unassigned(namespace, objects)
  );
}

function namespaceOf({ manifest }: Definition): string {
  return manifest.kind === "Namespace" && manifest.apiVersion === "v1"
    ? manifest.metadata.name
    : manifest.metadata.namespace ?? "";
}

function unassigned(
  namespace: string,
  objects: readonly Definition[],
): Finding {
  const count = objects.length === 1 ? "1 object" : `${objects.length} objects`;
  const where = namespace === ""
    ? "without a namespace"
    : `of namespace "${namespace}"`;
  const it = objects.length === 1 ? "it" : "them";
  const [first] = objects;
  return makeFinding(
    SOURCE_RULES["source/no-environment"],
    `Cannot render ${count} ${where}: no environment has ${it}`,
    first === undefined ? {} : { place: { origin: first.origin } },
  );
}
