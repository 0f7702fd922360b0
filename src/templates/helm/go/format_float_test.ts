import { assertEquals } from "@std/assert";
import { type FloatVerb, formatFloat, printFloat } from "./format_float.ts";

Deno.test("printFloat() writes the fewest digits, scientific from 1e+06", () => {
  const table: [value: number, text: string][] = [
    [0, "0"],
    [-0, "-0"],
    [22, "22"],
    [0.1, "0.1"],
    [999999, "999999"],
    [1000000, "1e+06"],
    [1234567, "1.234567e+06"],
    [0.0001, "0.0001"],
    [0.00001, "1e-05"],
    [5e-324, "5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [NaN, "NaN"],
    [-Infinity, "-Inf"],
  ];
  for (const [value, text] of table) assertEquals(printFloat(value), text);
});

Deno.test("formatFloat() rounds halves to even, at any precision", () => {
  const table: [number, FloatVerb, precision: number, text: string][] = [
    [0.5, "f", 0, "0"],
    [1.5, "f", 0, "2"],
    [2.5, "f", 0, "2"],
    [0.125, "f", 2, "0.12"],
    [99.5, "f", 0, "100"],
    [0.1, "f", 30, "0.100000000000000005551115123126"],
    [1e21, "f", 1, "1000000000000000000000.0"],
    [0, "e", 2, "0.00e+00"],
    [9.99, "e", 1, "1.0e+01"],
    [123456, "g", 3, "1.23e+05"],
    [1.5, "x", -1, "0x1.8p+00"],
    [1.5, "b", -1, "6755399441055744p-52"],
  ];
  for (const [value, verb, precision, text] of table) {
    assertEquals(formatFloat(value, verb, precision), text);
  }
});
