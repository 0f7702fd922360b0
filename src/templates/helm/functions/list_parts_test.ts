import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("of a list without elements nothing is left", () => {
  check([
    ["first (list) | toJson", "null"],
    ["rest (list) | toJson", "null"],
    ["slice (list) | toJson", "null"],
    ["initial (list 1) | toJson", "[]"],
  ]);
});

Deno.test("parts keep the list's type", () => {
  check([
    ['slice (splitList "," "a,b,c") 1 | typeOf', "[]string"],
    ['rest (splitList "," "a,b") | typeOf', "[]interface {}"],
    ["chunk 2 (list 1 2 3) | toJson", "[[1,2],[3]]"],
  ]);
});

Deno.test("bounds and types are checked", () => {
  check([
    [
      "slice (list 1 2) 1 5",
      "error: reflect.Value.Slice: slice index out of bounds",
    ],
    [
      'slice "abc" 1',
      "error: list should be type of slice or array but string",
    ],
    ['first "abc"', "error: Cannot find first on type string"],
    ["chunk 0 (list 1)", "error: runtime error: makeslice: len out of range"],
  ]);
});
