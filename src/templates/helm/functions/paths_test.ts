import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("paths are cleaned as Go does", () => {
  check([
    ['base "a//"', "a"],
    ['base ""', "."],
    ['dir "a/../b/c"', "b"],
    ['dir "a"', "."],
    ['clean "/../a"', "/a"],
    ['ext "a.tar.gz"', ".gz"],
    ['isAbs "/a"', "true"],
  ]);
});
