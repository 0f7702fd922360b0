import { assertEquals } from "@std/assert";
import { parseVersion } from "./semver.ts";
import { parseConstraint } from "./version_constraint.ts";

/** What Masterminds/semver 3.5 says. */
const CASES: readonly [
  constraint: string,
  version: string,
  expected: boolean,
][] = [
  [">= 1.30.0", "v1.36.3+k0s.2", true],
  [">=1.30", "1.31.0-rc.1", false],
  [">=1.30.0-0", "1.31.0-rc.1", true],
  ["=1.31", "1.31.7", true],
  ["1.31", "1.32.0", false],
  ["1.29 - 1.31", "1.31.5", true],
  ["1.29 - 1.31", "1.32.0", false],
  [">=1.28, <1.32", "1.31.9", true],
  [">=1.28, <1.32", "1.32.0", false],
  [">=1.28 <1.32", "1.30.0", true],
  ["<1.28 || >1.30", "1.29.0", false],
  ["<1.28 || >1.30", "1.31.0", true],
  [">1.30", "1.30.5", false],
  [">1.30.4", "1.30.5", true],
  ["<=1.30", "1.30.5", true],
  ["!=1.30", "1.30.5", false],
  ["!=1.30.1", "1.30.5", true],
  ["~1.30.2", "1.30.9", true],
  ["~1.30.2", "1.31.0", false],
  ["~1", "1.99.0", true],
  ["~>1.30", "1.30.9", true],
  ["^1.30", "1.99.0", true],
  ["^1.30", "2.0.0", false],
  ["^0.2.3", "0.2.9", true],
  ["^0.2.3", "0.3.0", false],
  ["^0.0.3", "0.0.4", false],
  ["^0.0", "0.0.4", true],
  ["1.x", "1.31.0", true],
  ["1.31.x", "1.32.0", false],
  ["*", "1.31.0", true],
  ["*", "1.31.0-rc.1", false],
  [">=v1.30", "1.30.0", true],
];

Deno.test("parseConstraint() accepts the versions that KCM accepts", () => {
  for (const [constraint, version, expected] of CASES) {
    const accepts = parseConstraint(constraint);
    const found = accepts?.(parseVersion(version)!);
    assertEquals([constraint, version, found], [constraint, version, expected]);
  }
});

Deno.test("parseConstraint() refuses what is no constraint", () => {
  for (const text of ["", "latest", ">= ", "1.2.3.4", "=>>1", ">=1.30 ||"]) {
    assertEquals([text, parseConstraint(text)], [text, undefined]);
  }
});

Deno.test("parseVersion() takes what Masterminds takes", () => {
  const cases: [string, boolean][] = [
    ["1.2", true],
    ["v1.2.3", true],
    ["1.36.3+k0s.2", true],
    ["*", false],
    ["1.x", false],
    ["1.2.3.4", false],
    ["latest", false],
  ];
  for (const [text, expected] of cases) {
    assertEquals([text, parseVersion(text) !== undefined], [text, expected]);
  }
});
