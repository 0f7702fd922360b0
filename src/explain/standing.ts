/**
 * What an object has to do with others.
 *
 * @module
 */

import { inventoryReferences, selectsCluster } from "../k0rdent/mod.ts";
import { type Identity, identityKey, identityOf } from "../model/mod.ts";
import type { Standing } from "./explanation.ts";
import type { ExplainInput } from "./subject.ts";

/**
 * Who names an object, which clusters it selects, what copies there are.
 *
 * @param input What the dry source is rendered from.
 * @param object The object.
 * @returns What it has to do with others.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { identityOf } from "../model/mod.ts";
 * const input = demoScope();
 * const { manifest } = known(input.inventory.credentials.get("prod/docker"));
 * assertEquals(standingOf(input, identityOf(manifest)).namedBy.length, 1);
 * ```
 */
export function standingOf(
  { inventory }: ExplainInput,
  object: Identity,
): Standing {
  const key = identityKey(object);
  const selector = object.kind === "MultiClusterService"
    ? inventory.multiClusterServices.get(object.name)
    : undefined;
  const namedBy = [...inventoryReferences(inventory)]
    .filter(({ to }) => identityKey(to) === key)
    .map(({ from, field }) => ({
      object: identityOf(from.manifest),
      place: { origin: from.origin, field },
    }));
  const selects = selector === undefined
    ? []
    : [...inventory.clusterDeployments].filter(([, { manifest }]) =>
      selectsCluster(selector.spec, manifest.metadata.labels ?? {})
    ).map(([cluster]) => cluster);
  const copies = [...inventory.all.values()]
    .filter(({ copied }) => copied && identityKey(copied.from) === key)
    .map(({ manifest }) => identityOf(manifest));
  return { namedBy, selects, copies };
}
