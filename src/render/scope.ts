/**
 * What all units share: the definitions, and what was looked up in them.
 *
 * @module
 */

import {
  type ClusterDeploymentSpec,
  type Declared,
  type Inventory,
  K0RDENT_GROUP,
  k0rdentObject,
  officialTemplate,
} from "../k0rdent/mod.ts";
import {
  type Definition,
  type Finding,
  formatIdentity,
  groupOf,
  type Identity,
  identityKey,
  type UnitId,
} from "../model/mod.ts";
import { installed, type RenderConfig } from "../source/mod.ts";
import {
  pinKey,
  type PinnedCharts,
  type TemplateLibrary,
} from "../templates/mod.ts";
import type {
  ClusterSettings,
  ClusterShapes,
} from "./cluster/cluster_inputs.ts";
import { type Resolution, resolved, unresolved } from "./resolution.ts";
import { RENDER_RULES } from "./rules.ts";
import type { ChartTemplate } from "./sources/helm_chart.ts";
import {
  officialChartTemplate,
  resolveClusterTemplate,
  type ResolvedClusterTemplate,
  resolveOfficialTemplate,
} from "./sources/cluster_template.ts";
import {
  officialProviderTemplates,
  type ResolvedProviderTemplate,
  resolveOfficialProvider,
  resolveProviderTemplate,
} from "./sources/provider_template.ts";
import {
  type ResolvedServiceTemplate,
  resolveServiceTemplate,
} from "./sources/service_template.ts";
import { indexSources, type SourceIndex } from "./sources/source_index.ts";

/** What a dry source is rendered from. */
export interface RenderInput {
  readonly inventory: Inventory;
  readonly config: RenderConfig;
  readonly library: TemplateLibrary;
  /** The charts that are locked; left out where none are. */
  readonly charts?: PinnedCharts;
  /** The identity keys of objects whose definitions have errors. */
  readonly broken: ReadonlySet<string>;
  /** The fingerprints of the rendered branch's head, by unit key. */
  readonly previous: ReadonlyMap<string, string>;
  /** k0render's own version. */
  readonly version: string;
  /**
   * Asked before templates are run for a cluster; a finding says why they must
   * not be. Left out, they are.
   */
  readonly refuse?: (cluster: UnitId) => Finding | undefined;
}

/** What all units share. Each template is followed once. */
export interface Scope extends RenderInput {
  readonly sources: SourceIndex;
  readonly settings: ClusterSettings;
  readonly shapes: ClusterShapes;
  /** All MultiClusterServices, also those that cannot be read. */
  readonly multiClusterServices: readonly Definition[];
  /** Follows the ClusterTemplate of a name and namespace to its chart. */
  clusterTemplate(
    namespace: string,
    name: string,
  ): Resolution<ResolvedClusterTemplate>;
  /** Follows the ProviderTemplate of a name to its chart. */
  providerTemplate(name: string): Resolution<ResolvedProviderTemplate>;
  /** Follows the ServiceTemplate of a name and namespace. */
  serviceTemplate(
    namespace: string,
    name: string,
  ): Resolution<ResolvedServiceTemplate>;
  /** Why an object that somebody names cannot be used. */
  unusable(wanted: Identity): Resolution<never>;
}

/**
 * Prepares what all units share.
 *
 * @param input What to render from.
 * @returns The scope.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { inputOf } from "./_testing.ts";
 * const template = makeScope(inputOf("")).clusterTemplate("prod", "aws-eks-1-0-37");
 * assertEquals(template.kind, "resolved");
 * ```
 */
