/**
 * One environment, from its dry commit to a commit on its rendered branch.
 *
 * @module
 */

import {
  branchRef,
  commitTree,
  fetchRef,
  publish,
  type PushOutcome,
  readPrevious,
  type Remote,
  type Repository,
  type SigningKey,
  writeTree,
} from "../git/mod.ts";
import type { GuardOutcome } from "../diff/mod.ts";
import type { UnitResult } from "../model/mod.ts";
import {
  type ComposedTree,
  readPreviousBranch,
  type RefusedTree,
  usedUp,
} from "../tree/mod.ts";
import { VERSION } from "./built_in.ts";
import { type DryCommit, provenanceOf } from "./dry_commit.ts";
import { guardCommit, type GuardedCommit } from "./guard_commit.ts";
import type { PreparedEnvironment } from "./prepare.ts";
import { renderEnvironment } from "./render_environment.ts";
import { withReport } from "./with_report.ts";

/** What became of an environment's branch. */
export type BranchOutcome =
  | {
    readonly kind: "committed" | "unchanged";
    /** The head of the rendered branch. */
    readonly commit: string;
    readonly report: ComposedTree;
  }
  | {
    /** A guard stopped the commit; the branch is as it was. */
    readonly kind: "guarded";
    readonly guards: readonly GuardOutcome[];
    readonly report: ComposedTree;
  }
  | { readonly kind: "refused"; readonly report: RefusedTree }
  | { readonly kind: "lost-race"; readonly reason: string }
  | { readonly kind: "not-pushed"; readonly reason: string };

/** What a branch is rendered with. */
export interface RenderBranchOptions {
  readonly repository: Repository;
  readonly remote: Remote;
  readonly dry: DryCommit;
  readonly signingKey?: SigningKey | undefined;
  readonly onUnit?: (result: UnitResult) => void;
  readonly signal?: AbortSignal;
}

/**
 * Renders an environment and pushes the result, where it differs from what the
 * branch holds; where not, only the note moves on.
 *
 * Nothing that others can see changes before the push, and the push moves the
 * branch and its note together or not at all. A guard that trips stops it all
 * before there is a commit.
 *
 * @param prepared The environment.
 * @param options The repositories, the dry commit, and the signing key.
 * @returns What became of the branch.
 */
export async function renderBranch(
  prepared: PreparedEnvironment,
  options: RenderBranchOptions,
): Promise<BranchOutcome> {
  const { repository, remote, dry, signingKey, signal } = options;
  const { branch } = prepared.environment;
  const rest = signal === undefined ? {} : { signal };
  const head = await fetchRef(repository, remote, {
    ref: branchRef(branch),
    ...rest,
  });
  if (head.kind !== "fetched") {
    return { kind: "not-pushed", reason: head.reason };
  }
  const previous = readPreviousBranch(
    await readPrevious(repository, head.oid, rest),
  );
  const { entries, report } = withReport(renderEnvironment(prepared, {
    previous,
    provenance: provenanceOf(dry.commit, remote.url),
    acknowledged: usedUp(
      previous,
      prepared.acknowledgements.map(({ entry }) => entry),
    ),
    ...(options.onUnit === undefined ? {} : { onUnit: options.onUnit }),
  }));
  const tree = await writeTree(repository, entries, rest);
  const result = report();
  if (result.kind === "refused") return { kind: "refused", report: result };
  const guarded: GuardedCommit = head.oid === undefined || !result.changed
    ? { kind: "passed", tree, used: [] }
    : await guardCommit(repository, prepared, {
      before: head.oid,
      after: tree,
      previous,
      report: result,
      ...rest,
    });
  if (guarded.kind === "stopped") return stopped(guarded, result);
  const commit = !result.changed && head.oid !== undefined
    ? head.oid
    : await commitTree(repository, {
      tree: guarded.tree,
      parents: head.oid === undefined ? [] : [head.oid],
      ...describe(prepared, dry, guarded.used),
      signingKey,
    });
  const pushed = await publish(repository, remote, {
    branch,
    commit,
    expected: head.oid,
    drySha: dry.commit.oid,
    author: dry.commit.author,
    signingKey,
    ...rest,
  });
  if (pushed.kind !== "pushed") return notPushed(pushed, branch);
  const kind = commit === head.oid ? "unchanged" : "committed";
  return { kind, commit, report: result };
}

function stopped(
  { guards, findings }: Extract<GuardedCommit, { kind: "stopped" }>,
  report: ComposedTree,
): BranchOutcome {
  return {
    kind: "guarded",
    guards,
    report: { ...report, findings: [...report.findings, ...findings] },
  };
}

function describe(
  { environment }: PreparedEnvironment,
  { commit }: DryCommit,
  used: readonly string[],
) {
  return {
    author: commit.author,
    subject: `Render ${environment.name} at ${commit.oid.slice(0, 12)}`,
    body: commit.subject,
    trailers: [
      ["Source-Commit", commit.oid],
      ["Renderer-Version", VERSION],
      ...used.map((entry) => ["Acknowledged", entry] as const),
    ] as const,
  };
}

function notPushed(
  outcome: Exclude<PushOutcome, { kind: "pushed" }>,
  branch: string,
): BranchOutcome {
  if (outcome.kind === "lost-race") {
    return {
      kind: "lost-race",
      reason: `Cannot push branch "${branch}": somebody else pushed to it`,
    };
  }
  return { kind: "not-pushed", reason: outcome.reason };
}
