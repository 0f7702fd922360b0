import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("keys of all objects are ordinary keys", () => {
  check([
    ['set (dict) "__proto__" 1 | toJson', '{"__proto__":1}'],
    ['hasKey (dict) "constructor"', "false"],
    ['get (dict) "toString" | quote', '""'],
  ]);
});

Deno.test("maps are read and made", () => {
  check([
    ['dict "a" 1 "b"', "map[a:1 b:]"],
    ["dict nil 1", "map[<nil>:1]"],
    ['pluck "a" (dict "a" 1) (dict "b" 2) (dict "a" nil)', "[1 <nil>]"],
    ['pick (dict "a" 1 "b" 2) "a" "x"', "map[a:1]"],
    ['omit (dict "a" 1 "b" 2) "a"', "map[b:2]"],
    ['keys (dict "b" 1 "a" 2) | toJson', '["a","b"]'],
  ]);
});

Deno.test("dig wants maps on its way", () => {
  check([
    ['dig "a" "b" "no" (dict "a" (dict "b" 1))', "1"],
    ['dig "a" "x" "no" (dict "a" (dict))', "no"],
    [
      'dig "a" "b" "no" (dict "a" 1)',
      "error: interface conversion: interface {} is int, not map[string]interface {}",
    ],
    ['dig "a" (dict)', "error: dig needs at least three arguments"],
  ]);
});
