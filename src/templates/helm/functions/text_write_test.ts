import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

const DATA = { big: 1000000, port: 22 };

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression, DATA), expected, expression);
  }
}

Deno.test("quote prints values as Go does and leaves out nil", () => {
  check([
    [
      String.raw`quote "a\"b" 1 nil true .big`,
      String.raw`"a\"b" "1" "true" "1e+06"`,
    ],
    ['squote "a\'b" 1 nil', "'a'b' '1'"],
    ['cat "a" nil 1 true 1.5', "a 1 true 1.5"],
    ["quote nil", ""],
  ]);
});

Deno.test("lines are indented and wrapped", () => {
  check([
    [String.raw`indent 2 "a\nb\n" | quote`, String.raw`"  a\n  b\n  "`],
    ['nindent 2 "a" | quote', String.raw`"\n  a"`],
    ['indent -1 "a"', "error: strings: negative Repeat count"],
    [
      'wrap 5 "one two three verylongword x" | quote',
      String.raw`"one\ntwo\nthree\nverylongword\nx"`,
    ],
    ['wrapWith 3 "-" "abcdefg"', "abc-def-g"],
  ]);
});

Deno.test("toString prints what %v prints", () => {
  check([
    ["toString .big", "1e+06"],
    ['toString (list 1 nil "a")', "[1 <nil> a]"],
    ["toString nil", "<nil>"],
  ]);
});
