/**
 * What a ProviderTemplate leads to.
 *
 * @module
 */

import {
  componentReferences,
  type Declared,
  type Inventory,
  K0RDENT_GROUP,
  OFFICIAL_PROVIDER_CHARTS,
  officialTemplate,
  type ProviderTemplateSpec,
  releaseReferences,
  SOURCE_GROUP,
} from "../../k0rdent/mod.ts";
import {
  formatIdentity,
  type Identity,
  identityOf,
  type Origin,
} from "../../model/mod.ts";
import { type Resolution, resolved, unresolved } from "../resolution.ts";
import { RENDER_RULES } from "../rules.ts";
import { chartIdentityOf } from "./chart_source.ts";
import { DEFAULT_INTERVAL, officialChartTemplate } from "./cluster_template.ts";
import type { ChartTemplate } from "./helm_chart.ts";

/** A ProviderTemplate with all that it leads to. */
export interface ResolvedProviderTemplate {
  readonly helmChart: Identity;
  /** How often Flux looks after the HelmRelease. */
  readonly interval: string;
}

/**
 * Follows a declared ProviderTemplate to its chart.
 *
 * @param template The template.
 * @param systemNamespace KCM's namespace, where its HelmChart is.
 * @returns What it leads to, or why it leads nowhere.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { PROVIDER_TEMPLATE } from "../../k0rdent/mod.ts";
 * const template = {
 *   spec: PROVIDER_TEMPLATE.spec.parse({ helm: { chartSpec: { chart: "capi", interval: "1m" } } }),
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "ProviderTemplate",
 *     metadata: { name: "own" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * const found = resolveProviderTemplate(template, "kcm-system");
 * assertEquals(found.kind === "resolved" && found.result.interval, "1m");
 * ```
 */
export function resolveProviderTemplate(
  template: Declared<ProviderTemplateSpec>,
  systemNamespace: string,
): Resolution<ResolvedProviderTemplate> {
  const { spec: { helm }, manifest, origin } = template;
  if (helm === undefined) {
    return unresolved(
      RENDER_RULES["render/unusable-template"],
      `Cannot use ${formatIdentity(identityOf(manifest))}: it names no chart`,
      { origin, field: ["spec"] },
    );
  }
  if (helm.chartSpec !== undefined) {
    const { interval } = helm.chartSpec;
    const { name } = manifest.metadata;
    return resolved({ helmChart: chartIn(systemNamespace, name), interval });
  }
  const found = chartIdentityOf({ ...template, spec: { helm } });
  return found.kind === "problem"
    ? found
    : resolved({ helmChart: found.result, interval: DEFAULT_INTERVAL });
}

/**
 * What a ProviderTemplate leads to that k0rdent itself ships.
 *
 * @param name The template's name.
 * @param systemNamespace KCM's namespace.
 * @returns What it leads to, or `undefined` where k0rdent has no such template.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const found = resolveOfficialProvider("cluster-api-1-1-15", "kcm-system");
 * assertEquals(found?.helmChart.name, "cluster-api-1-1-15");
 * ```
 */
export function resolveOfficialProvider(
  name: string,
  systemNamespace: string,
): ResolvedProviderTemplate | undefined {
  return officialTemplate(name, OFFICIAL_PROVIDER_CHARTS) && {
    helmChart: chartIn(systemNamespace, name),
    interval: DEFAULT_INTERVAL,
  };
}

/**
 * The ProviderTemplates that the platform uses and nobody declares, as k0rdent
 * has them.
 *
 * @param inventory The definitions.
 * @returns The templates with their charts.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * assertEquals(officialProviderTemplates(demoScope().inventory), []);
 * ```
 */
export function officialProviderTemplates(
  inventory: Inventory,
): ChartTemplate[] {
  const used = new Map<string, ChartTemplate>();
  for (const { to, origin } of namedTemplates(inventory)) {
    if (used.has(to.name) || inventory.find(to) !== undefined) continue;
    const official = officialTemplate(to.name, OFFICIAL_PROVIDER_CHARTS);
    if (official === undefined) continue;
    const { systemNamespace: namespace } = inventory;
    const { name } = to;
    used.set(name, {
      ...officialChartTemplate(official, { name, namespace, origin }),
      manifest: {
        apiVersion: `${K0RDENT_GROUP}/v1beta1`,
        kind: "ProviderTemplate",
        metadata: { name },
      },
    });
  }
  return [...used.values()];
}

function* namedTemplates(
  { releases, managements, regions }: Inventory,
): Generator<{ readonly to: Identity; readonly origin: Origin }> {
  for (const release of releases.values()) {
    for (const { to } of releaseReferences(release)) {
      yield { to, origin: release.origin };
    }
  }
  for (
    const { spec, origin } of [...managements.values(), ...regions.values()]
  ) {
    for (const { to } of componentReferences(spec)) yield { to, origin };
  }
}

function chartIn(namespace: string, name: string): Identity {
  return { group: SOURCE_GROUP, kind: "HelmChart", namespace, name };
}
