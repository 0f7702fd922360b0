/**
 * What a commit status says: one line without text from the repository.
 *
 * @module
 */

import type { Preview } from "./preview.ts";
import { EFFECT_WORDS } from "./words/effect_words.ts";
import { summariseAll } from "./words/summary.ts";
import { effectKinds, verdictOf } from "./words/verdict.ts";

const LIMIT = 140;

/** What a commit status says. */
export interface PreviewStatus {
  readonly state: "pending" | "success" | "failure";
  /** At most 140 characters. */
  readonly description: string;
}

/** What it says until the preview is there. */
export const PENDING_STATUS: PreviewStatus = {
  state: "pending",
  description: "Rendering both sides of the change",
};

/**
 * Says in one line what a change does.
 *
 * @param preview What there is to say about the change.
 * @returns `failure` where a guard is tripped or the change brings errors.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const preview = { version: "1", base: "", head: "", environments: [], findings: [], links: {} };
 * assertEquals(previewStatus(preview), {
 *   state: "success",
 *   description: "Nothing changes",
 * });
 * ```
 */
export function previewStatus(preview: Preview): PreviewStatus {
  const { level, reasons } = verdictOf(preview);
  const stopped = level === "stopped";
  const parts = [
    ...(stopped && preview.problem === undefined ? reasons.slice(0, -1) : []),
    summariseAll(preview),
    ...effectKinds(preview).map((kind) => EFFECT_WORDS[kind].word),
  ];
  const description = parts.reduce((line, part) => {
    const longer = `${line}; ${part}`;
    return longer.length <= LIMIT ? longer : line;
  });
  return { state: stopped ? "failure" : "success", description };
}
