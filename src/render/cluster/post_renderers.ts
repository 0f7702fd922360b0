/**
 * What keeps helm-controller from tearing down a cluster out of order.
 *
 * Helm deletes all objects of a release at once, and Cluster API then loses
 * sight of machines and networks that still exist. So all objects but the
 * cluster itself are kept when the release goes: Cluster API takes them down.
 *
 * @module
 */

import type { ValueMap } from "../../model/mod.ts";
import { emitYaml } from "../../yaml/mod.ts";

const KEEP = "helm.sh/resource-policy";

/** Kustomize puts each object's own kind and name in place of these. */
const ANY_OBJECT = { apiVersion: "v1", kind: "Any" };

/** A null would become the text "null" in a map of strings. */
const DO_NOT_KEEP =
  "- op: remove\n  path: /metadata/annotations/helm.sh~1resource-policy\n";

/**
 * The post-renderers of an applied HelmRelease of a cluster. They know the
 * objects by their groups and kinds, so they fit any version of any chart.
 *
 * @returns The field `postRenderers`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(clusterPostRenderers().length, 1);
 * ```
 */
export function clusterPostRenderers(): ValueMap[] {
  return [{
    kustomize: {
      patches: [
        patch({ kind: ".*" }, { annotations: { [KEEP]: "keep" } }),
        {
          target: { group: "cluster.x-k8s.io", kind: "Cluster" },
          patch: DO_NOT_KEEP,
        },
        {
          target: { group: "lib.projectsveltos.io", kind: "SveltosCluster" },
          patch: DO_NOT_KEEP,
        },
        patch(
          { group: "infrastructure.cluster.x-k8s.io", kind: ".*Cluster" },
          { finalizers: null },
        ),
      ],
    },
  }];
}

function patch(target: ValueMap, metadata: ValueMap): ValueMap {
  const object = { ...ANY_OBJECT, metadata: { name: "any", ...metadata } };
  return { target, patch: emitYaml(object) };
}
