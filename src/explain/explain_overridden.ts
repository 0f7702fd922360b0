/**
 * What would hold in the place of a value that somebody declares.
 *
 * @module
 */

import { type FieldPath, getPath, type Value } from "../model/mod.ts";
import type { Change, Renderer } from "./change.ts";
import { edited } from "./edit.ts";
import type { Claim } from "./explanation.ts";
import { type Laboratory, probe } from "./probe.ts";
import { probeReferences } from "./probe_references.ts";
import { FeederRecord } from "./record.ts";
import { probeNames, probeTogether } from "./renames.ts";
import type { SharedOutcome } from "./shared_trial.ts";
import type { Source } from "./source.ts";
import { type Surroundings, type Target, targetsOf } from "./targets.ts";

/** A rendered value, and a world in which it is rendered. */
interface Rendering {
  readonly trial: Renderer<SharedOutcome>;
  readonly around: Surroundings;
  readonly targets: readonly Target[];
}

/** A rendered value. */
interface Site {
  /** The key of the object. */
  readonly key: string;
  readonly path: FieldPath;
}

/**
 * What a declared value overrides: it is left out, and where something else
 * turns up in its place, that is traced in the same way.
 *
 * @param fed What is rendered.
 * @param source What gives the value.
 * @param site The value.
 * @returns The claims, the strongest first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { findSharedFeeders } from "./find_shared_feeders.ts";
 * const input = demoScope();
 * const template = known(input.inventory.serviceTemplates.get("prod/dns"));
 * const fed = known(findSharedFeeders(input, template));
 * const site = { key: "source.toolkit.fluxcd.io/HelmChart/prod/dns", path: ["spec", "version"] };
 * const [feeder] = fed.record.feeders(site.key, site.path);
 * assertEquals(overriddenClaims(fed, known(feeder).source, site), [
 *   { layer: "rule", value: "*", sources: [] },
 * ]);
 * ```
 */
export function overriddenClaims(
  fed: Rendering,
  source: Source,
  site: Site,
): Claim[] {
  const below = without(fed, source);
  const base = below?.trial.render({});
  const value = getPath(base?.objects.get(site.key), site.path);
  if (below === undefined || base === undefined || isContainer(value)) {
    return [];
  }
  const sources = givers(below, { base, value, site });
  const [first] = sources;
  return first === undefined ? [{ layer: "rule", value, sources }] : [
    { layer: "declared", value, sources },
    ...overriddenClaims(below, first, site),
  ];
}

function isContainer(
  value: Value | undefined,
): value is undefined | Exclude<Value, string | number | bigint | boolean> {
  return value === undefined || typeof value === "object";
}

/** The world without what somebody declares. */
function without(
  { trial, around, targets }: Rendering,
  source: Source,
): Rendering | undefined {
  const target = targets.find((each) => each.source === source);
  // To take an item out of a list moves the ones behind it.
  if (typeof source.field.at(-1) === "number") return undefined;
  const removed = target?.change(undefined);
  // What is locked has no version without its lock.
  if (removed === undefined || removed.charts !== undefined) return undefined;
  const { definitions = around.definitions } = removed;
  const { input } = around;
  const other = {
    ...around,
    definitions,
    input: removed.config === undefined ? input : {
      ...input,
      config: removed.config,
      stated: edited(input.stated, source.field, undefined),
    },
  };
  return {
    trial: {
      render: (change: Change) => trial.render({ ...removed, ...change }),
    },
    around: other,
    targets: [...targetsOf(other)],
  };
}

/** Only the same value can have come to stand there as it is. */
function givers(
  { trial, around, targets }: Rendering,
  { base, value, site }: {
    readonly base: SharedOutcome;
    readonly value: Value;
    readonly site: Site;
  },
): Source[] {
  const laboratory: Laboratory = { trial, base, record: new FeederRecord() };
  const candidates = targets.filter(({ source }) => source.value === value);
  const stuck = candidates.filter((target) => !probe(laboratory, target));
  probeReferences(laboratory, around, stuck);
  probeTogether(laboratory, around, stuck);
  probeNames(laboratory, around, candidates);
  return laboratory.record.feeders(site.key, site.path)
    .filter(({ role }) => role === "gives")
    .map(({ source }) => source);
}
