import type { Severity } from "../../model/mod.ts";
import type { LocatedFinding, Location } from "../../service/located.ts";

const LEVELS = {
  error: "error",
  warning: "warning",
  notice: "note",
} as const satisfies Record<Severity, string>;

/**
 * Findings as SARIF 2.1.0, which forges show beside the lines.
 *
 * @param findings The findings.
 * @param version The version of k0render.
 * @returns A SARIF log to serialise.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(sarifReport([], "1.0.0").version, "2.1.0");
 * ```
 */
export function sarifReport(
  findings: readonly LocatedFinding[],
  version: string,
): Record<string, unknown> {
  const rules = new Map(
    findings.map(({ finding }) => [finding.rule.id, finding.rule]),
  );
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: {
        driver: {
          name: "k0render",
          version,
          rules: [...rules.values()].map((rule) => ({
            id: rule.id,
            shortDescription: { text: rule.summary },
            help: { text: rule.remedy },
            defaultConfiguration: { level: LEVELS[rule.severity] },
          })),
        },
      },
      columnKind: "utf16CodeUnits",
      results: findings.map(result),
    }],
  };
}

function result({ finding, location, related }: LocatedFinding) {
  return {
    ruleId: finding.rule.id,
    level: LEVELS[finding.severity],
    message: { text: `${finding.message}. ${finding.remedy}` },
    locations: location === undefined ? [] : [physical(location)],
    relatedLocations: related.map(({ location: other, message }) => ({
      ...physical(other),
      message: { text: message },
    })),
  };
}

function physical(location: Location) {
  return {
    physicalLocation: {
      artifactLocation: {
        uri: location.file.split("/").map(encodeURIComponent).join("/"),
      },
      region: { startLine: location.line, startColumn: location.column },
    },
  };
}
