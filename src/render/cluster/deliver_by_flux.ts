/**
 * Services as Flux delivers them to a cluster.
 *
 * @module
 */

import {
  type Finding,
  getField,
  identityOf,
  makeFinding,
  type ValueMap,
} from "../../model/mod.ts";
import type { Piece } from "../apply_levels.ts";
import { RENDER_RULES } from "../rules.ts";
import { fluxDelivery } from "../services/flux_delivery.ts";
import { mergeHelmOptions } from "../services/helm_options.ts";
import type { ClusterRef } from "../services/profile_spec.ts";
import { optionsWithoutCounterpart } from "../services/release_options.ts";
import { serviceFindings } from "../services/service_findings.ts";
import type { ClusterInputs, DeliveredSet } from "./cluster_inputs.ts";

/** What a provider configuration may ask of Sveltos and of nobody else. */
const SVELTOS_ONLY = [
  "driftExclusions",
  "driftIgnore",
  "patches",
  "policyRefs",
  "templateResourceRefs",
] as const;

/**
 * Makes the Flux objects of a ServiceSet.
 *
 * @param inputs What the cluster is rendered from.
 * @param delivered The ServiceSet.
 * @param clusterRef The cluster, as Sveltos refers to it.
 * @returns The objects, and what Flux cannot do.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs, known } from "../_demo.ts";
 * const inputs = demoInputs();
 * const clusterRef = { apiVersion: "", kind: "Cluster", namespace: "prod", name: "eu1" };
 * const { pieces } = deliverByFlux(inputs, known(inputs.sets[0]), clusterRef);
 * assertEquals(pieces.map(({ manifest }) => manifest.kind), ["HelmRelease"]);
 * ```
 */
export function deliverByFlux(
  inputs: ClusterInputs,
  delivered: DeliveredSet,
  clusterRef: ClusterRef,
): { pieces: Piece[]; findings: Finding[] } {
  const { set, owner: object, origin } = delivered;
  const { objects, problems } = fluxDelivery({
    set,
    prefix: set.cluster,
    shapes: inputs.shapes,
    kubeConfig: kubeConfigOf(inputs, clusterRef),
    isLabelled: set.namespace !== inputs.settings.systemNamespace,
  });
  return {
    pieces: objects.map((manifest) => ({ role: "service", manifest, origin })),
    findings: [
      ...serviceFindings(problems, { object, origin }),
      ...ignoredSettings(delivered),
      ...ignoredOptions(delivered),
      ...unpropagated(inputs, delivered),
    ],
  };
}

/** An adopted cluster's kubeconfig is what its Credential refers to. */
function kubeConfigOf(
  { identity }: ClusterInputs,
  { kind, name }: ClusterRef,
): { name: string; key: string } {
  return kind === "SveltosCluster"
    ? { name: String(getField(identity, "name")), key: "value" }
    : { name: `${name}-kubeconfig`, key: "value" };
}

function ignoredSettings(delivered: DeliveredSet): Finding[] {
  const config = delivered.set.provider.config ?? {};
  return SVELTOS_ONLY.filter((key) => Object.hasOwn(config, key)).map((key) =>
    notPropagated(delivered, `Flux has nothing like "${key}"`)
  );
}

function ignoredOptions(delivered: DeliveredSet): Finding[] {
  return delivered.set.services.flatMap(({ service, template, index }) => {
    const options = mergeHelmOptions(
      template.helmOptions,
      service.helmOptions as ValueMap | undefined,
    );
    return optionsWithoutCounterpart(options).map((key) =>
      notPropagated(
        delivered,
        `Flux has nothing like the Helm option "${key}" of service "${service.name}"`,
        ["services", index],
      )
    );
  });
}

function unpropagated(
  inputs: ClusterInputs,
  delivered: DeliveredSet,
): Finding[] {
  const { deployment, resourceTemplate } = inputs;
  const isOwn = delivered.set.multiClusterService === undefined;
  if (!isOwn || !deployment.spec.propagateCredentials) return [];
  if (resourceTemplate === undefined) return [];
  const object = identityOf(deployment.manifest);
  const place = {
    origin: deployment.origin,
    field: ["spec", "propagateCredentials"],
  };
  return [makeFinding(
    RENDER_RULES["render/not-propagated"],
    `Cannot bring the credential to cluster "${object.name}": only Sveltos fills in ConfigMap "${resourceTemplate}"`,
    { object, place },
  )];
}

function notPropagated(
  { owner: object, origin }: DeliveredSet,
  message: string,
  field: readonly (string | number)[] = ["provider"],
): Finding {
  return makeFinding(RENDER_RULES["render/not-propagated"], message, {
    object,
    place: { origin, field: ["spec", "serviceSpec", ...field] },
  });
}
