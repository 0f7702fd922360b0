import { assertEquals } from "@std/assert";
import type { Value } from "../../model/mod.ts";
import { formatGo } from "./format_go.ts";
import { quoteGo } from "./quote_go.ts";

Deno.test("formatGo() prints numbers as Go's %v prints float64", () => {
  const table: [number | bigint, string][] = [
    [0, "0"],
    [-0, "0"],
    [1, "1"],
    [-5, "-5"],
    [123456, "123456"],
    [999999.5, "999999.5"],
    [1000000, "1e+06"],
    [1234567, "1.234567e+06"],
    [123456789, "1.23456789e+08"],
    [21474836480, "2.147483648e+10"],
    [1.5e20, "1.5e+20"],
    [1e21, "1e+21"],
    [0.1, "0.1"],
    [0.0001, "0.0001"],
    [0.00001, "1e-05"],
    [1e-7, "1e-07"],
    [10n ** 18n, "1e+18"],
  ];
  for (const [value, printed] of table) assertEquals(formatGo(value), printed);
});

Deno.test("formatGo() prints other values as Go's %v", () => {
  const table: [Value, string][] = [
    ["a b", "a b"],
    [true, "true"],
    [null, "<nil>"],
    [[], "[]"],
    [["a", 1, null], "[a 1 <nil>]"],
    [{}, "map[]"],
    [{ b: [1], a: { c: "d" } }, "map[a:map[c:d] b:[1]]"],
  ];
  for (const [value, printed] of table) assertEquals(formatGo(value), printed);
});

Deno.test("quoteGo() escapes as Go's %q", () => {
  const table: [string, string][] = [
    ["", '""'],
    ["a b", '"a b"'],
    ['"\\', '"\\"\\\\"'],
    ["\x07\b\f\n\r\t\v", '"\\a\\b\\f\\n\\r\\t\\v"'],
    ["\x00\x1f\x7f", '"\\x00\\x1f\\x7f"'],
    ["é€😀", '"é€😀"'],
    ["\u0085\u00a0\u2028\ufeff", '"\\u0085\\u00a0\\u2028\\ufeff"'],
    ["\u{e0001}", '"\\U000e0001"'],
  ];
  for (const [text, quoted] of table) assertEquals(quoteGo(text), quoted);
});
