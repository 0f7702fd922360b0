/**
 * What came of comparing two sides, in all formats.
 *
 * @module
 */

import type { DialectName } from "../../preview/mod.ts";
import { VERSION } from "../../service/mod.ts";
import type { ComparedSides } from "../compare_sides.ts";
import { diffJson } from "./diff_json.ts";
import { diffHtml, diffMarkdown } from "./diff_preview.ts";
import { diffSarif } from "./diff_sarif.ts";
import { diffText } from "./diff_text.ts";
import { printable } from "./printable.ts";
import { findingsText, locateOnce } from "./show_findings.ts";

/** The formats by the endings of files that hold them. */
export const DIFF_FORMATS = {
  txt: "text",
  md: "markdown",
  json: "json",
  html: "html",
  sarif: "sarif",
} as const;

/** A format of `k0render diff`. */
export type DiffFormat = typeof DIFF_FORMATS[keyof typeof DIFF_FORMATS];

/** How a comparison is written. */
export interface DiffReportOptions {
  readonly format: DiffFormat;
  /** For which forge Markdown is. */
  readonly dialect: DialectName;
  /** Whether text has colours. */
  readonly colour: boolean;
}

/**
 * The format of a file.
 *
 * @param path The file's path.
 * @returns The format by the path's ending, or `undefined` where there is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatOf("out/diff.md"), "markdown");
 * assertEquals(formatOf("diff"), undefined);
 * ```
 */
export function formatOf(path: string): DiffFormat | undefined {
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? "";
  return Object.entries(DIFF_FORMATS).find(([each]) => each === ending)?.[1];
}

/**
 * Writes a comparison in a format.
 *
 * @param compared What came of comparing two sides.
 * @param options The format.
 * @returns The text.
 */
export async function diffReport(
  compared: ComparedSides,
  { format, dialect, colour }: DiffReportOptions,
): Promise<string> {
  const { findingSource } = compared;
  const findings = locateOnce(compared.findings, findingSource);
  switch (format) {
    case "text": {
      const { tree } = findingSource;
      const said = findings.length === 0
        ? ""
        : `\n${findingsText(findings, { tree, colour })}`;
      return diffText(compared, { colour }) + said;
    }
    case "markdown":
      return diffMarkdown(compared, { findings, dialect });
    case "html":
      return await diffHtml(compared, findings);
    case "json":
      return jsonText(diffJson(compared, findings));
    case "sarif":
      return jsonText(diffSarif(compared, { findings, version: VERSION }));
  }
}

/** Our escapes are those of JSON, so that readers get the text as it was. */
function jsonText(value: unknown): string {
  return `${printable(JSON.stringify(value, undefined, 2))}\n`;
}
