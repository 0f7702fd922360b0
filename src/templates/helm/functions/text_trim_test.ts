import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("white space is what Go holds to be", () => {
  check([
    [String.raw`trim " \u0085a\u3000 " | quote`, '"a"'],
    [String.raw`trim "\ufeffa" | len`, "4"],
  ]);
});

Deno.test("letters have one counterpart each", () => {
  check([
    ['upper "straße"', "STRAßE"],
    ['lower "ΑΣ İ"', "ασ i"],
    ['upper "ŉ"', "ŉ"],
  ]);
});

Deno.test("affixes and parts are cut out", () => {
  check([
    ['trimSuffix "-" "a--"', "a-"],
    ['trimPrefix "v" "v1"', "1"],
    ['trimAll "$" "$5.00$"', "5.00"],
    ['replace "" "-" "añb"', "-a-ñ-b-"],
    ['replace "x" "$&" "axb"', "a$&b"],
    ['contains "" "a"', "true"],
  ]);
});
