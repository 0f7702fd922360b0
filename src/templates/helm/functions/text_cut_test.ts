import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

const DATA = { big: 1000000, port: 22 };

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression, DATA), expected, expression);
  }
}

Deno.test("functions that cut count bytes", () => {
  check([
    ['trunc 5 "hello world"', "hello"],
    ['trunc -5 "hello world"', "world"],
    ['trunc 1 "é" | quote', String.raw`"\xc3"`],
    ['substr 1 3 "abcdef"', "bc"],
    ['substr 2 -1 "abc"', "c"],
    ['abbrev 5 "hello world"', "he..."],
    ['abbrevboth 5 10 "1234 5678 9123"', "...5678..."],
  ]);
});

Deno.test("substr fails where Go's slices do", () => {
  check([
    [
      'substr 3 2 "abcdef"',
      "error: runtime error: slice bounds out of range [3:2]",
    ],
    [
      'substr -1 10 "abc"',
      "error: runtime error: slice bounds out of range [:10] with length 3",
    ],
    [
      'substr 5 -1 "abc"',
      "error: runtime error: slice bounds out of range [5:3]",
    ],
  ]);
});

Deno.test("a length must be an int", () => {
  check([
    [
      'substr 0 (add 1 2) "abc"',
      "error: wrong type for value; expected int; got int64",
    ],
    ['trunc 3.0 "abc"', "abc"],
    [
      'trunc .none "abc"',
      "error: wrong type for value; expected int; got interface {}",
    ],
  ]);
});