export function makeScope(input: RenderInput): Scope {
  const { inventory, config, library, broken } = input;
  const { systemNamespace } = config;
  const { installation } = installed(input);
  const sources = indexSources({
    inventory,
    config: { ...config, installation },
    library,
    official: [
      ...officialTemplatesInUse(input),
      ...officialProviderTemplates(inventory),
    ],
  });
  return {
    ...input,
    sources,
    settings: {
      applyLevel: config.applyLevel,
      installation,
      kcmVersion: config.kcmVersion,
      serviceDelivery: config.serviceDelivery,
      systemNamespace,
      trackingLabels: config.trackingLabels,
    },
    shapes: {
      helmRelease: library.shape("flux/helmrelease"),
      kustomization: library.shape("flux/kustomization"),
      profile: library.shape("sveltos/profile"),
    },
    multiClusterServices: [...inventory.all.values()].filter(({ manifest }) =>
      manifest.kind === "MultiClusterService" &&
      groupOf(manifest.apiVersion) === K0RDENT_GROUP
    ),
    unusable,
    clusterTemplate: memoize((namespace, name) => {
      const wanted = k0rdentObject("ClusterTemplate", name, namespace);
      const declared = inventory.clusterTemplates.get(`${namespace}/${name}`);
      if (declared !== undefined && !broken.has(identityKey(wanted))) {
        return resolveClusterTemplate(declared, { sources, systemNamespace });
      }
      if (inventory.find(wanted) !== undefined) return unusable(wanted);
      const official = resolveOfficialTemplate(name, systemNamespace);
      return official === undefined ? unusable(wanted) : resolved(official);
    }),
    providerTemplate(name) {
      const wanted = k0rdentObject("ProviderTemplate", name);
      const declared = inventory.providerTemplates.get(name);
      if (declared !== undefined && !broken.has(identityKey(wanted))) {
        return resolveProviderTemplate(declared, systemNamespace);
      }
      if (inventory.find(wanted) !== undefined) return unusable(wanted);
      const official = resolveOfficialProvider(name, systemNamespace);
      return official === undefined ? unusable(wanted) : resolved(official);
    },
    serviceTemplate: memoize((namespace, name) => {
      const wanted = k0rdentObject("ServiceTemplate", name, namespace);
      const declared = inventory.serviceTemplates.get(`${namespace}/${name}`);
      return declared === undefined || broken.has(identityKey(wanted))
        ? unusable(wanted)
        : pinService(resolveServiceTemplate(declared, sources), input.charts);
    }),
  };

  function unusable(wanted: Identity): Resolution<never> {
    const missing = inventory.find(wanted) === undefined;
    return missing
      ? unresolved(
        RENDER_RULES["render/missing-reference"],
        `Cannot resolve ${formatIdentity(wanted)}: nobody declares it`,
      )
      : unresolved(
        RENDER_RULES["render/broken-reference"],
        `Cannot use ${formatIdentity(wanted)}: its definition has errors`,
      );
  }
}

/** With a lock, a service gets the version that was locked for its range. */
function pinService(
  found: Resolution<ResolvedServiceTemplate>,
  charts: PinnedCharts = new Map(),
): Resolution<ResolvedServiceTemplate> {
  if (found.kind === "problem") return found;
  const { delivery } = found.result;
  if (delivery.kind !== "chart") return found;
  const pin = charts.get(pinKey(delivery.helmChart));
  if (pin?.kind !== "pinned") return found;
  const chart = { ...delivery.chart, version: pin.version };
  return resolved({ ...found.result, delivery: { ...delivery, chart } });
}

function memoize<Result>(
  compute: (namespace: string, name: string) => Result,
): (namespace: string, name: string) => Result {
  const results = new Map<string, Result>();
  return (namespace, name) => {
    const key = `${namespace}/${name}`;
    let result = results.get(key);
    if (result === undefined) {
      result = compute(namespace, name);
      results.set(key, result);
    }
    return result;
  };
}

/**
 * The templates that clusters use and nobody declares, as k0rdent has them.
 *
 * @param input The definitions, and the configuration.
 * @returns The templates, in KCM's namespace.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "./_demo.ts";
 * assertEquals(officialTemplatesInUse(demoScope()), []);
 * ```
 */
export function officialTemplatesInUse(
  input: Pick<RenderInput, "inventory" | "config">,
): ChartTemplate[] {
  const { inventory, config } = input;
  const namespace = config.systemNamespace;
  const used = new Map<string, ChartTemplate>();
  for (const cluster of inventory.clusterDeployments.values()) {
    const name = nameOfOriginal(input, cluster);
    const official = name === undefined ? undefined : officialTemplate(name);
    if (name === undefined || official === undefined || used.has(name)) {
      continue;
    }
    const wanted = k0rdentObject("ClusterTemplate", name, namespace);
    if (inventory.find(wanted) !== undefined) continue;
    const { origin } = cluster;
    used.set(
      name,
      officialChartTemplate(official, { name, namespace, origin }),
    );
  }
  return [...used.values()];
}

/**
 * The template in the system namespace that a cluster's template is or is a
 * copy of: copies refer to the HelmChart of the original.
 */
function nameOfOriginal(
  { inventory, config }: Pick<RenderInput, "inventory" | "config">,
  { spec, manifest }: Declared<ClusterDeploymentSpec>,
): string | undefined {
  const { namespace = "" } = manifest.metadata;
  const declared = inventory.clusterTemplates
    .get(`${namespace}/${spec.template}`);
  if (declared === undefined) return spec.template;
  const { chartRef } = declared.spec.helm;
  return chartRef?.namespace === config.systemNamespace
    ? chartRef.name
    : undefined;
}
