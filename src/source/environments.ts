/**
 * Which definitions belong to which environment.
 *
 * @module
 */

import type { Definition } from "../model/mod.ts";
import type { DrySource } from "./dry_source.ts";
import type { Environment } from "./render_config.ts";

/**
 * Selects what belongs to an environment.
 *
 * An object belongs to it when its file lies under one of the environment's
 * paths and its namespace is among the environment's namespaces; what the
 * environment leaves out does not restrict. Objects without a namespace belong
 * to every environment, but a Namespace belongs where its name is listed.
 *
 * @param source The dry source.
 * @param environment One of its environments.
 * @returns The definitions, in the order of the dry source.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readDrySource } from "./read_dry_source.ts";
 * const text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: dev}\n";
 * const source = readDrySource({ files: [{ path: "a.yaml", text }], findings: [] });
 * const prod = { name: "prod", branch: "rendered/prod", namespaces: ["prod"] };
 * assertEquals(selectEnvironment(source, prod), []);
 * ```
 */
export function selectEnvironment(
  source: DrySource,
  environment: Environment,
): readonly Definition[] {
  const { paths } = environment;
  const namespaces = environment.namespaces && new Set(environment.namespaces);
  return source.definitions.filter((definition) =>
    (paths === undefined || paths.some((path) => isUnder(definition, path))) &&
    (namespaces === undefined || isIn(definition, namespaces))
  );
}

function isUnder({ origin }: Definition, path: string): boolean {
  return origin.file === path || origin.file.startsWith(`${path}/`);
}

function isIn(
  { manifest }: Definition,
  namespaces: ReadonlySet<string>,
): boolean {
  if (manifest.apiVersion === "v1" && manifest.kind === "Namespace") {
    return namespaces.has(manifest.metadata.name);
  }
  const { namespace } = manifest.metadata;
  return namespace === undefined || namespaces.has(namespace);
}
