import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

const DATA = { big: 1000000, port: 22 };

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression, DATA), expected, expression);
  }
}

Deno.test("JSON is written as Go writes it", () => {
  check([
    [String.raw`toJson "<a>&\u2028"`, String.raw`"\u003ca\u003e\u0026\u2028"`],
    ['toRawJson "<a>&"', '"<a>&"'],
    [
      'toJson (dict "b" 1e21 "a" .big "c" -0.0)',
      '{"a":1000000,"b":1e+21,"c":-0}',
    ],
    [
      'toPrettyJson (dict "a" (list 1 (dict) (list)))',
      '{\n  "a": [\n    1,\n    {},\n    []\n  ]\n}',
    ],
    ['toJson (float64 "nan")', ""],
    ['mustToJson (float64 "nan")', "error: json: unsupported value: NaN"],
  ]);
});

Deno.test("what is no JSON is told in Go's words", () => {
  check([
    ['fromJson "{"', "map[Error:unexpected end of JSON input]"],
    [
      'fromJson "[1]"',
      "map[Error:json: cannot unmarshal array into Go value of type map[string]interface {}]",
    ],
    [
      String.raw`fromJson "{\"a\":tru}"`,
      "map[Error:invalid character '}' in literal true (expecting 'e')]",
    ],
    [
      'fromJsonArray "{}"',
      "[json: cannot unmarshal object into Go value of type []interface {}]",
    ],
    [
      'mustFromJson "{a"',
      "error: invalid character 'a' looking for beginning of object key string",
    ],
    [
      'fromJson "nul"',
      "map[Error:invalid character ' ' in literal null (expecting 'l')]",
    ],
  ]);
});

Deno.test("numbers are read as floats", () => {
  check([
    [String.raw`fromJson "{\"a\":1000000}"`, "map[a:1e+06]"],
    [String.raw`(fromJson "{\"a\":1}").a | typeOf`, "float64"],
  ]);
});
