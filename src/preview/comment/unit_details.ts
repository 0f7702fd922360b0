/**
 * What changes in detail, folded away cluster by cluster.
 *
 * @module
 */

import type { ComparedUnit } from "../../diff/comparison.ts";
import type { ObjectChange } from "../../model/mod.ts";
import type { FieldView } from "../changes/field_view.ts";
import { type ObjectView, viewObject } from "../changes/object_view.ts";
import { type SameChange, sameChanges } from "../changes/same_changes.ts";
import { countOf, firstOf, formatCount } from "../words/counts.ts";
import { EFFECT_WORDS } from "../words/effect_words.ts";
import { effectKindsOf } from "../words/verdict.ts";
import { unitTitle } from "../words/units.ts";
import type { Dialect } from "./dialect.ts";
import { folded } from "./folded.ts";
import { code, fence, htmlCode } from "./escape.ts";
import type { Block, BlockGroup } from "./fit.ts";

const NAMED_UNITS = 3;
/** A change of more lines is only counted; the report has it in full. */
const MOST_LINES = 40;

/**
 * Writes what changes in each unit; units that change alike stand together.
 *
 * @param units The units.
 * @param dialect How to write.
 * @returns Blocks, one for each change.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(unitDetails([], { folds: true }).total, 0);
 * ```
 */
export function unitDetails(
  units: readonly ComparedUnit[],
  dialect: Dialect,
): BlockGroup {
  const shown = units.filter(isWorthReading);
  const same = sameChanges(shown);
  const title = `Changes in detail (${shown.length})`;
  return {
    ...folded(dialect, { html: title, markdown: `**${title}**` }),
    parts: changeBlocks(same, dialect),
    total: same.length,
    more: (left) => `… and ${countOf(left, "more change")}.\n\n`,
  };
}

/** What is for review only, and does nothing, is left to the report. */
function isWorthReading({ changes, effects }: ComparedUnit): boolean {
  return changes.some(({ applied }) => applied) ||
    changes.length > 0 && effects.some(({ kind }) => kind !== "no-effect");
}

function* changeBlocks(
  changes: readonly SameChange[],
  dialect: Dialect,
): Iterable<Block> {
  for (const change of changes) yield changeBlock(change, dialect);
}

function changeBlock({ example, units }: SameChange, dialect: Dialect): Block {
  const names = units.map(({ unit }) => unitTitle(unit));
  const { named, more } = firstOf(names, NAMED_UNITS);
  const [kind] = effectKindsOf(example.effects);
  const tail = (more === 0 ? "" : ` and ${formatCount(more)} more`) +
    (kind === undefined ? "" : `: ${EFFECT_WORDS[kind].word}`);
  const parts = [
    ...(names.length === 1 ? [] : [sameNote(names)]),
    ...objectBlocks(example.changes.filter(({ applied }) => applied)),
    ...reviewNote(example.changes),
  ];
  return {
    ...folded(dialect, {
      html: named.map(htmlCode).join(", ") + tail,
      markdown: named.map((name) => code(name)).join(", ") + tail,
    }),
    parts,
    total: parts.length,
    more: (left) => `… and ${countOf(left, "more object")}.\n\n`,
  };
}

function sameNote([first = ""]: readonly string[]): string {
  return `The same in all of them, save for their own names. This is ${
    code(first)
  }:\n\n`;
}

function reviewNote(changes: readonly ObjectChange[]): string[] {
  const count = changes.filter(({ applied }) => !applied).length;
  if (count === 0) return [];
  const verb = count === 1 ? "changes" : "change";
  return [
    `${
      countOf(count, "object")
    } for review, which Flux does not apply, ${verb} as well.\n\n`,
  ];
}

function objectBlocks(changes: readonly ObjectChange[]): string[] {
  const views = changes.map(viewObject);
  const come = views.filter(({ kind }) => kind === "added");
  const go = views.filter(({ kind }) => kind === "removed");
  const stay = views.filter(({ kind }) =>
    kind === "changed" || kind === "renamed"
  );
  return [
    ...namesBlock(go, "-"),
    ...namesBlock(come, "+"),
    ...stay.map(changedBlock),
  ];
}

function namesBlock(views: readonly ObjectView[], sign: "-" | "+"): string[] {
  if (views.length === 0) return [];
  const { named, more } = firstOf(views, MOST_LINES);
  return [
    fence([
      ...named.map(({ title }) => `${sign} ${title}`),
      ...(more === 0 ? [] : [`  and ${countOf(more, "more object")}`]),
    ], "diff") + "\n",
  ];
}

function changedBlock({ title, formerTitle, fields }: ObjectView): string {
  const lines = fields.flatMap(fieldLines);
  const heading = formerTitle === undefined
    ? title
    : `${title}, before ${formerTitle}`;
  if (lines.length > MOST_LINES) {
    return `${code(heading)}: ${countOf(lines.length, "line")} differ\n\n`;
  }
  return `${fence([`@@ ${heading} @@`, ...lines], "diff")}\n`;
}

function fieldLines(field: FieldView): string[] {
  if (field.kind === "lines") {
    return [
      `  ${field.path}:`,
      ...field.lines.map(({ sign, text }) => `${sign}   ${text}`),
    ];
  }
  const { path, before, after } = field;
  return [
    ...(before === undefined ? [] : [`- ${path}: ${before}`]),
    ...(after === undefined ? [] : [`+ ${path}: ${after}`]),
  ];
}
