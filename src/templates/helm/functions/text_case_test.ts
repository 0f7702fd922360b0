import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("words are found as xstrings finds them", () => {
  check([
    ['snakecase "HTTPServer"', "http_server"],
    ['snakecase "http2xx"', "http_2xx"],
    ['snakecase "Bld4Floor3rd"', "bld4_floor_3rd"],
    ['kebabcase "日本Go語"', "日本-go-語"],
    ['kebabcase "a1b2C3"', "a-1b2-c3"],
    ['camelcase "_complex__case_"', "_Complex_Case_"],
    ['camelcase "GOLANG_IS_GREAT"', "GolangIsGreat"],
    ['camelcase "_"', "__"],
  ]);
});
