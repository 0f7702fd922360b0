/**
 * A chart value, and the layers that it went through.
 *
 * @module
 */

import {
  type FieldPath,
  getPath,
  identityKey,
  type Value,
} from "../model/mod.ts";
import type { Claim, ExplainedValue, Reached } from "./explanation.ts";
import type { FedCluster } from "./find_feeders.ts";
import { identityOfKey } from "./identity_of_key.ts";
import type { Source } from "./source.ts";
import { VALUES } from "./change.ts";
import { historyOf } from "./value_history.ts";

/**
 * Explains a chart value.
 *
 * @param fed The cluster, and what its objects come from.
 * @param path The value's place among the chart values.
 * @returns The layers, and what the value reaches; `undefined` where no layer
 * has such a value.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { findFeeders } from "./find_feeders.ts";
 * const fed = known(findFeeders(demoScope(), "prod/eu1"));
 * const { winner, overridden } = known(explainValue(fed, ["workersNumber"]));
 * assertEquals([winner.layer, winner.value], ["config", 2]);
 * assertEquals(overridden.map(({ layer }) => layer), ["default"]);
 * ```
 */
export function explainValue(
  fed: FedCluster,
  path: FieldPath,
): ExplainedValue | undefined {
  const claims = claimsOn(fed, path);
  const [winner, ...overridden] = claims;
  if (winner === undefined) return undefined;
  const { value } = winner;
  const sources = new Set(winner.sources);
  return {
    path,
    ...(value === undefined ? {} : { value }),
    winner,
    overridden,
    reaches: [...reachedFrom(fed, sources)],
  };
}

/**
 * What the layers say about a chart value.
 *
 * @param fed The cluster, and what its objects come from.
 * @param path The value's place among the chart values.
 * @returns The claims; the first one wins.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { findFeeders } from "./find_feeders.ts";
 * const fed = known(findFeeders(demoScope(), "prod/eu1"));
 * assertEquals(claimsOn(fed, ["nothing"]), []);
 * ```
 */
export function claimsOn(fed: FedCluster, path: FieldPath): Claim[] {
  const { base, around } = fed;
  const claims: Claim[] = historyOf(base.cluster.layers, path).map((step) => ({
    ...step,
    sources: step.layer === "config"
      ? configSources(fed, path)
      : fed.record.feeders(VALUES, path).map(({ source }) => source),
  }));
  const fallback = getPath(around.package?.defaults, path);
  if (fallback !== undefined) {
    claims.unshift({
      layer: "default",
      value: fallback,
      sources: [defaultSource(fed, path, fallback)],
    });
  }
  return claims.reverse();
}

/** The ClusterDeployment says it in its own place, whoever wins. */
function configSources(fed: FedCluster, path: FieldPath): Source[] {
  const { manifest } = fed.base.cluster.inputs.deployment;
  const field = ["spec", "config", ...path];
  const known = fed.sources.find((source) =>
    source.object?.kind === manifest.kind && isSame(source.field, field)
  );
  return known === undefined ? [] : [known];
}

/** The one that was tried, where it was: what it reaches hangs on it. */
function defaultSource(
  { sources, defaultPlace }: FedCluster,
  path: FieldPath,
  value: Value,
): Source {
  const known = sources.find(({ kind, field }) =>
    kind === "default" && isSame(field, path)
  );
  if (known !== undefined) return known;
  const place = defaultPlace(path);
  return {
    kind: "default",
    field: path,
    value,
    ...(place === undefined ? {} : { place }),
  };
}

/**
 * The rendered values that sources have to do with.
 *
 * @param fed The cluster, and what its objects come from.
 * @param sources The sources.
 * @returns The values, without the copy that a HelmRelease has of all input.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { findFeeders } from "./find_feeders.ts";
 * const fed = known(findFeeders(demoScope(), "prod/eu1"));
 * assertEquals([...reachedFrom(fed, new Set())], []);
 * ```
 */
export function* reachedFrom(
  { record }: FedCluster,
  sources: ReadonlySet<Source>,
): Generator<Reached> {
  for (const source of sources) {
    for (const { object, path, role } of record.reached(source)) {
      const isCopy = object === VALUES || path.includes(VALUES) ||
        source.object !== undefined &&
          object === identityKey(source.object);
      if (!isCopy) yield { object: identityOfKey(object), path, role };
    }
  }
}

function isSame(a: FieldPath, b: FieldPath): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
