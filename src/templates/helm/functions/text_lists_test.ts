import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

const DATA = { big: 1000000, port: 22 };

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression, DATA), expected, expression);
  }
}

Deno.test("split gives a map of strings, not of anything", () => {
  check([
    ['split "/" "a/b"', "map[_0:a _1:b]"],
    ['(split "/" "a/b")._1', "b"],
    ['typeOf (split "/" "a")', "map[string]string"],
    [
      'hasKey (split "/" "a") "_0"',
      "error: wrong type for value; expected map[string]interface {}; got map[string]string",
    ],
    ['splitn "/" 2 "a/b/c"', "map[_0:a _1:b/c]"],
  ]);
});

Deno.test("lists of strings leave out nil", () => {
  check([
    ['join "," (list 1 nil "a" .big)', "1,a,1e+06"],
    ["toStrings (list nil 1) | toJson", '["1"]'],
    ['sortAlpha (list "b" 10 "a")', "[10 a b]"],
    ['splitList "" "aé" | toJson', '["a","é"]'],
  ]);
});
