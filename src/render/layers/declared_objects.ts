/**
 * What the dry source declares beside ClusterDeployments, by layer.
 *
 * @module
 */

import { K0RDENT_GROUP, SOURCE_GROUP } from "../../k0rdent/mod.ts";
import { getPath, identityKey, identityOf } from "../../model/mod.ts";
import type { Scope } from "../scope.ts";
import { appliedObject, type LayerContents } from "./layer_content.ts";
import { layerOf } from "./layer_of.ts";

/** Where sources name their Secrets. */
const SECRET_FIELDS = ["secretRef", "certSecretRef", "proxySecretRef"];

/**
 * Adds what is declared to the layers. k0rdent objects are applied where KCM
 * runs, and are for review elsewhere; objects with errors stay as they are.
 *
 * @param scope The definitions.
 * @param layers The layers to fill.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * import { emptyLayers } from "./layer_content.ts";
 * const layers = emptyLayers();
 * addDeclaredObjects(demoScope(), layers);
 * assertEquals(layers.templates.review.length, 2);
 * ```
 */
export function addDeclaredObjects(scope: Scope, layers: LayerContents): void {
  const sourceSecrets = secretsOfSources(scope);
  for (const definition of scope.inventory.all.values()) {
    const identity = identityOf(definition.manifest);
    if (isClusterDeployment(identity)) continue;
    const layer = layerOf(identity, sourceSecrets);
    const content = layers[layer];
    if (scope.broken.has(identityKey(identity))) {
      content.retained.push(identity);
    } else if (isApplied(scope, identity.group)) {
      content.applied.push(appliedObject(definition, layer));
    } else content.review.push(definition);
  }
}

function isClusterDeployment(
  { group, kind }: { readonly group: string; readonly kind: string },
): boolean {
  return group === K0RDENT_GROUP && kind === "ClusterDeployment";
}

function isApplied({ config }: Scope, group: string): boolean {
  return group !== K0RDENT_GROUP || config.applyLevel === "k0rdent";
}

/** `namespace/name` of all Secrets that sources cannot do without. */
function secretsOfSources({ inventory, sources }: Scope): Set<string> {
  const secrets = new Set<string>();
  const declared = [...inventory.all.values()].filter(({ manifest }) =>
    manifest.apiVersion.startsWith(`${SOURCE_GROUP}/`)
  );
  for (const { manifest } of [...declared, ...sources.generated]) {
    for (const field of SECRET_FIELDS) {
      const name = getPath(manifest, ["spec", field, "name"]);
      if (typeof name === "string") {
        secrets.add(`${manifest.metadata.namespace ?? ""}/${name}`);
      }
    }
  }
  return secrets;
}
