/**
 * An environment, rendered to a tree that nobody commits.
 *
 * @module
 */

import type { RenderedSide } from "../../diff/mod.ts";
import { readPrevious, type Repository, writeTree } from "../../git/mod.ts";
import type {
  FailedUnit,
  Finding,
  UnitId,
  UnitResult,
} from "../../model/mod.ts";
import { EMPTY_TREE, readPreviousBranch } from "../../tree/mod.ts";
import type { PreparedEnvironment } from "../prepare.ts";
import { renderEnvironment } from "../render_environment.ts";
import { withReport } from "../with_report.ts";

/** What a tree is rendered with. */
export interface RenderTreeOptions {
  /**
   * The tree that stands where this one would be committed: units with the
   * same inputs are taken from it, and those with errors stay as they are.
   */
  readonly previous?: string;
  readonly onUnit?: (result: UnitResult) => void;
  readonly signal?: AbortSignal;
}

/** A tree in a repository, or why there is none. */
export type RenderedTree =
  | {
    readonly kind: "composed";
    /** The tree's full name. */
    readonly tree: string;
    readonly side: RenderedSide;
    readonly findings: readonly Finding[];
  }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/**
 * Renders an environment to a tree.
 *
 * @param repository Where the tree is written; no ref is made or moved.
 * @param prepared The environment.
 * @param options What stands there already.
 * @returns The tree, and what became of its units.
 */
export async function renderTree(
  repository: Repository,
  prepared: PreparedEnvironment,
  options: RenderTreeOptions = {},
): Promise<RenderedTree> {
  const { previous, onUnit, signal } = options;
  const rest = signal === undefined ? {} : { signal };
  const units: UnitId[] = [];
  const failed: FailedUnit[] = [];
  const { entries, report } = withReport(renderEnvironment(prepared, {
    previous: readPreviousBranch(
      previous === undefined
        ? EMPTY_TREE
        : await readPrevious(repository, previous, rest),
    ),
    onUnit(result) {
      units.push(result.id);
      if (result.kind === "failed") failed.push(result);
      onUnit?.(result);
    },
  }));
  const tree = await writeTree(repository, entries, rest);
  const { kind, findings } = report();
  const all = [...prepared.findings, ...findings];
  if (kind === "refused") return { kind, findings: all };
  const { complete } = prepared;
  return { kind, tree, side: { units, failed, complete }, findings: all };
}
