import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

const DATA = { big: 1000000, port: 22 };

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression, DATA), expected, expression);
  }
}

Deno.test("YAML is written in Go's bytes", () => {
  check([
    [
      'toYaml (dict "b" (list "yes" 1.0 .big) "a" nil)',
      'a: null\nb:\n- "yes"\n- 1\n- 1000000',
    ],
    [String.raw`toYaml "a\nb\n"`, "|\n  a\n  b"],
    ["toYaml .none", "null"],
    ["toYaml (rest (list))", "null"],
    ['toYamlPretty (dict "b" (list "yes" .big))', 'b:\n  - "yes"\n  - 1e+06'],
  ]);
});

Deno.test("fromYaml reads the first document, and holds its error", () => {
  check([
    [String.raw`fromYaml "a: 1\n---\nb: 2"`, "map[a:1]"],
    [
      'fromYaml "- 1"',
      "map[Error:error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go value of type map[string]interface {}]",
    ],
    ['fromYaml "" | toJson', "{}"],
    [
      'fromYamlArray "a: 1"',
      "[error unmarshaling JSON: while decoding JSON: json: cannot unmarshal object into Go value of type []interface {}]",
    ],
    ['(fromYaml "a: 1000000").a', "1e+06"],
  ]);
});
