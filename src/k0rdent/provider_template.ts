/**
 * ProviderTemplate: a chart that installs a Cluster API provider.
 *
 * @module
 */

import { z } from "zod";
import { stringMap } from "./fields.ts";
import { helmSpec } from "./helm_spec.ts";
import { K0RDENT_GROUP, type Kind } from "./kind.ts";

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
