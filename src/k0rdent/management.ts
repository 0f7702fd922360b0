/**
 * Management: what the management cluster consists of.
 *
 * @module
 */

import { z } from "zod";
import { componentFields, componentReferences } from "./components.ts";
import { objectName } from "./fields.ts";
import {
  type Declared,
  K0RDENT_GROUP,
  k0rdentObject,
  type Kind,
  type Reference,
} from "./kind.ts";

/** The name of the only Management, and of the only AccessManagement. */
export const SINGLETON_NAME = "kcm";

const managementSpec = z.strictObject({
  ...componentFields,
  release: objectName,
  cleanup: z.strictObject({
    capiProviderCRDs: z.boolean().exactOptional(),
    k0rdentCRDs: z.boolean().exactOptional(),
  }).exactOptional(),
});

/** The spec of a Management; defaults filled in. */
export type ManagementSpec = z.infer<typeof managementSpec>;

/** The kind Management. */
export const MANAGEMENT: Kind<ManagementSpec> = {
  group: K0RDENT_GROUP,
  kind: "Management",
  spec: managementSpec,
};

/**
 * What a Management names.
 *
 * @param management The Management.
 * @returns Its Release, and the ProviderTemplates of its own.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const management = {
 *   spec: MANAGEMENT.spec.parse({ release: "kcm-1-11-0" }),
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "Management",
 *     metadata: { name: "kcm" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(managementReferences(management)[0]?.to.kind, "Release");
 * ```
 */
export function managementReferences(
  { spec }: Declared<ManagementSpec>,
): Reference[] {
  return [
    { to: k0rdentObject("Release", spec.release), field: ["spec", "release"] },
    ...componentReferences(spec),
  ];
}
