import { assertEquals, assertThrows } from "@std/assert";
import type { Value } from "../../../model/mod.ts";
import { ArgumentError } from "./helper.ts";
import { NUMBER_HELPERS } from "./numbers.ts";

function call(name: string, ...args: Value[]): Value | undefined {
  return NUMBER_HELPERS[name]?.call(args, {});
}

Deno.test("whole numbers are exact beyond 2^53", () => {
  const big = 2n ** 60n;
  assertEquals(call("add", big, 1), big + 1n);
  assertEquals(call("sub", big, big), 0);
  assertEquals(call("mul", 2 ** 40, 2 ** 40), 2n ** 80n);
  assertEquals(call("max", 1, big, 2), big);
  assertEquals(call("min", 3, 1, 2), 1);
});

Deno.test("int takes the whole part, also of texts of digits", () => {
  const table: [Value, Value][] = [
    [1.9, 1],
    [-1.9, -1],
    ["12", 12],
    ["-3", -3],
    ["+4", 4],
    [5n, 5],
  ];
  for (const [value, whole] of table) assertEquals(call("int", value), whole);
  for (const value of ["1.5", "a", "", null, true, [], Infinity]) {
    assertThrows(() => call("int", value), ArgumentError, "a whole number");
  }
});
