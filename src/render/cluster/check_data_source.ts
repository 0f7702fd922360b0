/**
 * The data source of a cluster's control plane (kcm-spec 2.5, 2.11).
 *
 * @module
 */

import {
  type ClusterDeploymentSpec,
  type Declared,
  k0rdentObject,
} from "../../k0rdent/mod.ts";
import {
  type FieldPath,
  formatIdentity,
  getPath,
  identityOf,
  type ValueMap,
} from "../../model/mod.ts";
import type { Blame } from "../blame.ts";
import type { Scope } from "../scope.ts";

const SECRET = ["dataSource", "kineDataSourceSecretName"];
const CERTIFICATE = [
  ["dataSource", "caSecret", "name"],
  ["dataSource", "caSecret", "key"],
];

/**
 * Checks that the Secrets of a cluster's data source are known. In the cluster
 * a controller names them, after a schema with a random name; KCM then writes
 * them where they have to stand here.
 *
 * @param scope The definitions.
 * @param deployment The ClusterDeployment.
 * @param blame What is wrong with it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoCluster, demoScope } from "../_demo.ts";
 * import { blameOn } from "../blame.ts";
 * const cluster = demoCluster();
 * const blame = blameOn(cluster);
 * const spec = { ...cluster.spec, dataSource: "postgres" };
 * checkDataSource(demoScope(), { ...cluster, spec }, blame);
 * assertEquals(blame.findings.map(({ rule }) => rule.id), ["render/data-source"]);
 * ```
 */
export function checkDataSource(
  scope: Scope,
  { spec, manifest }: Declared<ClusterDeploymentSpec>,
  blame: Blame,
): void {
  const { dataSource = "", config = {} } = spec;
  if (dataSource === "") return;
  const { namespace = "" } = manifest.metadata;
  const wanted = k0rdentObject("DataSource", dataSource, namespace);
  const declared = scope.inventory.find(wanted)?.manifest;
  const isTrusted =
    getPath(declared, ["spec", "certificateAuthority"]) !== undefined;
  const missing = [SECRET, ...(isTrusted ? CERTIFICATE : [])]
    .filter((path) => !isNamed(config, path));
  if (missing.length === 0) return;
  const hasKcm = scope.config.applyLevel === "k0rdent";
  const fields = missing.map((path) => `config.${path.join(".")}`);
  const what = `spec.${fields.join(" and spec.")}`;
  blame.report(
    ["render/data-source", hasKcm ? "notice" : "error"],
    ["spec", "dataSource"],
    `Cannot render ${
      formatIdentity(identityOf(manifest))
    } with its data source: ${what} ${
      missing.length === 1 ? "is" : "are"
    } known only in the cluster`,
  );
}

function isNamed(config: ValueMap, path: FieldPath): boolean {
  const name = getPath(config, path);
  return typeof name === "string" && name !== "";
}
