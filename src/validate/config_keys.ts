/**
 * Checks the keys of `spec.config` against those that the chart knows.
 *
 * @module
 */

import { didYouMean } from "../k0rdent/mod.ts";
import {
  type FieldPath,
  type Finding,
  formatIdentity,
  formatPath,
  identityOf,
  isMap,
  remember,
  type Value,
  type ValueMap,
} from "../model/mod.ts";
import type { TemplatePackage } from "../templates/mod.ts";
import { clusterChart } from "./cluster_chart.ts";
import { report, type ValidateInput } from "./input.ts";
import { type KnownValues, packageValues } from "./known_values.ts";
import { isSecret } from "./secrets_in_config.ts";

/** KCM sets these itself; what stands there is replaced or filled in. */
const INJECTED: readonly string[] = [
  "audit",
  "auth",
  "clusterIdentity",
  "dataSource",
  "global",
];

/** Nobody reads on; and each costs a search for what was meant. */
const MOST_KEYS = 100;

interface UnknownKey {
  readonly path: readonly string[];
  readonly remedy?: string;
}

/**
 * Finds keys of `config` that the template's chart does not know and so would
 * ignore.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(
 *   `
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ClusterDeployment
 * metadata: {name: eu1, namespace: prod}
 * spec: {template: gcp-gke-1-0-15, config: {regoin: eu}}
 * `,
 *   {
 *     "cluster/gcp-gke/package.yaml": "{name: gcp-gke, version: 1.0.15}",
 *     "cluster/gcp-gke/values.yaml": "region: us",
 *     "cluster/gcp-gke/manifests/cluster.yaml.hbs": "kind: Cluster",
 *   },
 * );
 * const [finding] = checkConfigKeys(input);
 * assertEquals(finding?.remedy, 'Did you mean "spec.config.region"?');
 * ```
 */
export function* checkConfigKeys(input: ValidateInput): Iterable<Finding> {
  for (const cluster of input.inventory.clusterDeployments.values()) {
    const chart = clusterChart(cluster, input).package;
    const { config } = cluster.spec;
    if (chart === undefined || config === undefined) continue;
    for (const { path, remedy } of unknownKeysOf(chart)(config)) {
      yield report(cluster, "validate/unknown-config-key", {
        field: ["spec", "config", ...path],
        key: true,
        message: `Cannot use "${formatPath(path)}" in the config of ${
          formatIdentity(identityOf(cluster.manifest))
        }: chart "${chart.name}" does not know it`,
        ...(remedy === undefined ? {} : { remedy }),
      });
    }
  }
}

/** The same config is held against the same package once. */
const unknownKeysOf = remember((chart: TemplatePackage) => {
  const values = packageValues(chart);
  return remember((
    config: ValueMap,
  ) => [...unknownKeys(config, { values, path: [] }).take(MOST_KEYS)]);
});

function* unknownKeys(
  map: Readonly<Record<string, Value>>,
  here: { readonly values: KnownValues; readonly path: readonly string[] },
): Generator<UnknownKey> {
  const { values, path } = here;
  for (const [key, value] of Object.entries(map)) {
    const field = [...path, key];
    if (path.length === 0 && INJECTED.includes(key)) continue;
    const child = values.child(path, key);
    if (child === "closed") continue;
    if (child === "unknown") {
      if (isSecret(key, value)) continue;
      const remedy = suggest(field, { values, isMap: isMap(value) });
      yield { path: field, ...(remedy === undefined ? {} : { remedy }) };
    } else if (child === "map" && isMap(value)) {
      yield* unknownKeys(value, { values, path: field });
    }
  }
}

/** The one place where a key of that name belongs, or a near neighbour alike. */
function suggest(
  path: readonly string[],
  { values, isMap }: { readonly values: KnownValues; readonly isMap: boolean },
): string | undefined {
  const key = path.at(-1) ?? "";
  const [only, ...others] = values.all.filter((one) => one.at(-1) === key);
  if (only !== undefined && others.length === 0) return question(only);
  const parent = path.slice(0, -1);
  const alike = values.keysAt(parent)
    .filter((known) => isMap || values.child(parent, known) !== "map");
  const near = didYouMean(key, alike);
  return near === undefined ? undefined : question([...parent, near]);
}

function question(path: FieldPath): string {
  return `Did you mean "spec.config.${formatPath(path)}"?`;
}
