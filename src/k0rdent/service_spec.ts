/**
 * The services of a ClusterDeployment or MultiClusterService.
 *
 * @module
 */

import { z } from "zod";
import type { FieldPath } from "../model/mod.ts";
import { freeMap, objectName } from "./fields.ts";
import { k0rdentObject, type Reference } from "./kind.ts";
import { serviceHelmOptions } from "./service_helm_options.ts";
import {
  driftExclusion,
  patchSelector,
  policyRef,
  templateResourceRef,
} from "./sveltos_refs.ts";
import { uniqueBy } from "./unique.ts";

/** The namespace that a service is released into where it names none. */
export const DEFAULT_RELEASE_NAMESPACE = "default";

const releaseNamespace = z.string().default(DEFAULT_RELEASE_NAMESPACE)
  .transform((namespace) => namespace || DEFAULT_RELEASE_NAMESPACE);

const service = z.strictObject({
  name: objectName,
  namespace: releaseNamespace,
  template: objectName,
  templateChain: z.string().exactOptional(),
  version: z.string().exactOptional(),
  values: z.string().exactOptional(),
  valuesFrom: z.array(
    z.strictObject({ kind: z.enum(["ConfigMap", "Secret"]), name: z.string() }),
  ).default([]),
  helmOptions: serviceHelmOptions.exactOptional(),
  helmAction: z.enum(["Install", "Uninstall"]).exactOptional(),
  dependsOn: z.array(
    z.strictObject({ name: objectName, namespace: releaseNamespace }),
  ).default([]),
  disable: z.boolean().default(false),
});

const provider = z.strictObject({
  name: z.string().exactOptional(),
  config: freeMap.exactOptional(),
  selfManagement: z.boolean().default(false),
});

const fields = z.strictObject({
  services: z.array(service)
    .check(uniqueBy(["name", "namespace"]))
    .default([]),
  provider: provider.prefault({}),
  syncMode: z.enum([
    "OneTime",
    "Continuous",
    "ContinuousWithDriftDetection",
    "DryRun",
  ]).default("Continuous"),
  templateResourceRefs: z.array(templateResourceRef).exactOptional(),
  policyRefs: z.array(policyRef).exactOptional(),
  driftIgnore: z.array(patchSelector).exactOptional(),
  driftExclusions: z.array(driftExclusion).exactOptional(),
  priority: z.int32().min(1).max(2147483646).default(100),
  stopOnConflict: z.boolean().default(false),
  reload: z.boolean().default(false),
  continueOnError: z.boolean().default(false),
});

/**
 * The services of a cluster. Where it is left out, controllers write an empty
 * one at once, so its defaults always hold.
 */
export const serviceSpec = fields.prefault({});

/** The services of a cluster; defaults filled in. */
export type ServiceSpec = z.infer<typeof fields>;

/** One service; defaults filled in. */
export type Service = z.infer<typeof service>;

/**
 * What the services of a cluster name.
 *
 * @param spec The services.
 * @param namespace Where their templates and chains live.
 * @returns ServiceTemplates, ServiceTemplateChains, values and the
 * StateManagementProvider.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const spec = serviceSpec.parse({ services: [{ name: "dns", template: "dns-1" }] });
 * assertEquals(serviceReferences(spec, "team")[0]?.to.kind, "ServiceTemplate");
 * ```
 */
export function serviceReferences(
  spec: ServiceSpec,
  namespace: string,
): Reference[] {
  const references = spec.services.flatMap((service, index) =>
    referencesOfService(service, {
      namespace,
      field: ["spec", "serviceSpec", "services", index],
    })
  );
  const provider = spec.provider.name ?? "";
  if (provider !== "") {
    references.push({
      to: k0rdentObject("StateManagementProvider", provider),
      field: ["spec", "serviceSpec", "provider", "name"],
    });
  }
  return references;
}

function referencesOfService(
  service: Service,
  options: { readonly namespace: string; readonly field: FieldPath },
): Reference[] {
  const { namespace, field } = options;
  const references: Reference[] = [{
    to: k0rdentObject("ServiceTemplate", service.template, namespace),
    field: [...field, "template"],
  }];
  const chain = service.templateChain ?? "";
  if (chain !== "") {
    references.push({
      to: k0rdentObject("ServiceTemplateChain", chain, namespace),
      field: [...field, "templateChain"],
    });
  }
  service.valuesFrom.forEach(({ kind, name }, index) => {
    references.push({
      to: { group: "", kind, namespace, name },
      field: [...field, "valuesFrom", index, "name"],
    });
  });
  return references;
}
