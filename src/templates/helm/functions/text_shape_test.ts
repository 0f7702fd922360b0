import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("first letters are those after separators", () => {
  check([
    ['title "o\'neil foo_bar é-a"', "O'Neil Foo_bar É-A"],
    ['untitle "Hello World"', "hello world"],
    ['swapcase "This Is A.Test"', "tHIS iS a.tEST"],
    ['initials "First Try"', "FT"],
  ]);
});

Deno.test("bytes count as characters where Sprig has it so", () => {
  check([
    ['nospace "a b"', "ab"],
    ['nospace "é"', "é"],
    ['nospace "é a"', "Ã©a"],
    ['initials "éa"', "Ã"],
  ]);
});
