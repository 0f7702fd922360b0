/**
 * One change, from its commit to what it would change on the rendered
 * branches.
 *
 * @module
 */

import {
  commitTree,
  editTree,
  mergeCommits,
  readCommit,
  readTree,
} from "../../git/mod.ts";
import { provenanceOf } from "../dry_commit.ts";
import {
  type ChangeOutcome,
  renderChange,
  type WarmSandbox,
} from "../sandbox/render_change.ts";
import { type Base, hostOf } from "./base.ts";
import type { PreviewWorkspace } from "./workspace.ts";

/** A rendered branch as it would be with the change. */
export interface PreviewBranch {
  /** The branch without the change; only this repository has it. */
  readonly before: string | undefined;
  /** The branch with the change; only this repository has it. */
  readonly after: string;
}

/** What a change comes to. */
export type PreviewOutcome =
  | ChangeOutcome<PreviewBranch>
  /** People have to merge these files first. */
  | { readonly kind: "conflict"; readonly files: readonly string[] }
  | { readonly kind: "unrelated" };

/**
 * Renders a change as it would be merged now.
 *
 * @param workspace What previews are made with.
 * @param options The base, the commit that is proposed, and a process that is
 * ready for a change of that base.
 * @returns What it comes to.
 */
export async function renderPreview(
  workspace: PreviewWorkspace,
  options: {
    readonly base: Base;
    readonly head: string;
    /** Whether it may bring only charts that the base has locked. */
    readonly isForeign: boolean;
    readonly warm?: WarmSandbox | undefined;
  },
): Promise<PreviewOutcome> {
  const { repository, builtIn, overrides, limits } = workspace;
  const { base, head, warm } = options;
  const merge = await mergeCommits(repository, base.sha, head);
  if (merge.kind !== "merged") return merge;
  const [commit, after] = await Promise.all([
    readCommit(repository, head),
    readTree(repository, merge.tree, { known: base.files }),
  ]);
  return await renderChange(
    { builtIn, overrides, limits, before: base.source },
    {
      after,
      host: hostOf(workspace, base, options),
      provenance: provenanceOf(commit, workspace.remote.url),
      async write({ name, branch }, changes) {
        const before = base.branches.get(branch)?.commit;
        const tree = await editTree(repository, changes, { from: before });
        const after = await commitTree(repository, {
          tree,
          parents: before === undefined ? [] : [before],
          author: commit.author,
          subject: `Preview ${name} at ${head.slice(0, 12)}`,
        });
        return { before, after };
      },
    },
    warm,
  );
}
