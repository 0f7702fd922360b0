/**
 * The spec of a Sveltos Profile or ClusterProfile (kcm-spec 3.6 to 3.8).
 *
 * @module
 */

import { getField, isMap, type Value, type ValueMap } from "../../model/mod.ts";
import type { Resolution } from "../resolution.ts";
import type { ProfileDefaults } from "./profile_defaults.ts";
import { propagation } from "./propagation.ts";
import type { ServiceProblem } from "./service_findings.ts";
import type { ServiceSet, SetService } from "./service_set.ts";
import {
  chartOfFiles,
  chartOfRepository,
  releaseFields,
  valuesFrom,
} from "./sveltos_chart.ts";

/** A cluster as Sveltos refers to it. */
export interface ClusterRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** What a Profile is made from. */
export interface ProfileInput {
  readonly set: ServiceSet;
  readonly clusterRef: ClusterRef;
  /** The identity whose credential Sveltos is to bring to the cluster. */
  readonly identity?: ValueMap;
  readonly defaults: ProfileDefaults;
}

/** Lower tiers win in Sveltos; KCM counts priorities the other way round. */
const TIER_OF_PRIORITY_ZERO = 2147483647;
const DEFAULT_PRIORITY = 100;
const DEFAULT_TIER = 100;

const IGNORE_DRIFT =
  "- op: add\n  path: /metadata/annotations/projectsveltos.io~1driftDetectionIgnore\n  value: ok";

/**
 * Makes the spec of a Profile.
 *
 * @param input What it is made from.
 * @returns The spec, and the services that it cannot deliver.
 *
 * @example
 * ```ts
 * import { profileDefaults } from "./profile_defaults.ts";
 * import { assertEquals } from "@std/assert";
 * import { demoSet } from "../_demo.ts";
 * const { spec } = profileSpec({
 *   set: demoSet(),
 *   clusterRef: { apiVersion: "", kind: "Cluster", namespace: "prod", name: "eu1" },
 *   defaults: profileDefaults("1.12.0"),
 * });
 * assertEquals(spec.tier, 2147483547);
 * ```
 */
export function profileSpec(
  input: ProfileInput,
): { spec: ValueMap; problems: ServiceProblem[] } {
  const { set, clusterRef } = input;
  const config = set.provider.config ?? {};
  const brought = propagation(input.identity);
  const problems: ServiceProblem[] = [];
  const spec: ValueMap = {
    clusterRefs: [{ ...clusterRef }],
    ...deliverySettings(set.provider.config, input.defaults),
  };
  setList(spec, "templateResourceRefs", [
    ...list(config, "templateResourceRefs"),
    ...brought.templateResourceRefs,
  ]);
  setList(
    spec,
    "policyRefs",
    [
      ...list(config, "policyRefs"),
      ...set.services.flatMap(resourcesRef),
      ...brought.policyRefs,
    ].map(withDeploymentType),
  );
  setList(spec, "patches", [
    ...list(config, "patches"),
    ...list(config, "driftIgnore").map(driftPatch),
  ]);
  setList(spec, "driftExclusions", list(config, "driftExclusions"));
  setList(
    spec,
    "kustomizationRefs",
    set.services.flatMap((entry) => kustomizationRef(set, entry)),
  );
  setList(
    spec,
    "helmCharts",
    set.services.flatMap((entry) => {
      const chart = helmChartEntry(input, entry);
      if (chart?.kind === "problem") {
        problems.push({ entry, problem: chart.problem });
      }
      return chart?.kind === "resolved" ? [chart.result] : [];
    }),
  );
  return { spec, problems };
}

/** Without a configuration KCM leaves Sveltos's own defaults (10.1, item 1). */
function deliverySettings(
  config: ValueMap | undefined,
  { countsFailures }: ProfileDefaults,
): ValueMap {
  if (config === undefined) {
    return {
      tier: DEFAULT_TIER,
      syncMode: "Continuous",
      continueOnConflict: false,
      stopMatchingBehavior: "WithdrawPolicies",
    };
  }
  const priority = getField(config, "priority") ?? DEFAULT_PRIORITY;
  const stays = getField(config, "stopMatchingBehavior") === "LeavePolicies";
  const settings: ValueMap = {
    tier: TIER_OF_PRIORITY_ZERO - Number(priority),
    syncMode: getField(config, "syncMode") || "Continuous",
    continueOnConflict: getField(config, "stopOnConflict") !== true,
    stopMatchingBehavior: stays ? "LeavePolicies" : "WithdrawPolicies",
  };
  const copied = ["continueOnError", "reloader"];
  if (countsFailures) copied.push("maxConsecutiveFailures");
  for (const key of copied) {
    const value = getField(config, key);
    if (value !== undefined && value !== null) settings[key] = value;
  }
  return settings;
}

function helmChartEntry(
  { set, defaults }: ProfileInput,
  entry: SetService,
): Resolution<ValueMap> | undefined {
  const { delivery } = entry.template;
  const release = () => releaseFields(set, entry, defaults);
  if (delivery.kind === "chart-files") {
    return {
      kind: "resolved",
      result: { ...chartOfFiles(delivery), ...release() },
    };
  }
  if (delivery.kind !== "chart") return undefined;
  const chart = chartOfRepository(set, { ...entry, delivery });
  return chart.kind === "problem"
    ? chart
    : { kind: "resolved", result: { ...chart.result, ...release() } };
}

function kustomizationRef(set: ServiceSet, entry: SetService): ValueMap[] {
  const { delivery } = entry.template;
  if (delivery.kind !== "kustomize") return [];
  const { kind, namespace, name } = delivery.source;
  return [{
    kind,
    namespace,
    name,
    ...(delivery.path === "" ? {} : { path: delivery.path }),
    targetNamespace: entry.service.namespace,
    deploymentType: delivery.deploymentType,
    ...valuesFrom(set, entry.service.valuesFrom),
  }];
}

function resourcesRef({ template }: SetService): ValueMap[] {
  const { delivery } = template;
  if (delivery.kind !== "resources") return [];
  const { kind, namespace, name } = delivery.source;
  return [{
    kind,
    namespace,
    name,
    ...(delivery.path === "" ? {} : { path: delivery.path }),
    deploymentType: delivery.deploymentType,
  }];
}

function withDeploymentType(reference: Value): Value {
  return isMap(reference)
    ? { deploymentType: "Remote", ...reference }
    : reference;
}

function driftPatch(target: Value): ValueMap {
  return { target, patch: IGNORE_DRIFT };
}

function list(config: ValueMap, key: string): Value[] {
  const value = getField(config, key);
  return Array.isArray(value) ? value : [];
}

function setList(spec: ValueMap, key: string, values: Value[]): void {
  if (values.length > 0) spec[key] = values;
}
