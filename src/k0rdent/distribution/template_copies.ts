/**
 * The templates that distributed chains bring along (kcm-spec 5.2).
 *
 * @module
 */

import {
  type Definition,
  type Identity,
  identityOf,
  type Place,
} from "../../model/mod.ts";
import { type Declared, k0rdentObject, objectKey } from "../kind.ts";
import { isManaged } from "../managed.ts";
import { officialTemplate } from "../official_template.ts";
import type { TemplateChainSpec } from "../template_chain.ts";
import { chainFaults } from "../upgrade_paths.ts";
import { type Copies, copyOf } from "./copies.ts";
import { chartRefTo, copiedTemplateSpec } from "./template_copy.ts";

/**
 * Adds the templates of the chains that KCM manages. A template that is not in
 * KCM's namespace is left out; one that k0rdent ships needs no declaration.
 *
 * @param copies The copies to add to; the chains among them count.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "../inventory.ts";
 * import { Copies } from "./copies.ts";
 * const { inventory } = takeInventory([], { systemNamespace: "kcm-system" });
 * const copies = new Copies(inventory);
 * addTemplateCopies(copies);
 * assertEquals(copies.made, []);
 * ```
 */
export function addTemplateCopies(copies: Copies): void {
  for (const chain of managedChains(copies)) {
    if (chainFaults(chain.spec).length > 0) continue;
    const { kind, metadata: { namespace = "" } } = chain.manifest;
    chain.spec.supportedTemplates.forEach(({ name }, index) => {
      const wanted = k0rdentObject(
        kind.slice(0, -"Chain".length),
        name,
        copies.inventory.systemNamespace,
      );
      const field = ["spec", "supportedTemplates", index];
      const by = { origin: chain.origin, field };
      const copy = templateCopy(copies, wanted, { chain, namespace, by });
      if (copy !== undefined) copies.add(copy);
    });
  }
}

/** A chain, and what it is made from if it is a copy: otherwise itself. */
interface ManagedChain extends Declared<TemplateChainSpec> {
  readonly from: Identity;
}

/** Chains outside KCM's namespace that it takes for its own. */
function managedChains({ inventory, made }: Copies): ManagedChain[] {
  const { clusterTemplateChains, serviceTemplateChains } = inventory;
  const declared = [
    ...clusterTemplateChains.values(),
    ...serviceTemplateChains.values(),
  ].filter(({ manifest }) =>
    isManaged(manifest) &&
    manifest.metadata.namespace !== inventory.systemNamespace
  ).map((chain) => ({ ...chain, from: identityOf(chain.manifest) }));
  const copied = made.flatMap(({ manifest, origin, copied }) => {
    const chains = manifest.kind === "ClusterTemplateChain"
      ? clusterTemplateChains
      : manifest.kind === "ServiceTemplateChain"
      ? serviceTemplateChains
      : undefined;
    if (copied === undefined) return [];
    const { from } = copied;
    const source = chains?.get(objectKey(from));
    return source === undefined ? [] : [{ ...source, manifest, origin, from }];
  });
  return [...declared, ...copied];
}

function templateCopy(
  { inventory }: Copies,
  wanted: Identity,
  context: {
    readonly chain: ManagedChain;
    readonly namespace: string;
    readonly by: Place;
  },
): Definition | undefined {
  const { chain, namespace, by } = context;
  const source = inventory.find(wanted);
  if (source !== undefined) {
    const spec = copiedTemplateSpec(source.manifest, namespace);
    return copyOf(source, { namespace, by, fields: { spec } });
  }
  const isOfficial = wanted.kind === "ClusterTemplate" &&
    officialTemplate(wanted.name) !== undefined;
  if (!isOfficial) return undefined;
  const manifest = {
    apiVersion: chain.manifest.apiVersion,
    kind: wanted.kind,
    metadata: { name: wanted.name },
    spec: { helm: { chartRef: chartRefTo(wanted) } },
  };
  const copy = copyOf({ manifest, origin: chain.origin }, { namespace, by });
  return { ...copy, copied: { from: chain.from, by } };
}
