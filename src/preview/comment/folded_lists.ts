/**
 * Lists in full, of which the first screen has only the beginning.
 *
 * @module
 */

import type { Comparison } from "../../diff/comparison.ts";
import { reachOfCauses } from "../words/causes.ts";
import { countOf } from "../words/counts.ts";
import type { Dialect } from "./dialect.ts";
import { effectTable } from "./effect_table.ts";
import { fence } from "./escape.ts";
import type { BlockGroup } from "./fit.ts";
import { folded } from "./folded.ts";

/** So many acknowledgements stand on the first screen. */
const ON_SCREEN = 4;

/** A list this long is left out as a whole where there is no room for it. */
const CHUNK = 50;

/**
 * All effects, where they are many.
 *
 * @param comparison What they are of.
 * @param options How many the first screen has, and how to write.
 * @returns A folded table; without rows where the first screen has them all.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { emptyComparison } from "../_testing.ts";
 * assertEquals(allEffects(emptyComparison(), { rows: 8, dialect: { folds: true } }).total, 0);
 * ```
 */
export function allEffects(
  comparison: Comparison,
  { rows, dialect }: { readonly rows: number; readonly dialect: Dialect },
): BlockGroup {
  const { groups } = comparison;
  const title = `All ${countOf(groups.length, "effect")}`;
  const fold = folded(dialect, { html: title, markdown: `**${title}**` });
  const table = effectTable({
    groups: groups.length > rows + 1 ? groups : [],
    rows: groups.length,
    reaches: reachOfCauses(comparison),
  });
  return {
    ...table,
    open: fold.open + table.open,
    close: table.close + fold.close,
  };
}

/**
 * All that has to be written into the source to accept what a guard stops,
 * where it is much.
 *
 * @param comparison What the guards look at.
 * @param dialect How to write.
 * @returns Folded lists; none where the first screen has it all.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { emptyComparison } from "../_testing.ts";
 * assertEquals(acknowledgements(emptyComparison(), { folds: true }).total, 0);
 * ```
 */
export function acknowledgements(
  comparison: Comparison,
  dialect: Dialect,
): BlockGroup {
  const lines = comparison.guards
    .filter(({ state }) => state === "tripped")
    .flatMap((guard) => guard.acknowledgements);
  const many = lines.length > ON_SCREEN ? lines : [];
  const title = `All ${countOf(many.length, "acknowledgement")}`;
  const chunks = [];
  for (let at = 0; at < many.length; at += CHUNK) {
    const entries = many.slice(at, at + CHUNK).map((entry) => `  ${entry}`);
    const lines = ["k0render.dev/acknowledge: >-", ...entries];
    chunks.push(`${fence(lines, "yaml")}\n`);
  }
  return {
    ...folded(dialect, { html: title, markdown: `**${title}**` }),
    parts: chunks,
    total: chunks.length,
    more: () => "… and more, which the report has.\n\n",
  };
}
