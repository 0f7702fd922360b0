import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

const DATA = { big: 1000000, port: 22 };

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression, DATA), expected, expression);
  }
}

Deno.test("default and its kin take 0 and false for empty", () => {
  check([
    ['default "d" 0', "d"],
    ['default "d" false', "d"],
    ['default "d" (list)', "d"],
    ['default "d" (int64 0)', "d"],
    ['coalesce 0 "" nil "a"', "a"],
    ['empty (dict "a" 1)', "false"],
    ['all 1 "a"', "true"],
    ['any 0 ""', "false"],
  ]);
});

Deno.test("ternary wants a bool", () => {
  check([
    ['ternary "a" "b" true', "a"],
    [
      'ternary "a" "b" .none',
      "error: wrong type for value; expected bool; got interface {}",
    ],
    ['ternary "a" "b" "true"', 'error: expected bool; found "true"'],
  ]);
});

Deno.test("required and fail mark the chart's own message", () => {
  check([
    ['required "no name" ""', "error: HELM_ERR_STARTno nameHELM_ERR_END"],
    ['required "no name" .none', "error: HELM_ERR_STARTno nameHELM_ERR_END"],
    ['required "no name" 0', "0"],
    ['fail "broken"', "error: HELM_ERR_STARTbrokenHELM_ERR_END"],
  ]);
});
