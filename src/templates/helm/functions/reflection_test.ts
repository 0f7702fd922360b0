import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

const DATA = { big: 1000000, port: 22 };

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression, DATA), expected, expression);
  }
}

Deno.test("types and kinds are Go's", () => {
  check([
    ["typeOf 1", "int"],
    ["typeOf 1.0", "float64"],
    ["typeOf .big", "float64"],
    ["typeOf (int64 1)", "int64"],
    ["typeOf nil", "<nil>"],
    ['typeOf (semver "1.2.3")', "*semver.Version"],
    ["kindOf (dict)", "map"],
    ["kindOf (list)", "slice"],
    ["kindOf nil", "invalid"],
    ['kindOf (semver "1.2.3")', "ptr"],
    ['kindIs "float64" .big', "true"],
    ['typeIsLike "semver.Version" (semver "1.2.3")', "true"],
  ]);
});

Deno.test("deepEqual compares types too", () => {
  check([
    ["deepEqual 1 1.0", "false"],
    ['deepEqual (list "a") (splitList "," "a")', "false"],
    ["deepEqual (list) (rest (list))", "false"],
    ['deepEqual (dict "a" (list 1)) (dict "a" (list 1))', "true"],
  ]);
});
