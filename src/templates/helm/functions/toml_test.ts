import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("TOML is written as BurntSushi does", () => {
  check([
    [
      'toToml (dict "a" 1 "c" (dict "d" 1.5 "e" (dict "f" true)) "h" (list (dict "i" 1)))',
      "a = 1\n\n[c]\n  d = 1.5\n  [c.e]\n    f = true\n\n[[h]]\n  i = 1\n",
    ],
    ['toToml (dict "a b" 22.0 "n" nil)', '"a b" = 22.0\n'],
    [
      'toToml (dict "a" (list nil))',
      "toml: cannot encode array with nil element",
    ],
    [
      'mustToToml (dict "a" (list nil))',
      "error: toml: cannot encode array with nil element",
    ],
  ]);
});

Deno.test("integers are read as int64", () => {
  check([
    ['(fromToml "a = 1").a | typeOf', "int64"],
    [
      String.raw`fromToml "a = [1, 2.5]\n[c]\nd = 'x'" | toJson`,
      '{"a":[1,2.5],"c":{"d":"x"}}',
    ],
    ['fromToml "d = 2020-01-01" | toJson', '{"d":"2020-01-01T00:00:00Z"}'],
  ]);
});
