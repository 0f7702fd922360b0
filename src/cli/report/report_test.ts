import { assertEquals, assertStringIncludes } from "@std/assert";
import { makeFinding } from "../../model/mod.ts";
import type { LocatedFinding } from "../../service/located.ts";
import { jsonReport } from "./json_report.ts";
import { sarifReport } from "./sarif_report.ts";
import { textReport } from "./text_report.ts";

const RULE = {
  id: "reference/credential-not-found",
  severity: "error",
  summary: "A Credential is named that does not exist.",
  remedy: "Declare it, or name another.",
} as const;

const FOUND: LocatedFinding = {
  finding: makeFinding(RULE, 'Cannot resolve Credential "aws": no such object'),
  location: { file: "clusters/eu 1.yaml", line: 9, column: 15 },
  related: [{
    location: { file: "b.yaml", line: 2, column: 1 },
    message: "A Credential of this name",
  }],
};

Deno.test("textReport() shows place, excerpt, related places and remedy", () => {
  const text = textReport([FOUND], {
    colour: false,
    excerpt: () => "  credential: aws",
  });
  assertEquals(
    text,
    `clusters/eu 1.yaml:9:15: error: Cannot resolve Credential "aws": no such object [reference/credential-not-found]
  9 |   credential: aws
    |               ^
  b.yaml:2:1: A Credential of this name
  Declare it, or name another.
`,
  );
});

Deno.test("textReport() lets nothing from the repository steer a terminal", () => {
  const evil = {
    ...FOUND,
    finding: makeFinding(RULE, 'Cannot resolve "\u001b]0;owned\u0007\u202e"'),
  };
  const text = textReport([evil], { colour: true, excerpt: () => undefined });
  assertStringIncludes(text, "\\u001b]0;owned\\u0007\\u202e");
});

Deno.test("jsonReport() counts by severity and keeps what tools need", () => {
  assertEquals(jsonReport([FOUND]), {
    version: 1,
    summary: { errors: 1, warnings: 0, notices: 0 },
    findings: [{
      id: "reference/credential-not-found",
      severity: "error",
      message: 'Cannot resolve Credential "aws": no such object',
      remedy: "Declare it, or name another.",
      location: { file: "clusters/eu 1.yaml", line: 9, column: 15 },
      related: [{
        location: { file: "b.yaml", line: 2, column: 1 },
        message: "A Credential of this name",
      }],
    }],
  });
});

Deno.test("sarifReport() names rule, level, region and an encoded URI", () => {
  const log = JSON.stringify(sarifReport([FOUND], "0.1.0"));
  for (
    const part of [
      '"uri":"clusters/eu%201.yaml"',
      '"startLine":9,"startColumn":15',
      '"level":"error"',
      '"id":"reference/credential-not-found"',
      '"relatedLocations":[{"physicalLocation"',
    ]
  ) assertStringIncludes(log, part);
});
