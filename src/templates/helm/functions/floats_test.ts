import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("decimals are added and multiplied without error", () => {
  check([
    ["addf 0.1 0.2", "0.3"],
    ["mulf 1.1 1.1", "1.21"],
    ["divf 1 3", "0.3333333333333333"],
    ["divf 1 0", "error: decimal division by 0"],
    ["subf 1.5 0.2 0.3", "1"],
  ]);
});

Deno.test("rounding looks at what is left behind the digit", () => {
  check([
    ["round 123.555555 3", "123.556"],
    ["round -2.5 0", "-3"],
    ["round 123.456 1 0.4", "123.5"],
    ["floor -1.5", "-2"],
    ['ceil "3.2"', "4"],
  ]);
});
