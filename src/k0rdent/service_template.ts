/**
 * ServiceTemplate: a chart, kustomization or set of manifests for clusters.
 *
 * @module
 */

import { z } from "zod";
import { oneOf } from "./exclusive.ts";
import { helmReferences, helmSpec } from "./helm_spec.ts";
import {
  type Declared,
  K0RDENT_GROUP,
  type Kind,
  type Reference,
} from "./kind.ts";
import { serviceHelmOptions } from "./service_helm_options.ts";
import { sourceReferences, sourceSpec } from "./source_spec.ts";

const serviceTemplateSpec = z.strictObject({
  helm: helmSpec.exactOptional(),
  kustomize: sourceSpec.exactOptional(),
  resources: sourceSpec.exactOptional(),
  helmOptions: serviceHelmOptions.exactOptional(),
  version: z.string().exactOptional(),
  k8sConstraint: z.string().exactOptional(),
}).check(oneOf(["helm", "kustomize", "resources"], {
  several: "Helm, Kustomize and Resources are mutually exclusive.",
  none: "One of Helm, Kustomize, or Resources must be specified.",
}));

/** The spec of a ServiceTemplate; defaults filled in. */
export type ServiceTemplateSpec = z.infer<typeof serviceTemplateSpec>;

/** The kind ServiceTemplate. */
export const SERVICE_TEMPLATE: Kind<ServiceTemplateSpec> = {
  group: K0RDENT_GROUP,
  kind: "ServiceTemplate",
  spec: serviceTemplateSpec,
};

/**
 * What a ServiceTemplate names.
 *
 * @param template The template.
 * @returns The source of its chart or files, or its HelmChart.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const template = {
 *   spec: SERVICE_TEMPLATE.spec.parse({
 *     resources: { localSourceRef: { kind: "ConfigMap", name: "manifests" } },
 *   }),
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "ServiceTemplate",
 *     metadata: { name: "base", namespace: "team" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(serviceTemplateReferences(template)[0]?.to.name, "manifests");
 * ```
 */
export function serviceTemplateReferences(
  template: Declared<ServiceTemplateSpec>,
): Reference[] {
  const { helm, kustomize, resources } = template.spec;
  const namespace = template.manifest.metadata.namespace ?? "";
  const references: Reference[] = [];
  if (helm !== undefined) {
    references.push(
      ...helmReferences(helm, { namespace, field: ["spec", "helm"] }),
    );
  }
  for (const [name, source] of Object.entries({ kustomize, resources })) {
    if (source === undefined) continue;
    references.push(
      ...sourceReferences(source, { namespace, field: ["spec", name] }),
    );
  }
  return references;
}
