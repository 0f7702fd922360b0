/**
 * Which changes of the dry source cause which effects.
 *
 * @module
 */

import {
  type Cause,
  type Effect,
  formatChangePath,
  identityKey,
  type UnitId,
} from "../../model/mod.ts";
import type { ComparedUnit } from "../comparison.ts";
import { signatureOf } from "../grouping/own_names.ts";
import { effectKey, findCauses, type Without } from "./find_causes.ts";
import { clusterOf, type SourceChange } from "./source_change.ts";

/** A cluster's unit. */
export type ClusterUnit = Extract<UnitId, { kind: "cluster" }>;

/**
 * Renders a cluster with some changes of the dry source taken back, and tells
 * what becomes of it then.
 */
export type Probe = (
  cluster: ClusterUnit,
  without: readonly SourceChange[],
) => readonly Effect[];

/** How causes are found. */
export interface NameCausesOptions {
  /** Left out, all changes that could have a part in an effect are named. */
  readonly probe?: Probe;
}

/** More than these are not named as the causes of one effect. */
const MOST_CAUSES = 25;

/** After so many renders, all that could have a part is named. */
const MOST_PROBES = 400;

/** Finds the changes that cause an effect. */
type CausesOf = (effect: Effect) => readonly SourceChange[];

/** The positions of causes among the candidates, by {@linkcode kindOf}. */
type Positions = ReadonlyMap<string, readonly number[]>;

/**
 * Names the causes of all effects. Clusters that change alike have alike
 * causes, so that one of them is looked at for all.
 *
 * @param units The units with their effects.
 * @param changes All that differs in the dry source.
 * @param options What renders a cluster with changes taken back.
 * @returns The same units, whose effects have causes.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(nameCauses([], []), []);
 * ```
 */
export function nameCauses(
  units: readonly ComparedUnit[],
  changes: readonly SourceChange[],
  options: NameCausesOptions = {},
): readonly ComparedUnit[] {
  const own = Map.groupBy(changes, clusterOf);
  const shared = own.get(undefined) ?? [];
  const alike = new Map<string, Positions>();
  const written = new Map<SourceChange, Cause>();
  const probe = atMost(MOST_PROBES, options.probe);
  return units.map((compared) => {
    const causesOf = causesIn(compared);
    const effects = compared.effects.map((effect) => ({
      ...effect,
      causes: causesOf(effect).slice(0, MOST_CAUSES).map(write),
    }));
    return { ...compared, effects };
  });

  function causesIn({ unit, effects }: ComparedUnit): CausesOf {
    if (unit.kind !== "cluster") {
      return (effect) => causesOfShared(effect, { own, shared });
    }
    const cluster = `${unit.namespace}/${unit.name}`;
    const mine = own.get(cluster) ?? [];
    const whole = mine.filter(isWhole);
    if (whole.length > 0) return () => whole;
    const all = [...mine, ...shared];
    const render = probe();
    if (all.length < 2 || render === undefined) return () => all;
    const key = [
      ...mine.map((change) => textOf(change, cluster)),
      ...effects.map(kindOf).sort(),
    ].join("\n");
    const positions = alike.get(key) ??
      positionsOf(effects, { all, without: (some) => render(unit, some) });
    alike.set(key, positions);
    return (effect) =>
      positions.get(kindOf(effect))?.map((index) => all[index]!) ?? all;
  }

  function write(change: SourceChange): Cause {
    const cause = written.get(change) ?? change.cause();
    written.set(change, cause);
    return cause;
  }
}

/** Stops to probe once that has been done often enough. */
function atMost(most: number, probe: Probe | undefined) {
  let probes = 0;
  return function next(): Probe | undefined {
    if (probe === undefined || probes >= most) return undefined;
    return (cluster, without) => {
      probes += 1;
      return probe(cluster, without);
    };
  };
}

function positionsOf(
  effects: readonly Effect[],
  { all, without }: { all: readonly SourceChange[]; without: Without },
): Positions {
  const causes = findCauses(all, without);
  const some = new Set([...causes.values()].flatMap((each) => [...each]));
  const named = some.size > 0 ? some : new Set(all);
  const positions = new Map<string, number[]>();
  for (const effect of effects) {
    const found = causes.get(effectKey(effect)) ?? named;
    const indices = all.flatMap((change, index) =>
      found.has(change) ? [index] : []
    );
    const known = positions.get(kindOf(effect)) ?? [];
    positions.set(kindOf(effect), [...new Set([...known, ...indices])]);
  }
  return positions;
}

/** What two clusters have in common where the same becomes of both. */
function kindOf(effect: Effect): string {
  const { kind, rule, object } = effect;
  return [kind, rule, object.kind, signatureOf(effect)].join(" ");
}

/** A change in a cluster's own definition, without the cluster's names. */
function textOf({ part }: SourceChange, cluster: string): string {
  if (part.kind !== "definition" || part.field === undefined) return "";
  const { object, field } = part;
  return signatureOf({ object, cluster, fields: [field] });
}

function isWhole({ part }: SourceChange): boolean {
  return part.kind === "definition" && part.field === undefined;
}

/**
 * The causes of what becomes of an object in a layer or in the Flux entry
 * point: what changes in the definition that it is, or is named for; else
 * whatever clusters share.
 */
function causesOfShared(
  { object, cluster, fields }: Effect,
  { own, shared }: {
    own: ReadonlyMap<string | undefined, readonly SourceChange[]>;
    shared: readonly SourceChange[];
  },
): readonly SourceChange[] {
  const key = identityKey(object);
  const same = shared.filter(({ part }) =>
    part.kind === "definition" && identityKey(part.object) === key
  );
  if (same.length > 0) {
    const paths = new Set(fields.map(({ path }) => formatChangePath(path)));
    const exact = same.filter(({ part }) =>
      part.kind === "definition" && part.field !== undefined &&
      paths.has(formatChangePath(part.field.path))
    );
    return exact.length > 0 ? exact : same;
  }
  const ofCluster = own.get(cluster) ?? [];
  if (cluster !== undefined && ofCluster.length > 0) return ofCluster;
  return shared.length > 0 ? shared : [...own.values()].flat();
}
