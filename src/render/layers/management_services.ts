/**
 * The services of MultiClusterServices on the management cluster itself
 * (kcm-spec 3.1, 3.5).
 *
 * @module
 */

import type { Declared, MultiClusterServiceSpec } from "../../k0rdent/mod.ts";
import {
  type Definition,
  getPath,
  hasErrors,
  type Identity,
  identityKey,
  identityOf,
} from "../../model/mod.ts";
import { problemFinding } from "../resolution.ts";
import type { Scope } from "../scope.ts";
import { collectServiceSet } from "../services/collect_service_set.ts";
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
  const { manifest, origin } = definition;
  const name = manifest.metadata.name;
  const retained = clusterProfileIdentity(name);
  const declared = scope.inventory.multiClusterServices.get(name);
  const object = identityOf(manifest);
  if (declared === undefined || scope.broken.has(identityKey(object))) {
    content.retained.push(retained);
    return [];
  }
  const { set, findings } = collect(scope, declared);
  const { isSveltos, isSuspended } = providerState(scope, set.provider.name);
  content.review.push({ manifest: serviceSetManifest(set), origin });
  content.findings.push(...findings);
  if (!isSveltos) return [];
  const { profile, problems } = clusterProfile(
    scope.library.shape("sveltos/clusterprofile"),
    {
      set,
      clusterRef: MANAGEMENT_REF,
      defaults: profileDefaults(scope.config.kcmVersion),
    },
  );
  content.findings.push(...serviceFindings(problems, { object, origin }));
  if (profile.kind === "problem") {
    const place = { origin };
    content.findings.push(problemFinding(profile.problem, { object, place }));
  }
  const isWhole = !hasErrors(findings) && problems.length === 0;
  if (profile.kind === "problem" || !isWhole || isSuspended) {
    content.retained.push(retained);
    return [];
  }
  const made = { manifest: profile.result, origin };
  if (scope.config.applyLevel === "k0rdent") content.review.push(made);
  else content.applied.push(appliedObject(made, "platform"));
  return [set];
}

function collect(
  scope: Scope,
  owner: Declared<MultiClusterServiceSpec>,
) {
  const { name } = owner.manifest.metadata;
  return collectServiceSet(scope, {
    owner,
    name: sharedSetName(MANAGEMENT_CLUSTER, name),
    namespace: scope.config.systemNamespace,
    cluster: "",
    multiClusterService: name,
  });
}

function isSelfManaging(manifest: Definition["manifest"]): boolean {
  const path = ["spec", "serviceSpec", "provider", "selfManagement"];
  return getPath(manifest, path) === true;
}

function clusterProfileIdentity(multiClusterService: string): Identity {
  return {
    group: "config.projectsveltos.io",
    kind: "ClusterProfile",
    namespace: "",
    name: sharedSetName(MANAGEMENT_CLUSTER, multiClusterService),
  };
}
