/**
 * Causes of what becomes of one environment.
 *
 * @module
 */

import {
  type ComparedUnits,
  nameCauses,
  sourceChanges,
  type SourceState,
} from "../../diff/mod.ts";
import { type Definition, identityKey, identityOf } from "../../model/mod.ts";
import { selectEnvironment } from "../../source/mod.ts";
import type { EnvironmentState, StatePair } from "./environment_state.ts";
import { clusterProbe } from "./probe_cluster.ts";

/** How causes are found. */
export interface CausesOptions {
  /**
   * Whether clusters may be rendered with changes taken back, which runs the
   * templates of the definitions in this process. Where not, all changes that
   * could have a part in an effect are named.
   * @default true
   */
  readonly probes: boolean;
}

/**
 * Names the lines that cause what becomes of an environment.
 *
 * @param compared What becomes of its units.
 * @param pair The environment before and after the change.
 * @param options How causes are found.
 * @returns The same, with causes.
 */
export function withCauses(
  compared: ComparedUnits,
  pair: StatePair,
  { probes }: CausesOptions,
): ComparedUnits {
  const changed = new Set(onOneSide(pair));
  const selected = new Set([
    ...keysOf(pair.before, changed),
    ...keysOf(pair.after, changed),
  ]);
  const changes = sourceChanges(
    stateOf(pair.before, { changed, selected }),
    stateOf(pair.after, { changed, selected }),
  );
  const units = nameCauses(
    compared.units,
    changes,
    probes ? { probe: clusterProbe(pair) } : {},
  );
  return { ...compared, units };
}

/** What both sides have read from the same text is one object. */
function onOneSide({ before, after }: StatePair): Definition[] {
  const left = new Set(before.source.source.definitions);
  const right = new Set(after.source.source.definitions);
  return [...left.symmetricDifference(right)];
}

interface Changed {
  readonly changed: ReadonlySet<Definition>;
  /** The identities of those that belong to the environment on a side. */
  readonly selected: ReadonlySet<string>;
}

/** What was selected on one side only is there on both: its lines are not new. */
function stateOf(
  { source, config }: EnvironmentState,
  { changed, selected }: Changed,
): SourceState {
  const definitions = source.source.definitions.filter((definition) =>
    changed.has(definition) &&
    selected.has(identityKey(identityOf(definition.manifest)))
  );
  return { source: source.source, definitions, config, lock: source.lockText };
}

function keysOf(
  { source, environment }: EnvironmentState,
  changed: ReadonlySet<Definition>,
): string[] {
  return selectEnvironment(source.source, environment)
    .filter((definition) => changed.has(definition))
    .map(({ manifest }) => identityKey(identityOf(manifest)));
}
