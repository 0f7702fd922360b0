import type { RepositoryOutcome } from "../service/mod.ts";
import { environmentText, renderFindings } from "./render_text.ts";
import { findingsText, locateOnce } from "./report/show_findings.ts";

/**
 * What a loop says about one render.
 *
 * @param outcome What became of the repository.
 * @param options Whether to use colours.
 * @returns The text: findings first, then a line for each environment.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   renderLog({ kind: "unreadable", reason: "Cannot reach it" }, { colour: false }),
 *   "error: Cannot reach it\n",
 * );
 * ```
 */
export function renderLog(
  outcome: RepositoryOutcome,
  options: { colour: boolean },
): string {
  if (outcome.kind === "unreadable") return `error: ${outcome.reason}\n`;
  if (outcome.kind === "no-environment") {
    return "error: Cannot render: no environment of that name\n";
  }
  const { tree, source } = outcome;
  const located = locateOnce(renderFindings(outcome), {
    tree,
    locate: (place) => source.locate(place),
  }).filter(({ finding }) => finding.severity !== "notice");
  const findings = located.length === 0
    ? ""
    : findingsText(located, { tree, colour: options.colour });
  const commit = `${outcome.drySha.slice(0, 12)} `;
  const lines = outcome.environments.map((each) =>
    commit + environmentText(each)
  );
  return findings + lines.join("");
}
