/**
 * The lines of the dry source that cause a change, on a page.
 *
 * @module
 */

import type { Comparison } from "../../diff/comparison.ts";
import { type Reach, reachOfCauses } from "../words/causes.ts";
import { countOf, firstOf } from "../words/counts.ts";
import { type Markup, markup } from "./markup.ts";

const SHOWN = 200;

/**
 * Writes which lines reach how many clusters.
 *
 * @param comparison What they cause.
 * @returns A list, the widest reach first; nothing where there are none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { emptyComparison } from "../_testing.ts";
 * assertEquals(String(causeList(emptyComparison())), "");
 * ```
 */
export function causeList(comparison: Comparison): Markup {
  const reaches = [...reachOfCauses(comparison).values()];
  if (reaches.length === 0) return markup``;
  const { named, more } = firstOf(reaches, SHOWN);
  return markup`<h3>Caused by</h3>
<ul class="causes">${named.map(causeItem)}</ul>${
    more === 0 ? "" : markup`<p>and ${countOf(more, "more line")}</p>`
  }`;
}

function causeItem({ cause, clusters }: Reach): Markup {
  return markup`<li data-find><code>${cause.file}:${cause.line}</code> <span class="path">${cause.field}</span>${
    cause.side === "before" ? " (removed)" : ""
  }${
    clusters === 0 ? "" : markup` → <b>${countOf(clusters, "cluster")}</b>`
  }</li>`;
}
