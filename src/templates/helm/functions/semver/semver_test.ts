import { assertEquals } from "@std/assert";
import { evaluate } from "../testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("constraints are those of Masterminds", () => {
  check([
    ['semverCompare "^1.2.0" "1.5.0"', "true"],
    ['semverCompare ">=1.19" "1.30.0-gke.1"', "false"],
    ['semverCompare ">=1.19-0" "1.30.0-gke.1"', "true"],
    ['semverCompare ">11" "11.1.0"', "false"],
    ['semverCompare "1.2 - 1.4" "1.4.9"', "true"],
    ['semverCompare "~0.0.0" "9.0.0"', "true"],
    ['semverCompare "^0.0.3" "0.0.4"', "false"],
    ['semverCompare "abc" "1.0.0"', 'error: improper constraint: "abc"'],
    ['semverCompare "*" "x"', "error: invalid semantic version"],
  ]);
});

Deno.test("a version has its methods", () => {
  check([
    ['(semver "v1.2.3-a+b").Prerelease', "a"],
    ['(semver "v1.2").Original', "v1.2"],
    ['(semver "1.2.3").IncMinor', "1.3.0"],
    ['(semver "1.2.3").Compare (semver "1.10.0")', "-1"],
    ['(semver "1.2.3").Major | typeOf', "uint64"],
    [
      '(semver "1.2.3").SetPrerelease "01"',
      "error: version segment starts with 0",
    ],
    [
      '(semver "1.2.3").Compare "1.2.3"',
      'error: can\'t handle "1.2.3" for arg of type *semver.Version',
    ],
  ]);
});
