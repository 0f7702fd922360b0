/**
 * What feeds the values of a cluster's rendered objects.
 *
 * @module
 */

import type { Definition, FieldPath, Place } from "../model/mod.ts";
import { mergeLayers } from "../render/mod.ts";
import { VALUES } from "./change.ts";
import { type ChartObject, chartObjects } from "./chart_objects.ts";
import { defaultPlaces } from "./default_place.ts";
import { historyOf } from "./value_history.ts";
import { leavesOf } from "./leaves.ts";
import { essentials } from "./essentials.ts";
import { type Laboratory, probe, probeContainer } from "./probe.ts";
import { FeederRecord } from "./record.ts";
import { probeTogether } from "./renames.ts";
import type { Source } from "./source.ts";
import { type ExplainInput, inventoryOf } from "./subject.ts";
import { ruleTarget, type Surroundings, targetsOf } from "./targets.ts";
import { type Outcome, type Trial, trialOf } from "./trial.ts";

/** A cluster, and what its objects come from. */
export interface FedCluster {
  readonly trial: Trial;
  /** What is rendered. */
  readonly base: Outcome;
  readonly around: Surroundings;
  /** All values that were changed to find out. */
  readonly sources: readonly Source[];
  readonly record: FeederRecord;
  /** Where the chart's own values stand. */
  readonly defaultPlace: (path: FieldPath) => Place | undefined;
  /** The objects as the chart writes them, by key. */
  readonly chart: ReadonlyMap<string, ChartObject>;
}

/**
 * Finds out what feeds the values of a cluster's rendered objects, by changing
 * what it is rendered from, one value at a time, and rendering it again. That
 * holds for any template engine, and for what the renderer does itself.
 *
 * @param input What the dry source is rendered from.
 * @param cluster The ClusterDeployment, as `namespace/name`.
 * @returns What was found; `undefined` where the cluster cannot be rendered.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../render/_demo.ts";
 * const found = findFeeders(demoScope(), "prod/eu1");
 * const [feeder] = found?.record.feeders(
 *   "cluster.x-k8s.io/MachineDeployment/prod/eu1-md",
 *   ["spec", "replicas"],
 * ) ?? [];
 * assertEquals(feeder?.source.field, ["spec", "config", "workersNumber"]);
 * ```
 */
export function findFeeders(
  input: ExplainInput,
  cluster: string,
): FedCluster | undefined {
  const definitions = essentials(trialOf(input, cluster), input, cluster);
  const trial = trialOf(withOnly(input, definitions), cluster);
  const base = trial.render({});
  if (base === undefined) return undefined;
  const { inputs, layers } = base.cluster;
  const around: Surroundings = {
    input,
    definitions,
    values: mergeLayers(layers),
    ...(inputs.package === undefined ? {} : { package: inputs.package }),
  };
  const laboratory = { trial, base, record: new FeederRecord() };
  const targets = [...targetsOf(around)];
  const stuck = targets.filter((target) => !probe(laboratory, target));
  probeTogether(laboratory, around, stuck);
  probeRules(laboratory);
  // The inner ones first: they say more.
  for (const container of [...targetsOf(around, "containers")].reverse()) {
    probeContainer(laboratory, container);
  }
  const sources = targets.map(({ source }) => source);
  return {
    trial,
    base,
    around,
    sources,
    record: laboratory.record,
    defaultPlace: inputs.package === undefined
      ? () => undefined
      : defaultPlaces(inputs.package),
    chart: chartObjects(base),
  };
}

function withOnly(
  input: ExplainInput,
  definitions: readonly Definition[],
): ExplainInput {
  const { inventory } = inventoryOf(definitions, input.config);
  return { ...input, inventory };
}

/** What KCM puts into the values by itself is traced from there. */
function probeRules(
  laboratory: Laboratory & { readonly base: Outcome },
): void {
  const { base, record } = laboratory;
  for (const leaf of leavesOf(base.objects.get(VALUES) ?? {})) {
    if (record.feeders(VALUES, leaf.path).length > 0) continue;
    const winner = historyOf(base.cluster.layers, leaf.path).at(-1);
    if (winner === undefined) continue;
    const target = ruleTarget(winner.layer, leaf);
    record.add(VALUES, leaf.path, {
      source: target.source,
      role: "gives",
      together: [],
    });
    probe(laboratory, target);
  }
}
