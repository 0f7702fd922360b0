/**
 * The guards before a commit.
 *
 * @module
 */

import {
  compareUnits,
  countingUnits,
  guardFindings,
  type GuardOutcome,
  guardOutcomes,
  usedAcknowledgements,
} from "../diff/mod.ts";
import { gitTreePair, type Repository, writeTree } from "../git/mod.ts";
import type { Finding } from "../model/mod.ts";
import {
  type ComposedTree,
  type PreviousBranch,
  ROOT_RECORD,
  usedUp,
  withAcknowledged,
} from "../tree/mod.ts";
import type { PreparedEnvironment } from "./prepare.ts";

/** A tree that is to take the place of a branch's head. */
export interface GuardedChange {
  /** The head. */
  readonly before: string;
  /** The tree. */
  readonly after: string;
  readonly previous: PreviousBranch;
  readonly report: ComposedTree;
  readonly signal?: AbortSignal;
}

/** Whether a tree may be committed. */
export type GuardedCommit =
  | {
    readonly kind: "passed";
    /** The tree, with what it uses up recorded in it. */
    readonly tree: string;
    /** What was accepted by name and happens with this commit. */
    readonly used: readonly string[];
  }
  | {
    readonly kind: "stopped";
    readonly guards: readonly GuardOutcome[];
    readonly findings: readonly Finding[];
  };

/**
 * Holds a tree against the guards before it is committed. Only units that
 * differ are read.
 *
 * @param repository Where the trees are.
 * @param prepared The environment, with its guards.
 * @param change The trees.
 * @returns The tree to commit, or why there is to be no commit.
 */
export async function guardCommit(
  repository: Repository,
  prepared: PreparedEnvironment,
  change: GuardedChange,
): Promise<GuardedCommit> {
  const { before, after, previous, report, signal } = change;
  const rest = signal === undefined ? {} : { signal };
  const { config, acknowledgements } = prepared;
  const standing = acknowledgements.map(({ entry }) => entry);
  const former = usedUp(previous, standing);
  const unused = acknowledgements.filter(({ entry }) =>
    !former.includes(entry)
  );
  const acknowledged = unused.map(({ entry }) => entry);
  const side = { units: [], failed: [], complete: true };
  const trees = await gitTreePair(repository, { before, after }, rest);
  const { units } = await compareUnits({
    trees,
    before: side,
    after: side,
    kcmVersion: config.kcmVersion,
    matters: countingUnits(config.guards, { accepts: unused.length > 0 }),
  });
  const effects = units.flatMap((unit) => unit.effects);
  const guards = guardOutcomes(effects, {
    guards: config.guards,
    acknowledged,
    clusters: {
      before: countLive(previous),
      after: report.units.filter(({ id, retired }) =>
        id.kind === "cluster" && !retired
      ).length,
    },
  });
  if (guards.some(({ state }) => state === "tripped")) {
    const findings = guardFindings(guards, unused);
    return { kind: "stopped", guards, findings };
  }
  const used = usedAcknowledgements(effects, acknowledged);
  if (used.length === 0) return { kind: "passed", tree: after, used };
  const text = (await trees.read("after", [{ path: ROOT_RECORD }]))
    .get(ROOT_RECORD) ?? "";
  const record = withAcknowledged(text, [...former, ...used].sort());
  const tree = await writeTree(repository, [record], { base: after, ...rest });
  return { kind: "passed", tree, used };
}

function countLive(previous: PreviousBranch): number {
  return [...previous.units.values()].filter(({ record }) =>
    record.unit.kind === "cluster" && record.retired === undefined
  ).length;
}
