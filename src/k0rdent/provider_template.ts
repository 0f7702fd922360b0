/**
 * ProviderTemplate: a chart that installs a Cluster API provider.
 *
 * @module
 */

import { z } from "zod";
import { stringMap } from "./fields.ts";
import { helmReferences, helmSpec } from "./helm_spec.ts";
import {
  type Declared,
  K0RDENT_GROUP,
  type Kind,
  type Reference,
} from "./kind.ts";

const providerTemplateSpec = z.strictObject({
  helm: helmSpec.check((context) => {
    if (context.value.chartSource === undefined) return;
    context.issues.push({
      code: "custom",
      input: context.value,
      path: ["chartSource"],
      message: ".spec.helm.chartSource is not supported for ProviderTemplates",
    });
  }).exactOptional(),
  providers: z.array(z.string()).default([]),
  capiContracts: stringMap.default({}),
});

/** The spec of a ProviderTemplate; defaults filled in. */
export type ProviderTemplateSpec = z.infer<typeof providerTemplateSpec>;

/** The kind ProviderTemplate. */
export const PROVIDER_TEMPLATE: Kind<ProviderTemplateSpec> = {
  group: K0RDENT_GROUP,
  kind: "ProviderTemplate",
  spec: providerTemplateSpec,
};

/**
 * What a ProviderTemplate names.
 *
 * @param template The template.
 * @param systemNamespace The namespace of k0rdent's own objects, where KCM
 * looks for the source.
 * @returns The source of its chart, or its HelmChart.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const template = {
 *   spec: PROVIDER_TEMPLATE.spec.parse({ helm: { chartSpec: { chart: "capi" } } }),
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "ProviderTemplate",
 *     metadata: { name: "capi" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(providerTemplateReferences(template, "kcm-system"), []);
 * ```
 */
export function providerTemplateReferences(
  { spec }: Declared<ProviderTemplateSpec>,
  systemNamespace: string,
): Reference[] {
  return spec.helm === undefined ? [] : helmReferences(spec.helm, {
    namespace: systemNamespace,
    field: ["spec", "helm"],
  });
}
