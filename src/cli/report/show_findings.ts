/**
 * Findings, located and written in the format that was asked for.
 *
 * @module
 */

import type { Finding, Place, Position } from "../../model/mod.ts";
import { type LocatedFinding, locateFindings } from "../../service/mod.ts";
import type { DryTree } from "../../source/mod.ts";
import { textReport } from "./text_report.ts";

/** A dry source that findings point into. */
export interface FindingSource {
  readonly tree: DryTree;
  readonly locate: (place: Place) => Position;
}

/**
 * Locates findings, each once: environments share much of what is wrong.
 *
 * @param findings The findings, of any number of environments.
 * @param source What they point into.
 * @returns The findings with positions, by file and line.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const source = { tree: { files: [], findings: [] }, locate: () => ({ line: 1, column: 1 }) };
 * assertEquals(locateOnce([], source), []);
 * ```
 */
export function locateOnce(
  findings: readonly Finding[],
  source: FindingSource,
): LocatedFinding[] {
  const seen = new Set<string>();
  return locateFindings(findings, source.locate).filter(
    ({ finding, location }) => {
      const { file = "", line = 0, column = 0 } = location ?? {};
      const key = [finding.rule.id, file, line, column, finding.message]
        .join("\0");
      return !seen.has(key) && seen.add(key) !== undefined;
    },
  );
}

/**
 * Writes findings as text, with the lines that they point to and a summary.
 *
 * @param findings The findings with positions.
 * @param options What they point into, and whether to use colours.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const tree = { files: [], findings: [] };
 * assertEquals(findingsText([], { tree, colour: false }), "No findings\n");
 * ```
 */
export function findingsText(
  findings: readonly LocatedFinding[],
  options: { tree: DryTree; colour: boolean },
): string {
  const lines = new Map<string, string[]>();
  const excerpt = (file: string, line: number) => {
    const known = lines.get(file) ?? linesOf(options.tree, file);
    lines.set(file, known);
    return known[line - 1];
  };
  const text = textReport(findings, { colour: options.colour, excerpt });
  return `${text}${text === "" ? "" : "\n"}${summary(findings)}\n`;
}

function linesOf(tree: DryTree, file: string): string[] {
  const text = tree.files.find(({ path }) => path === file)?.text ?? "";
  return text.split(/\r?\n/);
}

function summary(findings: readonly LocatedFinding[]): string {
  const counts = (["error", "warning", "notice"] as const).map((severity) => {
    const count = findings.filter(({ finding }) =>
      finding.severity === severity
    ).length;
    return count === 0 ? "" : `${count} ${severity}${count === 1 ? "" : "s"}`;
  }).filter((part) => part !== "");
  return counts.length === 0 ? "No findings" : counts.join(", ");
}
