/**
 * The first screen of a comment: what happens to running clusters, whether
 * anything is dangerous, who is affected.
 *
 * @module
 */

import type { Comparison } from "../../diff/comparison.ts";
import {
  comparisonsOf,
  type EnvironmentPreview,
  type Preview,
} from "../preview.ts";
import { reachOfCauses } from "../words/causes.ts";
import { shortCommit } from "../words/commits.ts";
import { countOf, firstOf, formatCount } from "../words/counts.ts";
import { summarise, summariseAll } from "../words/summary.ts";
import { verdictOf } from "../words/verdict.ts";
import { effectTable, rowsFor } from "./effect_table.ts";
import { code, link, prose } from "./escape.ts";
import type { Block } from "./fit.ts";
import {
  findingNotes,
  guardNotes,
  unknownNotes,
  warningNotes,
} from "./notes.ts";

const NAMED_NAMESPACES = 4;

/**
 * The first line: what becomes of clusters.
 *
 * @param preview What there is to say.
 * @returns A heading.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const preview = { version: "1", base: "", head: "", environments: [], findings: [], links: {} };
 * assertEquals(headline(preview), "### 🟢 Nothing changes\n\n");
 * ```
 */
export function headline(preview: Preview): string {
  const { icon } = verdictOf(preview);
  return `### ${icon} ${summariseAll(preview)}\n\n`;
}

/**
 * The first screen below the first line.
 *
 * @param preview What there is to say.
 * @returns Blocks, the most important first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const preview = { version: "1", base: "", head: "", environments: [], findings: [], links: {} };
 * assertEquals(screen(preview).length, 1);
 * ```
 */
export function screen(preview: Preview): Block[] {
  const { environments } = preview;
  const several = environments.length > 1;
  const rows = rowsFor(environments.length);
  return [
    verdict(preview),
    problemNote(preview),
    ...environments.flatMap((environment) => [
      ...(several ? [environmentHeading(environment)] : []),
      ...environmentBlocks(environment.comparison, rows),
    ]),
    warningNotes(comparisonsOf(preview).flatMap(({ groups }) => groups)),
    findingNotes(preview.findings),
  ].filter((block) =>
    typeof block === "string" ? block !== "" : block.total > 0
  );
}

/**
 * The last line: where there is more, and what was compared.
 *
 * @param preview What there is to say.
 * @returns A paragraph.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const preview = { version: "1", base: "ab", head: "cd", environments: [], findings: [], links: {} };
 * assertEquals(footer(preview), "`ab` → `cd` · k0render 1\n");
 * ```
 */
export function footer(preview: Preview): string {
  const { version, base, head, environments, links } = preview;
  const parts = [
    ...(links.report === undefined ? [] : [link(links.report, "Full report")]),
    ...environments.flatMap(environmentLinks),
    `${code(shortCommit(base))} → ${code(shortCommit(head))}`,
    `k0render ${version}`,
  ];
  return `${parts.join(" · ")}\n`;
}

function environmentLinks({ branch, links }: EnvironmentPreview): string[] {
  const of = branch === undefined ? "" : ` of ${code(branch)}`;
  return [
    ...(links.compare === undefined
      ? []
      : [link(links.compare, "Rendered changes") + of]),
    ...(links.branch === undefined
      ? []
      : [link(links.branch, "Preview branch")]),
  ];
}

function verdict(preview: Preview): string {
  const { word, reasons } = verdictOf(preview);
  return `**${word}**: ${reasons.join(". ")}.\n\n`;
}

function problemNote({ problem }: Preview): string {
  return problem === undefined ? "" : `**Because**: ${prose(problem)}\n\n`;
}

function environmentHeading(preview: EnvironmentPreview): string {
  const { environment, branch } = preview;
  const target = branch === undefined ? "" : ` → ${code(branch)}`;
  return `#### ${code(environment)}${target}: ${summarise([preview])}\n\n`;
}

function environmentBlocks(
  comparison: Comparison | undefined,
  rows: number,
): Block[] {
  if (comparison === undefined) return [];
  const { groups } = comparison;
  return [
    affected(comparison),
    guardNotes(comparison),
    effectTable({ groups, rows, reaches: reachOfCauses(comparison) }),
    unknownNotes(comparison),
  ];
}

function affected({ clusters }: Comparison): string {
  const { before, changed, created, deleted } = clusters;
  const counts = new Map<string, number>();
  for (const cluster of [...changed, ...created, ...deleted]) {
    const namespace = cluster.slice(0, cluster.indexOf("/"));
    counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  }
  if (counts.size === 0) return "";
  const most = [...counts].sort(([, left], [, right]) => right - left);
  const { named, more } = firstOf(most, NAMED_NAMESPACES);
  const list = named.map(([namespace, count]) =>
    `${code(namespace)} ${formatCount(count)}`
  );
  const tail = more === 0 ? "" : ` and ${countOf(more, "more namespace")}`;
  const all = before === 0 ? "" : ` of ${countOf(before, "cluster")}`;
  return `**Affected**: ${list.join(", ")}${tail}${all}\n\n`;
}
