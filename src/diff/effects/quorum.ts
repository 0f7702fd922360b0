/**
 * What a rollout of a control plane means for its quorum.
 *
 * @module
 */

import { getPath, type Manifest } from "../../model/mod.ts";

/** Kinds whose machines are etcd members. */
const ON_MACHINES: ReadonlySet<string> = new Set([
  "K0sControlPlane",
  "KubeadmControlPlane",
]);

/**
 * Warns of control planes that a rollout takes down.
 *
 * @param controlPlane The control plane, as it is to be.
 * @returns The warnings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const controlPlane = {
 *   apiVersion: "controlplane.cluster.x-k8s.io/v1beta2",
 *   kind: "K0sControlPlane",
 *   metadata: { name: "eu1-cp" },
 *   spec: { replicas: 3 },
 * };
 * assertEquals(quorumWarnings(controlPlane), []);
 * ```
 */
export function quorumWarnings(controlPlane: Manifest): readonly string[] {
  const { kind } = controlPlane;
  const replicas = Number(getPath(controlPlane, ["spec", "replicas"]) ?? 1);
  if (kind === "K0smotronControlPlane") {
    return replicas === 1
      ? ["One pod only: the API is down while it is replaced"]
      : [];
  }
  if (!ON_MACHINES.has(kind)) return [];
  if (replicas === 1) {
    return [
      "One controller only: the API is down meanwhile, and etcd can lose its quorum for good",
    ];
  }
  return replicas % 2 === 0
    ? [
      `${replicas} controllers: etcd has no majority to spare while one of them is replaced`,
    ]
    : [];
}
