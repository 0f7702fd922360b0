/**
 * The effects of a change as rows, the gravest first.
 *
 * @module
 */

import type { EffectGroup } from "../../diff/comparison.ts";
import { type Cause, formatIdentity } from "../../model/mod.ts";
import { causeKey, type Reaches } from "../words/causes.ts";
import { countOf, firstOf, formatCount } from "../words/counts.ts";
import { EFFECT_WORDS } from "../words/effect_words.ts";
import { code, prose } from "./escape.ts";
import type { BlockGroup } from "./fit.ts";

const ROWS = 8;
const FEWEST_ROWS = 3;
const NAMED_MEMBERS = 3;
const NAMED_CAUSES = 2;
const SUMMARY = 160;
const NAME = 80;

/** Which effects to show, and what is known of their causes. */
export interface EffectTable {
  readonly groups: readonly EffectGroup[];
  /** How many rows there may be. */
  readonly rows: number;
  readonly reaches: Reaches;
}

/**
 * How many rows there may be on the first screen.
 *
 * @param environments How many environments share it.
 * @returns The number of rows for each.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals([1, 2, 9].map(rowsFor), [8, 4, 3]);
 * ```
 */
export function rowsFor(environments: number): number {
  return Math.max(FEWEST_ROWS, Math.floor(ROWS / environments));
}

/**
 * Writes effects as a table.
 *
 * @param table Which effects.
 * @returns The table, as a block of rows.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const table = effectTable({ groups: [], rows: 8, reaches: new Map() });
 * assertEquals(table.total, 0);
 * ```
 */
export function effectTable(table: EffectTable): BlockGroup {
  const { named } = firstOf(table.groups, table.rows);
  const isCaused = table.groups.some(({ causes }) => causes.length > 0);
  const row = (cells: readonly string[]) =>
    `| ${cells.slice(0, isCaused ? 3 : 2).join(" | ")} |\n`;
  return {
    open: row(["Effect", "Reaches", "Because of"]) + row([":--", ":--", ":--"]),
    parts: named.map((group) => row(effectCells(group, table.reaches))),
    total: table.groups.length,
    more: (left) => row(["…", countOf(left, "more effect"), ""]),
    close: "\n",
  };
}

function effectCells(group: EffectGroup, reaches: Reaches): string[] {
  const { icon, word } = EFFECT_WORDS[group.kind];
  const exceptions = group.exceptions.length;
  const parts = [
    `${icon} **${word}** ${prose(group.summary, SUMMARY)}`,
    ...(exceptions === 0
      ? []
      : [`${exceptions} of them ${exceptions === 1 ? "differs" : "differ"}`]),
  ];
  return [
    parts.join(" · "),
    reachText(group),
    causesText(group.causes, reaches),
  ];
}

function reachText({ members }: EffectGroup): string {
  const clusters = [
    ...new Set(members.flatMap(({ cluster }) => cluster ?? [])),
  ];
  const names = clusters.length > 0
    ? clusters
    : [...new Set(members.map(({ object }) => formatIdentity(object)))];
  const { named, more } = firstOf(names, NAMED_MEMBERS);
  const list = named.map((name) => code(name, NAME)).join(", ");
  if (more > 0) {
    const noun = clusters.length > 0 ? "cluster" : "object";
    return `**${countOf(names.length, noun)}**: ${list} and ${
      formatCount(more)
    } more`;
  }
  return list;
}

function causesText(causes: readonly Cause[], reaches: Reaches): string {
  const distinct = [
    ...new Map(causes.map((cause) => [causeKey(cause), cause])).values(),
  ];
  const { named, more } = firstOf(distinct, NAMED_CAUSES);
  const list = named.map((cause) => causeText(cause, reaches)).join(", ");
  return more === 0 ? list : `${list} and ${countOf(more, "more line")}`;
}

function causeText(cause: Cause, reaches: Reaches): string {
  const clusters = reaches.get(causeKey(cause))?.clusters ?? 0;
  const reach = clusters < 2 ? "" : ` → ${countOf(clusters, "cluster")}`;
  const gone = cause.side === "before" ? " (removed)" : "";
  return `${code(`${cause.file}:${cause.line}`, NAME)}${gone}${reach}`;
}
