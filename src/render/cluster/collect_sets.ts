/**
 * All ServiceSets of a cluster: its own, and those of MultiClusterServices.
 *
 * @module
 */

import {
  type ClusterDeploymentSpec,
  type Declared,
  kcmHas,
  type MultiClusterServiceSpec,
  selectsCluster,
} from "../../k0rdent/mod.ts";
import {
  type Definition,
  type Finding,
  formatIdentity,
  hasErrors,
  type Identity,
  identityKey,
  identityOf,
  makeFinding,
} from "../../model/mod.ts";
import { RENDER_RULES } from "../rules.ts";
import type { Scope } from "../scope.ts";
import { collectServiceSet } from "../services/collect_service_set.ts";
import { deliversByFlux } from "../services/delivered_objects.ts";
import { deliveredObjects } from "../services/delivered_objects.ts";
import { providerState } from "../services/provider.ts";
import { type ServiceSet, sharedSetName } from "../services/service_set.ts";
import type { DeliveredSet } from "./cluster_inputs.ts";
import { settleReleases } from "./release_conflicts.ts";
import { effectiveLabels } from "./effective_labels.ts";

/** The ServiceSets of a cluster. */
export interface CollectedSets {
  readonly delivered: readonly DeliveredSet[];
  /** Objects of ServiceSets that cannot be rendered or wait. */
  readonly retained: readonly Identity[];
  /** What is wrong with the cluster's own services. */
  readonly findings: readonly Finding[];
  /** What is wrong with those of MultiClusterServices. */
  readonly sharedFindings: readonly Finding[];
}

/**
 * Collects the ServiceSets of a cluster.
 *
 * What is wrong with a MultiClusterService does not stop the cluster: the
 * objects that it has on the branch stay as they are.
 *
 * @param scope The definitions.
 * @param deployment The ClusterDeployment.
 * @returns The ServiceSets.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoCluster, demoScope } from "../_demo.ts";
 * const { delivered } = collectSets(demoScope(), demoCluster());
 * assertEquals(delivered.map(({ set }) => set.name), ["eu1"]);
 * ```
 */
export function collectSets(
  scope: Scope,
  deployment: Declared<ClusterDeploymentSpec>,
): CollectedSets {
  const { name, namespace = "" } = deployment.manifest.metadata;
  const labels = effectiveLabels(deployment.manifest, scope.config);
  const delivered: DeliveredSet[] = [];
  const retained: Identity[] = [];
  const sharedFindings: Finding[] = [];
  const own = collectServiceSet(scope, {
    owner: deployment,
    name,
    namespace,
    cluster: name,
  });
  add(own.set, deployment);
  for (const definition of scope.multiClusterServices) {
    const multiClusterService = definition.manifest.metadata.name;
    const shared = {
      name: sharedSetName(name, multiClusterService),
      namespace,
      cluster: name,
    };
    const service = readable(scope, definition);
    const selected = service === undefined ||
      selectsCluster(service.spec, labels);
    const set = service && selected
      ? collectServiceSet(scope, {
        ...shared,
        owner: service,
        multiClusterService,
      })
      : undefined;
    sharedFindings.push(...set?.findings ?? []);
    if (service && set && !hasErrors(set.findings)) {
      add(set.set, service);
    } else if (selected || keepsServices(scope, service)) {
      retained.push(...deliveredObjects(scope.config, shared, definition));
    }
  }
  if (deliversByFlux(scope.config)) {
    const settled = settleReleases(delivered);
    sharedFindings.push(...settled.findings);
    delivered.splice(0, delivered.length, ...settled.sets);
  }
  return { delivered, retained, findings: own.findings, sharedFindings };

  function add(set: ServiceSet, owner: Declared<unknown>): void {
    const objects = deliveredObjects(scope.config, set, owner);
    const { isSveltos, isSuspended } = providerState(scope, set.provider.name);
    if (isSveltos && isSuspended) retained.push(...objects);
    if (!isSveltos) sharedFindings.push(foreignProvider(set, owner));
    delivered.push({
      set,
      owner: identityOf(owner.manifest),
      origin: owner.origin,
      isDelivered: isSveltos && !isSuspended,
      objects,
    });
  }
}

/** Whether services stay where the selector does not match any more. */
function keepsServices(
  { config }: Scope,
  service: Declared<MultiClusterServiceSpec> | undefined,
): boolean {
  return service?.spec.keepServicesOnSelectorMismatch === true &&
    kcmHas(config.kcmVersion, "keptServices");
}

function readable(
  scope: Scope,
  { manifest }: Definition,
): Declared<MultiClusterServiceSpec> | undefined {
  return scope.broken.has(identityKey(identityOf(manifest)))
    ? undefined
    : scope.inventory.multiClusterServices.get(manifest.metadata.name);
}

function foreignProvider(
  set: ServiceSet,
  { manifest, origin }: Declared<unknown>,
): Finding {
  const object = identityOf(manifest);
  return makeFinding(
    RENDER_RULES["render/foreign-provider"],
    `The services of ${
      formatIdentity(object)
    } go to provider "${set.provider.name}", which makes no Sveltos Profiles`,
    { object, place: { origin, field: ["spec", "serviceSpec", "provider"] } },
  );
}
