/**
 * What came of comparing two sides, for those who read it on a forge.
 *
 * @module
 */

import {
  type DialectName,
  type Preview,
  renderComment,
  renderReport,
} from "../../preview/mod.ts";
import {
  type LocatedFinding,
  readBuiltInTemplates,
  VERSION,
} from "../../service/mod.ts";
import type { ComparedSides } from "../compare_sides.ts";

/** By what a job finds the comment that an earlier one wrote. */
export const COMMENT_MARKER = "k0render-diff";

/** What the tightest of the forges takes as a comment, GitHub. */
const BUDGET = { characters: 65_536, bytes: 65_536 };

/**
 * Writes a comparison as a comment for a pull request.
 *
 * @param compared What came of comparing two sides.
 * @param options What the change brings, with positions; which Markdown.
 * @returns Markdown.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const findingSource = {
 *   tree: { files: [], findings: [] },
 *   locate: () => ({ line: 1, column: 1 }),
 * };
 * const compared = { base: "a", head: "b", environments: [], findings: [], findingSource };
 * const text = diffMarkdown(compared, { findings: [], dialect: "github" });
 * assert(text.includes("Nothing changes"));
 * ```
 */
export function diffMarkdown(
  compared: ComparedSides,
  { findings, dialect }: {
    findings: readonly LocatedFinding[];
    dialect: DialectName;
  },
): string {
  const preview = previewOf(compared, findings);
  const options = { ...BUDGET, dialect, marker: COMMENT_MARKER };
  return renderComment(preview, options);
}

/**
 * Writes a comparison as a page that needs nothing but itself.
 *
 * @param compared What came of comparing two sides.
 * @param findings What the change brings, with positions.
 * @returns HTML.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const findingSource = {
 *   tree: { files: [], findings: [] },
 *   locate: () => ({ line: 1, column: 1 }),
 * };
 * const compared = { base: "a", head: "b", environments: [], findings: [], findingSource };
 * assert((await diffHtml(compared, [])).startsWith("<!doctype html>"));
 * ```
 */
export async function diffHtml(
  compared: ComparedSides,
  findings: readonly LocatedFinding[],
): Promise<string> {
  const files = await readBuiltInTemplates();
  return renderReport(previewOf(compared, findings), files);
}

function previewOf(
  { base, head, environments }: ComparedSides,
  findings: readonly LocatedFinding[],
): Preview {
  return {
    version: VERSION,
    base,
    head,
    environments: environments.map(({ name, ...rest }) => ({
      environment: name,
      links: {},
      ...rest,
    })),
    findings,
    links: {},
  };
}
