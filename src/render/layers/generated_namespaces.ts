/**
 * The namespaces that applied objects need and nobody declares.
 *
 * @module
 */

import { identityOf, type Manifest, type Origin } from "../../model/mod.ts";
import type { Scope } from "../scope.ts";
import { PRUNE, SERVER_SIDE_APPLY } from "../safety.ts";
import { isApplied, isClusterDeployment } from "./declared_objects.ts";
import type { LayerContents } from "./layer_content.ts";

/** Namespaces that every Kubernetes cluster has. */
const ALWAYS_THERE: ReadonlySet<string> = new Set([
  "default",
  "kube-node-lease",
  "kube-public",
  "kube-system",
]);

/**
 * Adds the namespaces that nobody declares. Where such a namespace exists
 * already it is left as it is, and none is ever deleted.
 *
 * @param scope The definitions.
 * @param layers The layers, all other objects in place.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * import { emptyLayers } from "./layer_content.ts";
 * const layers = emptyLayers();
 * addGeneratedNamespaces(demoScope(), layers);
 * assertEquals(layers.namespaces.applied[0]?.manifest.metadata.name, "prod");
 * ```
 */
export function addGeneratedNamespaces(
  scope: Scope,
  layers: LayerContents,
): void {
  const used = new Map<string, Origin>();
  for (const { manifest, origin } of usersOfNamespaces(scope, layers)) {
    const { namespace } = manifest.metadata;
    if (namespace === undefined || ALWAYS_THERE.has(namespace)) continue;
    if (!used.has(namespace)) used.set(namespace, origin);
  }
  for (const name of [...used.keys()].sort()) {
    const identity = { group: "", kind: "Namespace", namespace: "", name };
    if (scope.inventory.find(identity) !== undefined) continue;
    const origin = used.get(name) as Origin;
    layers.namespaces.applied.push({ manifest: bareNamespace(name), origin });
  }
}

/** Objects with errors are among them: they stay on the branch as they are. */
function* usersOfNamespaces(
  scope: Scope,
  layers: LayerContents,
): Generator<{ readonly manifest: Manifest; readonly origin: Origin }> {
  for (const definition of scope.inventory.all.values()) {
    const isCluster = isClusterDeployment(identityOf(definition.manifest));
    if (isCluster || isApplied(scope, definition)) yield definition;
  }
  for (const { applied } of Object.values(layers)) yield* applied;
}

/**
 * A namespace that is made where there is none, and never changed or deleted.
 *
 * @param name Its name.
 * @returns The namespace.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(bareNamespace("prod").metadata.name, "prod");
 * ```
 */
export function bareNamespace(name: string): Manifest {
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: {
      name,
      annotations: { [PRUNE]: "disabled", [SERVER_SIDE_APPLY]: "IfNotPresent" },
    },
  };
}
