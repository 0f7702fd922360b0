/**
 * How much of a fleet a change reaches, as a bar and in words.
 *
 * @module
 */

import type { Comparison } from "../../diff/comparison.ts";
import { formatCount } from "../words/counts.ts";
import { type Markup, markup } from "./markup.ts";

const WIDTH = 1_000;
/** One cluster of ten thousand is to be seen as well. */
const NARROWEST = 6;

/**
 * Draws the parts of a fleet.
 *
 * @param comparison What becomes of the fleet.
 * @returns A bar with its legend; nothing for a fleet without clusters.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { emptyComparison } from "../_testing.ts";
 * assertEquals(String(fleetBar(emptyComparison())), "");
 * ```
 */
export function fleetBar({ clusters, unknown }: Comparison): Markup {
  const { before, created, deleted, changed } = clusters;
  const others = unknown.filter(({ unit }) => unit.kind === "cluster").length;
  const still = before - deleted.length - changed.length - others;
  const parts = [
    { name: "deleted", count: deleted.length },
    { name: "changed", count: changed.length },
    { name: "unknown", count: others },
    { name: "created", count: created.length },
    { name: "unchanged", count: Math.max(0, still) },
  ];
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return markup``;
  const legend = parts.map(({ name, count }) =>
    markup`<li class="${name}"><b>${formatCount(count)}</b> ${name}</li>`
  );
  return markup`<div class="fleet">
<svg viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">${
    bars(parts.filter(({ count }) => count > 0), total)
  }</svg>
<ul aria-label="Clusters">${legend}</ul>
</div>`;
}

function bars(
  parts: readonly { name: string; count: number }[],
  total: number,
): Markup[] {
  const scale = WIDTH + NARROWEST * parts.length;
  const widths = parts.map(({ count }) => count / total * WIDTH + NARROWEST);
  let at = 0;
  return parts.map(({ name }, index) => {
    const width = (widths[index] ?? 0) / scale * WIDTH;
    const bar = markup`<rect class="${name}" x="${at.toFixed(1)}" width="${
      width.toFixed(1)
    }" height="10"/>`;
    at += width;
    return bar;
  });
}
