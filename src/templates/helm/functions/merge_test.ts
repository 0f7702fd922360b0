import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("merge fills what is empty, and nil removes nothing", () => {
  check([
    ['merge (dict "a" 1) (dict "a" 2 "b" 3)', "map[a:1 b:3]"],
    ['merge (dict "a" 0 "b" "") (dict "a" 1 "b" "x")', "map[a:1 b:x]"],
    ['merge (dict "a" 1) (dict "a" nil) | toJson', '{"a":1}'],
    [
      'merge (dict "a" (dict "x" 1)) (dict "a" (dict "x" 2 "y" 3))',
      "map[a:map[x:1 y:3]]",
    ],
    ['merge (dict "a" (list 1)) (dict "a" (list 2))', "map[a:[1]]"],
  ]);
});

Deno.test("mergeOverwrite takes even what is empty", () => {
  check([
    [
      'mergeOverwrite (dict "a" 1 "b" "z" "d" (list 1) "e" 5) (dict "a" 0 "b" "" "d" (list) "e" nil) | toJson',
      '{"a":0,"b":"","d":[],"e":null}',
    ],
    ['mergeOverwrite (dict "a" (dict "b" 1)) (dict "a" 1)', "map[a:1]"],
  ]);
});
