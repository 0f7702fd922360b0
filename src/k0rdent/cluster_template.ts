/**
 * ClusterTemplate: a chart that makes clusters.
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

const clusterTemplateSpec = z.strictObject({
  helm: helmSpec.check((context) => {
    if (context.value.chartSource === undefined) return;
    context.issues.push({
      code: "custom",
      input: context.value,
      path: ["chartSource"],
      message: ".spec.helm.chartSource is not supported for ClusterTemplates",
    });
  }),
  providers: z.array(z.string()).default([]),
  providerContracts: stringMap.default({}),
  k8sVersion: z.string().exactOptional(),
});

/** The spec of a ClusterTemplate; defaults filled in. */
export type ClusterTemplateSpec = z.infer<typeof clusterTemplateSpec>;

/** The kind ClusterTemplate. */
export const CLUSTER_TEMPLATE: Kind<ClusterTemplateSpec> = {
  group: K0RDENT_GROUP,
  kind: "ClusterTemplate",
  spec: clusterTemplateSpec,
};

/**
 * What a ClusterTemplate names.
 *
 * @param template The template.
 * @returns The source of its chart, or its HelmChart.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const template = {
 *   spec: CLUSTER_TEMPLATE.spec.parse({ helm: { chartSpec: { chart: "aws-standalone-cp" } } }),
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "ClusterTemplate",
 *     metadata: { name: "aws", namespace: "team" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(clusterTemplateReferences(template), []);
 * ```
 */
export function clusterTemplateReferences(
  template: Declared<ClusterTemplateSpec>,
): Reference[] {
  return helmReferences(template.spec.helm, {
    namespace: template.manifest.metadata.namespace ?? "",
    field: ["spec", "helm"],
  });
}
