import type { LocatedFinding } from "../../service/located.ts";

/**
 * Findings as JSON, in the shape of docs/reference/json.md.
 *
 * @param findings The findings.
 * @returns A value to serialise.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(jsonReport([]), {
 *   version: 1,
 *   summary: { errors: 0, warnings: 0, notices: 0 },
 *   findings: [],
 * });
 * ```
 */
export function jsonReport(
  findings: readonly LocatedFinding[],
): Record<string, unknown> {
  const count = (severity: string) =>
    findings.filter(({ finding }) => finding.severity === severity).length;
  return {
    version: 1,
    summary: {
      errors: count("error"),
      warnings: count("warning"),
      notices: count("notice"),
    },
    findings: findings.map(({ finding, location, related }) => ({
      id: finding.rule.id,
      severity: finding.severity,
      message: finding.message,
      remedy: finding.remedy,
      ...(location === undefined ? {} : { location }),
      ...(finding.object === undefined ? {} : { object: finding.object }),
      ...(related.length === 0 ? {} : { related }),
    })),
  };
}
