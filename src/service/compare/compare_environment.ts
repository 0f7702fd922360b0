/**
 * One environment, before and after a change of its definitions.
 *
 * @module
 */

import type { Comparison } from "../../diff/mod.ts";
import { gitTreePair, type Repository, writeTree } from "../../git/mod.ts";
import type { Finding, Side, UnitResult } from "../../model/mod.ts";
import { type PreparedEnvironment, prepareEnvironment } from "../prepare.ts";
import type { CausesOptions } from "./causes_in.ts";
import { changedFindings, compareStates } from "./compare_states.ts";
import type { EnvironmentState, StatePair } from "./environment_state.ts";
import { type RenderedTree, renderTree } from "./render_tree.ts";

/** An environment on both sides of a change. */
export interface EnvironmentPair extends StatePair {
  /**
   * Whether the environment was there before the change. Where nobody can
   * tell, what is only there after it is unknown.
   */
  readonly was: "there" | "absent" | "unreadable";
}

/** What becomes of an environment, or why nobody can tell. */
export type ComparisonOutcome =
  | {
    readonly kind: "compared";
    readonly comparison: Comparison;
    /** What is wrong after the change and was not before. */
    readonly findings: readonly Finding[];
    /** The full names of both rendered trees. */
    readonly trees: Readonly<Record<Side, string>>;
  }
  | {
    /** The tree of one side may not be committed. */
    readonly kind: "refused";
    readonly side: Side;
    readonly findings: readonly Finding[];
  };

/** What an environment is compared with. */
export interface CompareOptions extends Partial<CausesOptions> {
  /** Told of each unit as soon as it is done, on either side. */
  readonly onUnit?: (result: UnitResult) => void;
  readonly signal?: AbortSignal;
}

/**
 * Renders both sides of an environment and compares them. Units whose inputs
 * are the same are rendered once.
 *
 * @param repository Where the trees are written; no ref is made or moved.
 * @param pair The environment.
 * @param options Who watches, what ends the work early.
 * @returns What becomes of it.
 */
export async function compareEnvironment(
  repository: Repository,
  pair: EnvironmentPair,
  options: CompareOptions = {},
): Promise<ComparisonOutcome> {
  const was = pair.was === "there" ? prepared(pair.before) : undefined;
  const is = prepared(pair.after);
  const before = was !== undefined
    ? await renderTree(repository, was, options)
    : await emptyTree(repository, { complete: pair.was === "absent" });
  if (before.kind === "refused") {
    return { kind: "refused", side: "before", findings: before.findings };
  }
  const after = await renderTree(repository, is, {
    ...options,
    previous: before.tree,
  });
  const states = {
    pair,
    was,
    is,
    findings: { before: before.findings, after: after.findings },
  };
  if (after.kind === "refused") {
    return {
      kind: "refused",
      side: "after",
      findings: changedFindings(states),
    };
  }
  const trees = { before: before.tree, after: after.tree };
  const compared = await compareStates({
    ...states,
    sides: { before: before.side, after: after.side },
    trees: await gitTreePair(repository, trees, options),
    probes: options.probes !== false,
  });
  return { kind: "compared", ...compared, trees };
}

function prepared(
  { source, config, environment }: EnvironmentState,
): PreparedEnvironment {
  return prepareEnvironment(source, config, environment);
}

async function emptyTree(
  repository: Repository,
  options: { complete: boolean },
): Promise<RenderedTree> {
  const tree = await writeTree(repository, []);
  const side = { units: [], failed: [], ...options };
  return { kind: "composed", tree, side, findings: [] };
}
