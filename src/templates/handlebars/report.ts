/**
 * How what is wrong with a template becomes a finding.
 *
 * @module
 */

import {
  type Finding,
  type FindingRule,
  makeFinding,
} from "../../model/mod.ts";
import type { Location } from "./location.ts";

/** Takes what is wrong with a template. */
export type Report = (
  rule: FindingRule,
  location: Location,
  message: string,
) => void;

/**
 * Collects findings; one that is reported twice, as for a partial that is
 * used twice, is kept once.
 *
 * @returns Where to report, and what was reported.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { report, findings } = collectFindings();
 * const rule = { id: "a/b", severity: "error", summary: "", remedy: "" } as const;
 * report(rule, { template: "a.hbs", line: 1, column: 1 }, "Cannot use a");
 * report(rule, { template: "a.hbs", line: 1, column: 1 }, "Cannot use a");
 * assertEquals(findings.length, 1);
 * ```
 */
export function collectFindings(): { report: Report; findings: Finding[] } {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const report: Report = (rule, { template, line, column }, message) => {
    const key = `${rule.id} ${template}:${line}:${column} ${message}`;
    if (seen.has(key)) return;
    seen.add(key);
    const origin = { file: template, document: 0, line: 1 };
    const place = { origin, position: { line, column } };
    findings.push(makeFinding(rule, message, { place }));
  };
  return { report, findings };
}
