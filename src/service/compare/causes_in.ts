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
import { identityKey, identityOf } from "../../model/mod.ts";
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
  const selected = new Set([...keysOf(pair.before), ...keysOf(pair.after)]);
  const changes = sourceChanges(
    stateOf(pair.before, selected),
    stateOf(pair.after, selected),
  );
  const units = nameCauses(
    compared.units,
    changes,
    probes ? { probe: clusterProbe(pair) } : {},
  );
  return { ...compared, units };
}

/** What was selected on one side only is there on both: its lines are not new. */
function stateOf(
  { source, config }: EnvironmentState,
  selected: ReadonlySet<string>,
): SourceState {
  const definitions = source.source.definitions.filter(({ manifest }) =>
    selected.has(identityKey(identityOf(manifest)))
  );
  return { source: source.source, definitions, config, lock: source.lockText };
}

function keysOf({ source, environment }: EnvironmentState): string[] {
  return selectEnvironment(source.source, environment)
    .map(({ manifest }) => identityKey(identityOf(manifest)));
}
