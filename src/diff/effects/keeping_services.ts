/**
 * MultiClusterServices that leave their services in clusters which they no
 * longer select: nothing of those clusters changes, so that it has to be told
 * from the selectors.
 *
 * @module
 */

import {
  isEmptySelector,
  type Labels,
  labelSelector,
  selects,
} from "../../k0rdent/mod.ts";
import {
  type Effect,
  getPath,
  identityOf,
  type Manifest,
  type ObjectChange,
} from "../../model/mod.ts";
import { parsePattern, touches } from "./field_pattern.ts";
import { makeEffect } from "./make_effect.ts";

/** Tells which labels a MultiClusterService asks for. */
type Selects = (labels: Labels) => boolean;

/** A MultiClusterService that leaves services where they are. */
export interface KeepingService {
  readonly name: string;
  readonly before: Selects;
  readonly after: Selects;
}

const KEEP = ["spec", "keepServicesOnSelectorMismatch"] as const;
const SELECTOR = parsePattern("spec.clusterSelector");

/**
 * The MultiClusterServices that leave services where they are.
 *
 * @param before The MultiClusterServices before a change.
 * @param after Those after it.
 * @returns Those that are there on both sides.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(keepingServices([], []), []);
 * ```
 */
export function keepingServices(
  before: readonly Manifest[],
  after: readonly Manifest[],
): readonly KeepingService[] {
  const former = new Map(before.map((each) => [each.metadata.name, each]));
  return after.filter((each) => getPath(each, KEEP) === true)
    .flatMap((manifest) => {
      const { name } = manifest.metadata;
      const other = former.get(name);
      return other === undefined ? [] : [{
        name,
        before: selectorOf(other),
        after: selectorOf(manifest),
      }];
    });
}

/**
 * The MultiClusterServices that a cluster leaves without losing services.
 *
 * @param changes What differs in the cluster's unit.
 * @param keeping The MultiClusterServices that leave services where they are.
 * @returns Their names.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(leftButKept([], []), []);
 * ```
 */
export function leftButKept(
  changes: readonly ObjectChange[],
  keeping: readonly KeepingService[],
): readonly string[] {
  const change = keeping.length === 0
    ? undefined
    : changes.find((each) =>
      each.kind === "changed" && each.after.kind === "ClusterDeployment"
    );
  if (change?.kind !== "changed") return [];
  const [former = {}, now = {}] = [change.before, change.after]
    .map(({ metadata }) => metadata.labels);
  return keeping.filter(({ before, after }) => before(former) && !after(now))
    .map(({ name }) => name);
}

/**
 * Tells of MultiClusterServices that select other clusters, and leave services
 * where they are: of what they lose by it, nothing differs anywhere else.
 *
 * @param changes What differs in a layer and is there for review.
 * @returns An effect for each.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(keepingEffects([]), []);
 * ```
 */
export function keepingEffects(
  changes: readonly ObjectChange[],
): readonly Effect[] {
  return changes.flatMap((change) => {
    if (change.kind !== "changed") return [];
    const { after } = change;
    const isKeeping = after.kind === "MultiClusterService" &&
      getPath(after, KEEP) === true;
    const fields = change.fields.filter((field) => touches(field, SELECTOR));
    return !isKeeping || fields.length === 0 ? [] : [
      makeEffect(identityOf(after), {
        kind: "membership",
        rule: "effects/selector-changed",
        summary: "selects other clusters; those that leave keep its services",
        fields,
      }),
    ];
  });
}

/** An empty selector of a MultiClusterService selects nothing. */
function selectorOf(manifest: Manifest): Selects {
  const { success, data } = labelSelector.safeParse(
    getPath(manifest, ["spec", "clusterSelector"]) ?? {},
  );
  return (labels) => success && !isEmptySelector(data) && selects(data, labels);
}
