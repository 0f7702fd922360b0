import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("sequences end where Sprig ends them", () => {
  check([
    ["until 3", "[0 1 2]"],
    ["until -2", "[0 -1]"],
    ["untilStep 3 0 -1", "[3 2 1]"],
    ["untilStep 0 5 0", "[]"],
    ["seq 5", "1 2 3 4 5"],
    ["seq 5 2", "5 4 3 2"],
    ["seq 0 2 10", "0 2 4 6 8 10"],
    ["seq 10 2 0 | quote", '""'],
  ]);
});
