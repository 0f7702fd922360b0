/**
 * What the dry source declares beside ClusterDeployments, by layer, and what
 * is copied of it.
 *
 * @module
 */

import { K0RDENT_GROUP, SOURCE_GROUP } from "../../k0rdent/mod.ts";
import {
  type Definition,
  getPath,
  groupOf,
  type Identity,
  identityKey,
  identityOf,
} from "../../model/mod.ts";
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
    } else if (isApplied(scope, definition)) {
      content.applied.push(appliedObject(definition, layer));
    } else content.review.push(definition);
  }
}

/**
 * Whether an object is a cluster, which has a unit of its own.
 *
 * @param identity The object.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(!isClusterDeployment({ group: "", kind: "ClusterDeployment" }));
 * ```
 */
export function isClusterDeployment(
  { group, kind }: Pick<Identity, "group" | "kind">,
): boolean {
  return group === K0RDENT_GROUP && kind === "ClusterDeployment";
}

/**
 * Whether Flux is to apply an object of a layer. k0rdent objects are for KCM;
 * where it runs, it makes all copies itself.
 *
 * @param scope The definitions.
 * @param definition The object.
 * @returns Whether it is applied; otherwise it is for review.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { demoScope, known } from "../_demo.ts";
 * const scope = demoScope();
 * const credential = known(scope.inventory.credentials.get("prod/docker"));
 * assert(!isApplied(scope, credential));
 * ```
 */
export function isApplied(
  { config }: Scope,
  definition: Definition,
): boolean {
  const isOurs = groupOf(definition.manifest.apiVersion) !== K0RDENT_GROUP;
  const hasKcm = config.applyLevel === "k0rdent";
  return definition.copied === undefined ? isOurs || hasKcm : isOurs && !hasKcm;
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
