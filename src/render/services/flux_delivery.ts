/**
 * Services as Flux delivers them: a HelmRelease or a Kustomization each.
 *
 * @module
 */

import type { Manifest, ValueMap } from "../../model/mod.ts";
import type { Shape } from "../../templates/mod.ts";
import { KUSTOMIZATION_TIMES, KUSTOMIZE_GROUP } from "../flux/kustomization.ts";
import { MANAGED_LABELS } from "../../k0rdent/mod.ts";
import { type Resolution, resolved, unresolved } from "../resolution.ts";
import { RENDER_RULES } from "../rules.ts";
import { fillShape } from "../shapes.ts";
import type { FilesDelivery } from "../sources/service_template.ts";
import { mergeHelmOptions } from "./helm_options.ts";
import { releaseObjectName } from "./release_object_name.ts";
import { releaseOptions } from "./release_options.ts";
import { releaseValues } from "./release_values.ts";
import type { ServiceProblem } from "./service_findings.ts";
import type { ServiceSet, SetService } from "./service_set.ts";

/** How Flux is to reach the cluster, and with which shapes. */
export interface FluxDeliveryInput {
  readonly set: ServiceSet;
  /** What the names of the objects begin with. */
  readonly prefix: string;
  readonly shapes: {
    readonly helmRelease: Shape;
    readonly kustomization: Shape;
  };
  /** The Secret with the cluster's kubeconfig; left out, the own cluster. */
  readonly kubeConfig?: { readonly name: string; readonly key: string };
  /** Whether objects carry KCM's label. */
  readonly isLabelled: boolean;
}

/** The interval of HelmReleases of services, as KCM has it for clusters. */
const RELEASE_INTERVAL = "10m0s";

/**
 * Makes the Flux objects that deliver the services of a ServiceSet.
 *
 * @param input The ServiceSet, and how Flux reaches the cluster.
 * @returns The objects, and the services that cannot be delivered.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, demoSet } from "../_demo.ts";
 * const { objects } = fluxDelivery({
 *   set: demoSet(),
 *   prefix: "eu1",
 *   shapes: demoScope().shapes,
 *   kubeConfig: { name: "eu1-kubeconfig", key: "value" },
 *   isLabelled: true,
 * });
 * assertEquals(objects.map(({ kind }) => kind), ["HelmRelease"]);
 * ```
 */
export function fluxDelivery(
  input: FluxDeliveryInput,
): { objects: Manifest[]; problems: ServiceProblem[] } {
  const objects: Manifest[] = [];
  const problems: ServiceProblem[] = [];
  for (const entry of input.set.services) {
    if (entry.service.helmAction === "Uninstall") continue;
    const made = deliver(input, entry);
    if (made.kind === "resolved") objects.push(made.result);
    else problems.push({ entry, problem: made.problem });
  }
  return { objects, problems };
}

function deliver(
  input: FluxDeliveryInput,
  entry: SetService,
): Resolution<Manifest> {
  const { delivery } = entry.template;
  return delivery.kind === "chart" || delivery.kind === "chart-files"
    ? helmRelease(input, entry)
    : kustomization(input, entry, delivery);
}

function helmRelease(
  input: FluxDeliveryInput,
  entry: SetService,
): Resolution<Manifest> {
  const { service, template } = entry;
  const chart = chartFields(entry);
  if (chart.kind === "problem") return chart;
  const values = releaseValues(service);
  if (values.kind === "problem") return values;
  const options = mergeHelmOptions(
    template.helmOptions,
    service.helmOptions as ValueMap | undefined,
  );
  return fillShape(input.shapes.helmRelease, {
    identity: {
      group: "helm.toolkit.fluxcd.io",
      kind: "HelmRelease",
      namespace: input.set.namespace,
      name: releaseObjectName(input.prefix, service),
    },
    data: {
      labels: input.isLabelled ? MANAGED_LABELS : {},
      interval: RELEASE_INTERVAL,
      spec: {
        ...chart.result,
        ...kubeConfigFields(input),
        releaseName: service.name,
        targetNamespace: service.namespace,
        storageNamespace: service.namespace,
        ...releaseOptions(options),
        ...dependencyFields(input, entry, isRelease),
        ...values.result,
        ...(service.valuesFrom.length === 0
          ? {}
          : { valuesFrom: service.valuesFrom }),
      },
    },
  });
}

