/**
 * The services of MultiClusterServices on the management cluster itself
 * (kcm-spec 3.1, 3.5).
 *
 * @module
 */

import type { Declared, MultiClusterServiceSpec } from "../../k0rdent/mod.ts";
import {
  type Definition,
  type Finding,
  getPath,
  hasErrors,
  identityKey,
  identityOf,
  type Manifest,
} from "../../model/mod.ts";
import { problemFinding } from "../resolution.ts";
import type { Scope } from "../scope.ts";
import { collectServiceSet } from "../services/collect_service_set.ts";
import {
  deliveredObjects,
  deliversByFlux,
} from "../services/delivered_objects.ts";
import { fluxDelivery } from "../services/flux_delivery.ts";
import { clusterProfile } from "../services/profile.ts";
import { profileDefaults } from "../services/profile_defaults.ts";
import { providerState } from "../services/provider.ts";
import { serviceFindings } from "../services/service_findings.ts";
import {
  MANAGEMENT_CLUSTER,
  type ServiceSet,
  serviceSetManifest,
  sharedSetName,
} from "../services/service_set.ts";
import { appliedObject, type LayerContent } from "./layer_content.ts";

/** The management cluster, as Sveltos knows it under k0rdent. */
const MANAGEMENT_REF = {
  apiVersion: "lib.projectsveltos.io/v1beta1",
  kind: "SveltosCluster",
  namespace: "mgmt",
  name: "mgmt",
};

/**
 * Adds what brings services to the management cluster. Where a
 * MultiClusterService has errors, what it has on the branch stays.
 *
 * @param scope The definitions.
 * @param content The layer to fill.
 * @returns The ServiceSets, which decide on the sources that are needed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * import { emptyLayers } from "./layer_content.ts";
 * assertEquals(addManagementServices(demoScope(), emptyLayers().platform), []);
 * ```
 */
export function addManagementServices(
  scope: Scope,
  content: LayerContent,
): ServiceSet[] {
  return scope.multiClusterServices
    .filter(({ manifest }) => isSelfManaging(manifest))
    .flatMap((definition) => addOne(scope, definition, content));
}

function addOne(
  scope: Scope,
  definition: Definition,
  content: LayerContent,
): ServiceSet[] {
  const declared = readable(scope, definition);
  if (declared === undefined) {
    retain(managementSet(scope, definition.manifest));
    return [];
  }
  const { set, findings } = collectServiceSet(scope, {
    ...managementSet(scope, definition.manifest),
    owner: declared,
  });
  const { isSveltos, isSuspended } = providerState(scope, set.provider.name);
  const delivery = deliver(scope, set, definition);
  const faults = [...findings, ...delivery.findings];
  content.findings.push(...faults);
  if (!isSveltos) return [];
  if (isSuspended || hasErrors(faults)) {
    retain(set);
    return [];
  }
  const { origin } = definition;
  content.review.push({ manifest: serviceSetManifest(set), origin });
  for (const manifest of delivery.objects) {
    const object = { manifest, origin };
    if (scope.config.applyLevel === "k0rdent") content.review.push(object);
    else content.applied.push(appliedObject(object, "platform"));
  }
  return [set];

  function retain(set: Parameters<typeof deliveredObjects>[1]): void {
    const objects = deliveredObjects(scope.config, set, definition);
    content.retained.push(...objects);
  }
}

function deliver(
  scope: Scope,
  set: ServiceSet,
  { manifest, origin }: Definition,
): { objects: Manifest[]; findings: Finding[] } {
  const object = identityOf(manifest);
  if (deliversByFlux(scope.config)) {
    const { objects, problems } = fluxDelivery({
      set,
      prefix: MANAGEMENT_CLUSTER,
      shapes: scope.shapes,
      isLabelled: false,
    });
    return { objects, findings: serviceFindings(problems, { object, origin }) };
  }
  const shape = scope.library.shape("sveltos/clusterprofile");
  const { profile, problems } = clusterProfile(shape, {
    set,
    clusterRef: MANAGEMENT_REF,
    defaults: profileDefaults(scope.config.kcmVersion),
  });
  const findings = serviceFindings(problems, { object, origin });
  if (profile.kind === "resolved") {
    return { objects: [profile.result], findings };
  }
  findings.push(problemFinding(profile.problem, { object, place: { origin } }));
  return { objects: [], findings };
}

function readable(
  scope: Scope,
  { manifest }: Definition,
): Declared<MultiClusterServiceSpec> | undefined {
  return scope.broken.has(identityKey(identityOf(manifest)))
    ? undefined
    : scope.inventory.multiClusterServices.get(manifest.metadata.name);
}

function managementSet(scope: Scope, { metadata }: Manifest) {
  return {
    name: sharedSetName(MANAGEMENT_CLUSTER, metadata.name),
    namespace: scope.config.systemNamespace,
    cluster: "",
    multiClusterService: metadata.name,
  };
}

function isSelfManaging(manifest: Manifest): boolean {
  const path = ["spec", "serviceSpec", "provider", "selfManagement"];
  return getPath(manifest, path) === true;
}
