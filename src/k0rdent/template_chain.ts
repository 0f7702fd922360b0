/**
 * ClusterTemplateChain and ServiceTemplateChain: which upgrades are allowed.
 *
 * @module
 */

import { z } from "zod";
import {
  type Declared,
  K0RDENT_GROUP,
  k0rdentObject,
  type Kind,
  type Reference,
} from "./kind.ts";
import { uniqueBy } from "./unique.ts";

const templateChainSpec = z.strictObject({
  supportedTemplates: z.array(z.strictObject({
    name: z.string(),
    availableUpgrades: z.array(z.strictObject({
      name: z.string(),
      version: z.string().exactOptional(),
    })).default([]),
  })).check(uniqueBy(["name"])).default([]),
});

/** The spec of a template chain; defaults filled in. */
export type TemplateChainSpec = z.infer<typeof templateChainSpec>;

/** The kind ClusterTemplateChain. */
export const CLUSTER_TEMPLATE_CHAIN: Kind<TemplateChainSpec> = {
  group: K0RDENT_GROUP,
  kind: "ClusterTemplateChain",
  spec: templateChainSpec,
};

/** The kind ServiceTemplateChain. */
export const SERVICE_TEMPLATE_CHAIN: Kind<TemplateChainSpec> = {
  group: K0RDENT_GROUP,
  kind: "ServiceTemplateChain",
  spec: templateChainSpec,
};

/**
 * The templates that a chain names.
 *
 * @param chain The chain.
 * @returns Its supported templates, in its namespace.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const chain = {
 *   spec: { supportedTemplates: [{ name: "dns-1", availableUpgrades: [] }] },
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "ServiceTemplateChain",
 *     metadata: { name: "dns", namespace: "team" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(templateChainReferences(chain)[0]?.to.kind, "ServiceTemplate");
 * ```
 */
export function templateChainReferences(
  chain: Declared<TemplateChainSpec>,
): Reference[] {
  const { kind, metadata } = chain.manifest;
  return chain.spec.supportedTemplates.map(({ name }, index) => ({
    to: k0rdentObject(
      kind.slice(0, -"Chain".length),
      name,
      metadata.namespace ?? "",
    ),
    field: ["spec", "supportedTemplates", index, "name"],
  }));
}
