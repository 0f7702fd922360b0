/**
 * What a ServiceTemplate leads to (kcm-spec 3.8, 4.4).
 *
 * @module
 */

import {
  type Declared,
  type HelmSpec,
  localSourceIdentity,
  type ServiceTemplateSpec,
  type SourceSpec,
} from "../../k0rdent/mod.ts";
import {
  formatIdentity,
  type Identity,
  identityOf,
  type ValueMap,
} from "../../model/mod.ts";
import { type Resolution, resolved, unresolved } from "../resolution.ts";
import { RENDER_RULES } from "../rules.ts";
import { type ChartSource, findHelmChart } from "./chart_source.ts";
import { remoteSource } from "./remote_source.ts";
import type { SourceIndex } from "./source_index.ts";

/** Files of a source, to be deployed in one of three ways. */
export interface FilesDelivery {
  readonly kind: "chart-files" | "kustomize" | "resources";
  readonly source: Identity;
  readonly path: string;
  readonly deploymentType: "Local" | "Remote";
}

/** A chart from a repository. */
export interface ChartDelivery extends ChartSource {
  readonly kind: "chart";
}

/** What a service deploys. */
export type Delivery = ChartDelivery | FilesDelivery;

/** A ServiceTemplate with all that it leads to. */
export interface ResolvedServiceTemplate {
  /** The version of services that name none. */
  readonly version: string;
  readonly delivery: Delivery;
  readonly helmOptions?: ValueMap;
}

/**
 * Follows a ServiceTemplate to its chart or files.
 *
 * @param template The template.
 * @param sources All Flux sources.
 * @returns What it leads to, or why it leads nowhere.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../_demo.ts";
 * const { inventory, sources } = demoScope();
 * const template = known(inventory.serviceTemplates.get("prod/dns"));
 * const found = resolveServiceTemplate(template, sources);
 * assertEquals(found.kind === "resolved" && found.result.version, "1.0.0");
 * ```
 */
export function resolveServiceTemplate(
  template: Declared<ServiceTemplateSpec>,
  sources: SourceIndex,
): Resolution<ResolvedServiceTemplate> {
  const delivery = resolveDelivery(template, sources);
  if (delivery.kind === "problem") return delivery;
  const { helm, helmOptions, version } = template.spec;
  return resolved({
    version: version || helm?.chartSpec?.version ||
      template.manifest.metadata.name,
    delivery: delivery.result,
    ...(helmOptions === undefined
      ? {}
      : { helmOptions: helmOptions as ValueMap }),
  });
}

function resolveDelivery(
  template: Declared<ServiceTemplateSpec>,
  sources: SourceIndex,
): Resolution<Delivery> {
  const { helm, kustomize, resources } = template.spec;
  if (kustomize !== undefined) {
    return resolveFiles(kustomize, "kustomize", { template, sources });
  }
  if (resources !== undefined) {
    return resolveFiles(resources, "resources", { template, sources });
  }
  if (helm?.chartSource !== undefined) {
    return resolveFiles(helm.chartSource, "chart-files", { template, sources });
  }
  const chart = findHelmChart(
    template as Declared<{ readonly helm: HelmSpec }>,
    sources,
  );
  return chart.kind === "problem"
    ? chart
    : resolved({ kind: "chart", ...chart.result });
}

function resolveFiles(
  source: SourceSpec,
  kind: FilesDelivery["kind"],
  context: {
    readonly template: Declared<ServiceTemplateSpec>;
    readonly sources: SourceIndex;
  },
): Resolution<Delivery> {
  const { manifest, origin } = context.template;
  const { namespace = "" } = manifest.metadata;
  const identity = source.localSourceRef === undefined
    ? remoteSource(source, manifest.metadata)?.identity
    : localSourceIdentity(source.localSourceRef, namespace);
  if (identity === undefined) {
    return unresolved(
      RENDER_RULES["render/unusable-template"],
      `Cannot use ${formatIdentity(identityOf(manifest))}: it names no source`,
      { origin, field: ["spec"] },
    );
  }
  return resolved({
    kind,
    source: identity,
    path: source.path ?? "",
    deploymentType: source.deploymentType,
  });
}
