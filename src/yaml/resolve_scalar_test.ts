import { assertEquals } from "@std/assert";
import type { Value } from "../model/value.ts";
import { resolveScalar } from "./resolve_scalar.ts";

const CASES: readonly (readonly [string, Value])[] = [
  ["", null],
  ["~", null],
  ["Null", null],
  ["nULL", "nULL"],
  ["y", true],
  ["Yes", true],
  ["ON", true],
  ["oN", "oN"],
  ["n", false],
  ["off", false],
  ["FALSE", false],
  ["0", 0],
  ["-0", 0],
  ["+1", 1],
  ["0777", 511],
  ["0o777", 511],
  ["0O14", 12],
  ["08", 8],
  ["0b11", 3],
  ["0b-1", -1],
  ["0x1F", 31],
  ["-0x1F", -31],
  ["1_000", 1000],
  ["1__0_", 10],
  ["_1", "_1"],
  ["1e3", 1000],
  ["1E+3", 1000],
  ["1.", 1],
  [".5", 0.5],
  [".5_0", 0.5],
  ["._5", "._5"],
  ["+.5", 0.5],
  ["-0.0", -0],
  ["1e999", "1e999"],
  ["0x1p3", "0x1p3"],
  ["9007199254740991", 9007199254740991],
  ["9007199254740993", 9007199254740993n],
  ["-9223372036854775808", -9223372036854775808n],
  ["18446744073709551615", 18446744073709551615n],
  ["18446744073709551616", 18446744073709552000],
  ["0xFFFFFFFFFFFFFFFF", 18446744073709551615n],
  [".inf", Infinity],
  ["-.Inf", -Infinity],
  [".NaN", NaN],
  ["12:30:45", "12:30:45"],
  ["2026-01-01", "2026-01-01"],
  ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"],
  ["1.2.3", "1.2.3"],
  ["<<", "<<"],
  ["=", "="],
];

for (const [text, expected] of CASES) {
  Deno.test(`resolveScalar() reads ${JSON.stringify(text)} as Go does`, () => {
    assertEquals(resolveScalar(text), expected);
  });
}
