/**
 * The comment on a pull request.
 *
 * @module
 */

import { comparisonsOf, type Preview } from "../preview.ts";
import { rowsFor } from "./effect_table.ts";
import { acknowledgements, allEffects } from "./folded_lists.ts";
import { unitDetails } from "./unit_details.ts";
import { type DialectName, dialectOf, hiddenMarker } from "./dialect.ts";
import { type Block, type BlockGroup, fit, type Size, without } from "./fit.ts";
import { footer, headline, screen } from "./screen.ts";

/** Without folding, details of more than this push the rest out of sight. */
const UNFOLDED = { characters: 6_000, bytes: 12_000 };

/** For which forge a comment is. */
export interface CommentOptions extends Size {
  readonly dialect: DialectName;
  /** By what the comment is found again; it begins with it, out of sight. */
  readonly marker?: string;
}

/**
 * Writes the comment on a pull request: the most important first, in whole
 * parts, as much as there is room for.
 *
 * @param preview What there is to say.
 * @param options Which Markdown, and how much of it.
 * @returns Markdown that is valid and within the budget, however small.
 * @throws {RangeError} If the marker has characters that it may not have.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const preview = { version: "1", base: "ab", head: "cd", environments: [], findings: [], links: {} };
 * const options = { characters: 60, bytes: 60, dialect: "github" } as const;
 * assertEquals(
 *   renderComment(preview, options),
 *   "### 🟢 Nothing changes\n\n`ab` → `cd` · k0render 1\n",
 * );
 * ```
 */
export function renderComment(
  preview: Preview,
  options: CommentOptions,
): string {
  const { dialect, marker } = options;
  const start = marker === undefined ? "" : hiddenMarker(marker, dialect);
  const required = [start, headline(preview)];
  const end = footer(preview);
  let room: Size = options;
  let text = "";
  for (const part of required) {
    const left = without(room, part);
    if (left === undefined) return text;
    room = left;
    text += part;
  }
  const inside = without(room, end);
  if (inside === undefined) return text;
  return text + (fit(body(preview, dialect), inside) ?? "") + end;
}

function body(preview: Preview, dialect: DialectName): BlockGroup {
  const parts = [...screen(preview), ...details(preview, dialect)];
  return {
    open: "",
    parts,
    total: parts.length,
    more: () => "There is more than there is room for in a comment.\n\n",
    close: "",
  };
}

function details(preview: Preview, name: DialectName): Block[] {
  const dialect = dialectOf(name);
  const rows = rowsFor(preview.environments.length);
  const comparisons = comparisonsOf(preview);
  const blocks = [
    ...comparisons.map((comparison) => acknowledgements(comparison, dialect)),
    ...comparisons.map((comparison) =>
      allEffects(comparison, { rows, dialect })
    ),
    unitDetails(comparisons.flatMap(({ units }) => units), dialect),
  ].filter((block) => block.total > 0);
  if (dialect.folds) return blocks;
  return blocks.flatMap((block) => fit(block, UNFOLDED) ?? []);
}
