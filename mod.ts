/**
 * k0render as a library: from k0rdent definitions to the files of a rendered
 * tree, in memory.
 *
 * @example From definitions to paths
 * ```ts
 * import { assert } from "@std/assert";
 * import {
 *   EMPTY_TREE,
 *   prepareEnvironment,
 *   prepareSource,
 *   readBuiltInTemplates,
 *   readPreviousBranch,
 *   renderEnvironment,
 * } from "./mod.ts";
 *
 * const text = `
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ClusterDeployment
 * metadata: {name: edge, namespace: prod}
 * spec:
 *   template: adopted-cluster-1-0-2
 *   credential: edge
 *   config: {}
 * ---
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: Credential
 * metadata: {name: edge, namespace: prod}
 * spec:
 *   identityRef: {apiVersion: v1, kind: Secret, name: edge, namespace: prod}
 * `;
 * const prepared = prepareSource(
 *   { files: [{ path: "edge.yaml", text }], findings: [] },
 *   { builtIn: await readBuiltInTemplates() },
 * );
 * const { config } = prepared;
 * assert(config !== undefined);
 * const [environment] = config.environments;
 * assert(environment !== undefined);
 * const ready = prepareEnvironment(prepared, config, environment);
 * const entries = renderEnvironment(ready, {
 *   previous: readPreviousBranch(EMPTY_TREE),
 * });
 * const paths = [...entries].map((entry) => entry.path);
 * assert(paths.includes("clusters/prod/edge/kustomization.yaml"));
 * ```
 *
 * @module
 */

export * from "./src/model/mod.ts";
export {
  type LocatedFinding,
  locateFindings,
  type Location,
  type Overrides,
  type PreparedEnvironment,
  type PreparedSource,
  prepareEnvironment,
  prepareSource,
  readBuiltInTemplates,
  renderEnvironment,
  type RenderEnvironmentOptions,
  VERSION,
} from "./src/service/mod.ts";
export {
  type DryFile,
  type DrySource,
  type DryTree,
  type Environment,
  readDrySource,
  type RenderConfig,
} from "./src/source/mod.ts";
export {
  EMPTY_TREE,
  type PreviousBranch,
  type PreviousTree,
  type Provenance,
  readPreviousBranch,
  type TreeEntry,
  type TreeReport,
} from "./src/tree/mod.ts";
export { emitYaml, parseYaml } from "./src/yaml/mod.ts";