/** A HelmRelease takes charts from HelmCharts, and from files but for OCI. */
function chartFields({ service, template }: SetService): Resolution<ValueMap> {
  const { delivery } = template;
  if (delivery.kind === "chart") {
    const { kind, namespace, name } = delivery.helmChart;
    return resolved({ chartRef: { kind, namespace, name } });
  }
  const { kind, namespace, name } = delivery.source;
  const path = delivery.kind === "chart-files" ? delivery.path : "";
  if (kind !== "OCIRepository") {
    const sourceRef = { kind, namespace, name };
    return resolved({ chart: { spec: { chart: path || "./", sourceRef } } });
  }
  return /^(\.?\/?)$/.test(path)
    ? resolved({ chartRef: { kind, namespace, name } })
    : undeliverable(
      service.name,
      `its chart lies at "${path}" of an OCIRepository`,
    );
}

function kustomization(
  input: FluxDeliveryInput,
  entry: SetService,
  { kind, source, path, deploymentType }: FilesDelivery,
): Resolution<Manifest> {
  const { service } = entry;
  if (source.group === "") {
    return undeliverable(service.name, `its files lie in a ${source.kind}`);
  }
  const { name, namespace } = source;
  return fillShape(input.shapes.kustomization, {
    identity: {
      group: KUSTOMIZE_GROUP,
      kind: "Kustomization",
      namespace: input.set.namespace,
      name: releaseObjectName(input.prefix, service),
    },
    data: {
      labels: {},
      ...KUSTOMIZATION_TIMES,
      spec: {
        sourceRef: { kind: source.kind, name, namespace },
        path: path === "" ? "./" : path,
        prune: true,
        ...(deploymentType === "Local" ? {} : kubeConfigFields(input)),
        ...(kind === "kustomize" ? { targetNamespace: service.namespace } : {}),
        ...dependencyFields(input, entry, (other) => !isRelease(other)),
        ...substitution(entry),
      },
    },
  });
}

/** Sveltos substitutes what it finds in `valuesFrom`; so does Flux. */
function substitution({ service, template }: SetService): ValueMap {
  const isKustomize = template.delivery.kind === "kustomize";
  return !isKustomize || service.valuesFrom.length === 0
    ? {}
    : { postBuild: { substituteFrom: service.valuesFrom } };
}

function kubeConfigFields({ kubeConfig }: FluxDeliveryInput): ValueMap {
  return kubeConfig === undefined
    ? {}
    : { kubeConfig: { secretRef: { ...kubeConfig } } };
}

/** Flux knows dependencies between objects of the same kind only. */
function dependencyFields(
  { set, prefix }: FluxDeliveryInput,
  { service }: SetService,
  isSameKind: (entry: SetService) => boolean,
): ValueMap {
  const names = service.dependsOn.flatMap((wanted) =>
    set.services
      .filter((other) =>
        other.service.name === wanted.name &&
        other.service.namespace === wanted.namespace && isSameKind(other)
      )
      .map((other) => ({ name: releaseObjectName(prefix, other.service) }))
  );
  return names.length === 0 ? {} : { dependsOn: names };
}

function isRelease({ template }: SetService): boolean {
  const { kind } = template.delivery;
  return kind === "chart" || kind === "chart-files";
}

function undeliverable(service: string, reason: string): Resolution<never> {
  return unresolved(
    RENDER_RULES["render/undeliverable"],
    `Cannot deliver service "${service}" by Flux: ${reason}`,
  );
}
