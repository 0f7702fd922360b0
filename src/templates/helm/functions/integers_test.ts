import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("integers are read with Go's prefixes", () => {
  check([
    ['int "0x1F"', "31"],
    ['int "017"', "15"],
    ['int "08"', "0"],
    ['int "1_000"', "1000"],
    ['int "3.00"', "3"],
    ['int "3.5"', "0"],
    ["int 1e30", "-9223372036854775808"],
    ['atoi "010"', "10"],
    ['atoi "99999999999999999999"', "9223372036854775807"],
    ['toDecimal "0777"', "511"],
  ]);
});

Deno.test("arithmetic is that of an int64", () => {
  check([
    ["add 9223372036854775807 1", "-9223372036854775808"],
    ["typeOf (add 1 2)", "int64"],
    ["div -7 2", "-3"],
    ["mod -7 2", "-1"],
    ["div 1 0", "error: runtime error: integer divide by zero"],
    ['max "5" 2 9', "9"],
    ["has 3 (list (add 1 2))", "false"],
    ["until (add 1 2)", "error: wrong type for value; expected int; got int64"],
  ]);
});
