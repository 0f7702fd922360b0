/**
 * Both sides of an environment, once they are rendered.
 *
 * @module
 */

import {
  compareUnits,
  type Comparison,
  guardOutcomes,
  type RenderedSide,
  settingEffects,
  summarise,
  type TreePair,
  withSettingEffects,
} from "../../diff/mod.ts";
import type { Finding, Side } from "../../model/mod.ts";
import type { PreparedEnvironment } from "../prepare.ts";
import { transitionFindings } from "../transition_findings.ts";
import { withCauses } from "./causes_in.ts";
import type { StatePair } from "./environment_state.ts";
import { newFindings } from "./new_findings.ts";

/** Both sides of an environment, and what is wrong with them. */
export interface States {
  readonly pair: StatePair;
  /** Left out where the environment is new, or nobody can tell what it was. */
  readonly was?: PreparedEnvironment | undefined;
  readonly is: PreparedEnvironment;
  readonly findings: Readonly<Record<Side, readonly Finding[]>>;
}

/** Both sides of an environment, rendered. */
export interface RenderedStates extends States {
  readonly sides: Readonly<Record<Side, RenderedSide>>;
  readonly trees: TreePair;
  /** Whether clusters may be rendered again to find causes. */
  readonly probes: boolean;
}

/** What becomes of an environment, and what its change brings. */
export interface ComparedStates {
  readonly comparison: Comparison;
  /** What is wrong after the change and was not before. */
  readonly findings: readonly Finding[];
}

/**
 * Compares both sides of an environment.
 *
 * @param input Both sides.
 * @returns What becomes of it.
 */
export async function compareStates(
  input: RenderedStates,
): Promise<ComparedStates> {
  const { pair, was, is, sides, trees } = input;
  const { units, ...others } = await compareUnits({
    ...sides,
    trees,
    kcmVersion: is.config.kcmVersion,
  });
  const settings = was === undefined
    ? []
    : settingEffects(was.config, is.config);
  const compared = { ...others, units: withSettingEffects(units, settings) };
  const probes = input.probes && was !== undefined;
  const explained = withCauses(compared, pair, { probes });
  const guards = guardOutcomes(
    explained.units.flatMap(({ effects }) => effects),
    {
      guards: is.config.guards,
      acknowledged: newlyAccepted(was, is),
      clusters: {
        before: countClusters(sides.before),
        after: countClusters(sides.after),
      },
    },
  );
  return {
    comparison: summarise({ ...sides, compared: explained, guards }),
    findings: changedFindings(input),
  };
}

/**
 * What is wrong after a change and was not before.
 *
 * @param states Both sides.
 * @returns The findings.
 */
export function changedFindings(
  { pair, was, is, findings }: States,
): readonly Finding[] {
  const { source } = pair.before.source;
  const locate = source.locate.bind(source);
  return [
    ...newFindings(findings.before, findings.after),
    ...was === undefined ? [] : transitionFindings(was, is, { locate }),
  ];
}

/** What stood in the source before has been used, or was not meant for this. */
function newlyAccepted(
  before: PreparedEnvironment | undefined,
  after: PreparedEnvironment,
): readonly string[] {
  const known = new Set(before?.acknowledgements.map(({ entry }) => entry));
  return after.acknowledgements.map(({ entry }) => entry)
    .filter((entry) => !known.has(entry));
}

function countClusters({ units }: RenderedSide): number {
  return units.filter(({ kind }) => kind === "cluster").length;
}
