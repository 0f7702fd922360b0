/**
 * A rendered object, and where each of its values comes from.
 *
 * @module
 */

import {
  type FieldPath,
  getPath,
  identityKey,
  identityOf,
  type Value,
} from "../model/mod.ts";
import { claimsOn } from "./explain_value.ts";
import type {
  Claim,
  ExplainedField,
  ExplainedObject,
  OwnText,
} from "./explanation.ts";
import type { FedCluster } from "./find_feeders.ts";
import { identityOfKey } from "./identity_of_key.ts";
import { type Leaf, leavesOf } from "./leaves.ts";
import { LAYER_RULES } from "./layer_rules.ts";
import { type OwnRule, ownRule } from "./own_rules.ts";
import type { Feeder } from "./source.ts";
import { type TemplateLines, templateLines } from "./template_lines.ts";
import { VALUES } from "./change.ts";
import { historyOf } from "./value_history.ts";

/** Explains the objects of one cluster. */
export interface ObjectExplainer {
  /** The keys of the cluster's objects, in the order of rendering. */
  readonly keys: readonly string[];
  /**
   * Explains an object.
   *
   * @param key The key of the object.
   * @param path The value to explain, or what is in it; left out, all of it.
   * @returns The object with these values.
   */
  explain(key: string, path?: FieldPath): ExplainedObject;
}

/**
 * Prepares to explain the objects of a cluster.
 *
 * @param fed The cluster, and what its objects come from.
 * @returns What explains them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { findFeeders } from "./find_feeders.ts";
 * const explainer = objectExplainer(known(findFeeders(demoScope(), "prod/eu1")));
 * const key = "cluster.x-k8s.io/MachineDeployment/prod/eu1-md";
 * const [field] = explainer.explain(key, ["spec", "replicas"]).fields;
 * assertEquals(field?.from[0]?.source.field, ["spec", "config", "workersNumber"]);
 * assertEquals(field?.overridden[0]?.layer, "default");
 * ```
 */
export function objectExplainer(fed: FedCluster): ObjectExplainer {
  const { base, record } = fed;
  const lines = templateLines(fed.trial, base);
  const applied = new Set(
    base.rendered.applied.map(({ manifest }) =>
      identityKey(identityOf(manifest))
    ),
  );
  return {
    keys: [...base.objects.keys()].filter((key) => key !== VALUES),
    explain(key, path = []) {
      const template = fed.chart.get(key)?.template;
      const value = getPath(base.objects.get(key), path);
      const leaves = value === undefined ? [] : [...leavesOf(value, path)];
      const site = { fed, key, template, lines };
      return {
        object: identityOfKey(key),
        applied: applied.has(key),
        ...(template === undefined ? {} : { template }),
        reasons: record.reasons(key),
        fields: leaves.map((leaf) => explainLeaf(site, leaf)),
      };
    },
  };
}

interface Site {
  readonly fed: FedCluster;
  /** The key of the object. */
  readonly key: string;
  readonly template: string | undefined;
  readonly lines: TemplateLines;
}

function explainLeaf(site: Site, { path, value }: Leaf): ExplainedField {
  const { fed, key } = site;
  const from = feedersOf(fed, key, path);
  const isGiven = from.some(({ role }) => role === "gives");
  return {
    path,
    value,
    from,
    ...(isGiven ? {} : { own: ownText(site, path, value) }),
    overridden: from.filter(({ role }) => role === "gives")
      .flatMap((feeder) => overriddenBy(fed, feeder)),
  };
}

function feedersOf(
  fed: FedCluster,
  key: string,
  path: FieldPath,
): readonly Feeder[] {
  const { record, base } = fed;
  const { manifest } = base.cluster.inputs.deployment;
  if (key === identityKey(identityOf(manifest))) return declared(fed, path);
  const feeders = record.feeders(key, path);
  const field = chartValue(fed, key, path);
  return feeders.length === 0 && field !== undefined
    ? record.feeders(VALUES, field)
    : feeders;
}

/** The chart values stand in the cluster's HelmRelease as they are. */
function chartValue(
  { base }: FedCluster,
  key: string,
  [spec, values, ...field]: FieldPath,
): FieldPath | undefined {
  const { deployment } = base.cluster.inputs;
  const { kind, namespace, name } = identityOfKey(key);
  const { metadata } = deployment.manifest;
  const isRelease = kind === "HelmRelease" && name === metadata.name &&
    namespace === metadata.namespace;
  return isRelease && spec === "spec" && values === VALUES ? field : undefined;
}

/** A declared object is what somebody wrote, field by field. */
function declared(
  { base, sources }: FedCluster,
  path: FieldPath,
): readonly Feeder[] {
  const { deployment } = base.cluster.inputs;
  const { origin } = deployment;
  const known = sources.find(({ place }) =>
    place?.origin === origin && JSON.stringify(place.field) ===
      JSON.stringify(path)
  );
  const source = known ?? {
    kind: "definition",
    place: { origin, field: path },
    field: path,
    value: getPath(deployment.manifest, path) ?? null,
    object: identityOf(deployment.manifest),
  };
  return [{ source, role: "gives", together: [] }];
}

function ownText(site: Site, path: FieldPath, value: Value): OwnText {
  const { key, template, lines } = site;
  const rule = valueRule(site, path) ?? ownRule(identityOfKey(key), path);
  const isRule = template === undefined || isAdded(site, path);
  if (isRule) {
    return rule === undefined ? { kind: "unknown" } : { kind: "rule", rule };
  }
  const line = lines.find(key, path, value);
  return line === undefined
    ? { kind: "template-file", file: template }
    : { kind: "template", line };
}

function valueRule({ fed, key }: Site, path: FieldPath): OwnRule | undefined {
  const field = chartValue(fed, key, path);
  const winner = field && historyOf(fed.base.cluster.layers, field).at(-1);
  return winner && { by: "KCM", rule: LAYER_RULES[winner.layer] };
}

/** Whether the chart's own object has no such field. */
function isAdded({ fed, key }: Site, path: FieldPath): boolean {
  return getPath(fed.chart.get(key)?.manifest, path) === undefined;
}

function overriddenBy(fed: FedCluster, { source }: Feeder): Claim[] {
  const [spec, config, ...field] = source.field;
  const isConfig = source.object?.kind === "ClusterDeployment" &&
    spec === "spec" && config === "config";
  const path = isConfig
    ? field
    : source.kind === "default" || source.kind === "rule"
    ? source.field
    : valueGivenBy(fed, source);
  return path === undefined ? [] : claimsOn(fed, path).slice(1);
}

function valueGivenBy(
  { record }: FedCluster,
  source: Feeder["source"],
): FieldPath | undefined {
  for (const { object, path, role } of record.reached(source)) {
    if (object === VALUES && role === "gives") return path;
  }
  return undefined;
}
