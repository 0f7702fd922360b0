/**
 * Everything that one cluster is rendered from, in one structure.
 *
 * @module
 */

import type { ClusterDeploymentSpec, Declared } from "../../k0rdent/mod.ts";
import type { Identity, Origin, ValueMap } from "../../model/mod.ts";
import type { RenderConfig } from "../../source/mod.ts";
import type { Shape, TemplatePackage } from "../../templates/mod.ts";
import { digestOf, digestText } from "../digest.ts";
import type { ServiceSet, SetService } from "../services/service_set.ts";
import type { ResolvedClusterTemplate } from "../sources/cluster_template.ts";
import type { AddressClaim } from "./address_pool.ts";
import type { ClusterRegion } from "./collect_region.ts";
import type { HashedDocument } from "./values.ts";

/** The configuration as far as it reaches a cluster's objects. */
export type ClusterSettings = Pick<
  RenderConfig,
  | "applyLevel"
  | "installation"
  | "kcmVersion"
  | "serviceDelivery"
  | "systemNamespace"
  | "trackingLabels"
>;

/** The templates of the objects that a cluster has beside its package's. */
export interface ClusterShapes {
  readonly helmRelease: Shape;
  readonly kustomization: Shape;
  readonly profile: Shape;
}

/** A ServiceSet that is to be delivered to the cluster. */
export interface DeliveredSet {
  readonly set: ServiceSet;
  /** The definition that asks for it. */
  readonly owner: Identity;
  readonly origin: Origin;
  /** Whether it is KCM's Sveltos adapter that delivers it, and at work. */
  readonly isDelivered: boolean;
  /** The services that others deliver, where it is not for Sveltos to say. */
  readonly lost?: readonly SetService[];
  /** What it comes to: these objects stay where it cannot be rendered. */
  readonly objects: readonly Identity[];
}

/** Everything that one cluster is rendered from. */
export interface ClusterInputs {
  readonly version: string;
  readonly settings: ClusterSettings;
  readonly shapes: ClusterShapes;
  readonly deployment: Declared<ClusterDeploymentSpec>;
  readonly template: ResolvedClusterTemplate;
  /** What expands the chart; left out where there is no such package. */
  readonly package?: TemplatePackage;
  /** The Credential's `identityRef`. */
  readonly identity: ValueMap;
  /** The ConfigMap that Sveltos fills with the credential, where there is one. */
  readonly resourceTemplate?: string;
  readonly region?: ClusterRegion;
  readonly authentication?: HashedDocument & { readonly anonymous: boolean };
  readonly auditPolicy?: HashedDocument;
  readonly addressClaim?: AddressClaim;
  readonly sets: readonly DeliveredSet[];
  /** Objects on the branch that stay as they are. */
  readonly retained: readonly Identity[];
  /** Whether all else that is on the branch stays as well. */
  readonly keepsOthers: boolean;
}

/**
 * The digest of all that a cluster is rendered from. Where something was
 * written does not count: a definition may move to another file.
 *
 * @param inputs The inputs.
 * @returns The digest, in hex.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs } from "../_demo.ts";
 * assertEquals(clusterFingerprint(demoInputs()), clusterFingerprint(demoInputs()));
 * ```
 */
export function clusterFingerprint(inputs: ClusterInputs): string {
  const { deployment, shapes } = inputs;
  return digestText([
    inputs.version,
    digestOf(inputs.settings),
    shapes.helmRelease.digest,
    shapes.kustomization.digest,
    shapes.profile.digest,
    digestOf(deployment.manifest),
    digestOf(inputs.template),
    inputs.package?.engine,
    inputs.package?.digest,
    digestOf(inputs.identity),
    inputs.resourceTemplate,
    digestOf(inputs.region),
    digestOf(inputs.authentication),
    digestOf(inputs.auditPolicy),
    digestOf(inputs.addressClaim),
    ...inputs.sets.map(digestOfSet),
    digestOf(inputs.retained),
    String(inputs.keepsOthers),
  ].join("\n"));
}

/** Services and templates are shared by clusters: each is digested once. */
function digestOfSet(delivered: DeliveredSet): string {
  const { set, isDelivered } = delivered;
  const services = set.services.map(({ service, version, template }) => [
    digestOf(service),
    version,
    digestOf(template),
  ]);
  return digestOf({ ...set, services, isDelivered });
}
