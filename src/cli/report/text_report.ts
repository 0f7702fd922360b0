import { styleText } from "node:util";
import type { Severity } from "../../model/mod.ts";
import type { LocatedFinding } from "../../service/located.ts";
import { printable } from "./printable.ts";

const COLOURS = {
  error: ["red", "bold"],
  warning: ["yellow", "bold"],
  notice: ["cyan", "bold"],
} as const satisfies Record<Severity, readonly string[]>;

/** How a text report looks. */
export interface TextReportOptions {
  /** Whether to use colours. */
  readonly colour: boolean;
  /** The line of a file, for the excerpt under a finding. */
  readonly excerpt: (file: string, line: number) => string | undefined;
}

/**
 * Findings as text for people.
 *
 * Text from the repository is stripped of control characters, so that it
 * cannot steer a terminal.
 *
 * @param findings The findings, in the order to show.
 * @param options How it looks.
 * @returns The text; empty without findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(textReport([], { colour: false, excerpt: () => undefined }), "");
 * ```
 */
export function textReport(
  findings: readonly LocatedFinding[],
  options: TextReportOptions,
): string {
  return findings.map((finding) => entry(finding, options)).join("\n");
}

function entry(
  { finding, location, related }: LocatedFinding,
  options: TextReportOptions,
): string {
  const paint = (text: string) =>
    options.colour ? styleText([...COLOURS[finding.severity]], text) : text;
  const where = location === undefined
    ? ""
    : `${location.file}:${location.line}:${location.column}: `;
  const said = `: ${finding.message} [${finding.rule.id}]`;
  const first = printable(where) + paint(finding.severity) + printable(said);
  const lines = [
    ...excerptLines(location, options),
    ...related.map(({ location: other, message }) =>
      `  ${other.file}:${other.line}:${other.column}: ${message}`
    ),
    `  ${finding.remedy}`,
  ];
  return [first, ...lines.map(printable)].join("\n") + "\n";
}

function excerptLines(
  location: LocatedFinding["location"],
  options: TextReportOptions,
): string[] {
  if (location === undefined) return [];
  const line = options.excerpt(location.file, location.line);
  if (line === undefined || line.trim() === "" || line.length > 160) return [];
  const number = String(location.line);
  const gutter = " ".repeat(number.length);
  return [
    `  ${number} | ${line}`,
    `  ${gutter} | ${" ".repeat(location.column - 1)}^`,
  ];
}
