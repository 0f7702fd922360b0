import { assertEquals, assertThrows } from "@std/assert";
import type { Value } from "../../../model/mod.ts";
import { ArgumentError } from "./helper.ts";
import { LOGIC_HELPERS } from "./logic.ts";

function call(name: string, ...args: Value[]): Value | undefined {
  return LOGIC_HELPERS[name]?.call(args, {});
}

Deno.test("eq compares values of one type, numbers however they are held", () => {
  const table: [a: Value, b: Value, equal: boolean][] = [
    [1, 1, true],
    [1, 1n, true],
    [2n ** 60n, 2n ** 60n, true],
    [1, "1", false],
    [0, false, false],
    ["", null, false],
    [null, null, true],
    ["a", "a", true],
  ];
  for (const [a, b, equal] of table) {
    assertEquals(call("eq", a, b), equal, `${a} ${b}`);
    assertEquals(call("ne", a, b), !equal);
  }
  assertThrows(() => call("eq", {}, {}), ArgumentError, "got a map");
});

Deno.test("lt, le, gt and ge order numbers and texts, but not one with another", () => {
  const table: [a: Value, b: Value, order: number][] = [
    [1, 2, -1],
    [2n ** 60n, 1, 1],
    [2, 2n, 0],
    ["10", "9", -1],
    ["a", "B", 1],
  ];
  for (const [a, b, order] of table) {
    assertEquals(
      [call("lt", a, b), call("le", a, b), call("gt", a, b), call("ge", a, b)],
      [order < 0, order <= 0, order > 0, order >= 0],
      `${a} ${b}`,
    );
  }
  assertThrows(() => call("lt", 1, "2"), ArgumentError, "another number");
  assertThrows(() => call("gt", null, 1), ArgumentError, "got null");
});
