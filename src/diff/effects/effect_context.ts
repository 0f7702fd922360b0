/**
 * What the effects on one unit take from the others.
 *
 * @module
 */

import {
  getPath,
  groupOf,
  type Manifest,
  type Value,
} from "../../model/mod.ts";
import type { UnitPair, UnitSide } from "../comparison.ts";
import type { KnownChart } from "./services.ts";

/** What the effects on a unit depend on beside the unit. */
export interface EffectContext {
  /** By clusters that are gone, those that take their places. */
  readonly successors?: ReadonlyMap<string, string>;
  /** By clusters that are new, those whose places they take. */
  readonly predecessors?: ReadonlyMap<string, string>;
  /** The HelmCharts of the sources layers, by `namespace/name`. */
  readonly charts?: ReadonlyMap<string, KnownChart>;
  /** The version of KCM whose behaviour counts. */
  readonly kcmVersion?: string;
}

/**
 * Gathers what the effects on one unit take from the others.
 *
 * @param pairs All units that differ.
 * @param options The version of KCM, where it is known.
 * @returns The context for {@linkcode effectsOf}.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(effectContext([]).successors?.size, 0);
 * ```
 */
export function effectContext(
  pairs: Iterable<UnitPair>,
  options: { readonly kcmVersion?: string } = {},
): EffectContext {
  const charts = new Map<string, KnownChart>();
  const deleted = new Map<string, string[]>();
  const created = new Map<string, string[]>();
  for (const { unit, before, after } of pairs) {
    if (unit.kind === "layer" && unit.layer === "sources") {
      for (const side of [before, after]) addCharts(charts, side);
    }
    if (unit.kind !== "cluster") continue;
    const cluster = `${unit.namespace}/${unit.name}`;
    if (isThere(before) && !isThere(after)) {
      push(deleted, specOf(before), cluster);
    }
    if (isThere(after) && !isThere(before)) {
      push(created, specOf(after), cluster);
    }
  }
  const renames = pairUp(deleted, created);
  return {
    ...options,
    charts,
    successors: new Map(renames),
    predecessors: new Map(renames.map(([from, to]) => [to, from])),
  };
}

function isThere(side: UnitSide | undefined): side is UnitSide {
  return side !== undefined && !side.retired;
}

function addCharts(
  charts: Map<string, KnownChart>,
  side: UnitSide | undefined,
): void {
  for (const manifest of [...side?.applied ?? [], ...side?.review ?? []]) {
    if (manifest.kind !== "HelmChart") continue;
    if (groupOf(manifest.apiVersion) !== "source.toolkit.fluxcd.io") continue;
    const { namespace = "", name } = manifest.metadata;
    const [chart, version] = ["chart", "version"]
      .map((field) => getPath(manifest, ["spec", field]));
    if (typeof chart !== "string") continue;
    charts.set(`${namespace}/${name}`, { chart, version: `${version ?? ""}` });
  }
}

/** What a cluster is made from: two with the same are likely to be one. */
function specOf({ applied, review }: UnitSide): string {
  const deployment = [...applied, ...review]
    .find(({ kind }: Manifest) => kind === "ClusterDeployment");
  const spec = getPath(deployment, ["spec"]);
  return spec === undefined ? "" : JSON.stringify(spec, plainNumbers);
}

function plainNumbers(_key: string, value: Value): Value {
  return typeof value === "bigint" ? `${value}` : value;
}

function push(
  groups: Map<string, string[]>,
  key: string,
  cluster: string,
): void {
  if (key === "") return;
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [cluster]);
  else group.push(cluster);
}

/** Of clusters that are alike, the first takes the place of the first. */
function pairUp(
  deleted: ReadonlyMap<string, readonly string[]>,
  created: ReadonlyMap<string, readonly string[]>,
): readonly (readonly [string, string])[] {
  return [...deleted].flatMap(([spec, clusters]) => {
    const others = created.get(spec) ?? [];
    return clusters.slice(0, others.length)
      .map((cluster, index) => [cluster, others[index]!] as const);
  });
}
