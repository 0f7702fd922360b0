import { assertEquals } from "@std/assert";
import { type Constant, readConstant } from "./number_constant.ts";

Deno.test("readConstant() knows all of Go's forms", () => {
  const table: [text: string, constant: Constant | string][] = [
    ["0", { int: 0n, float: 0, ideal: 0n }],
    ["-3", { int: -3n, float: -3, ideal: -3n }],
    ["0755", { int: 493n, float: 493, ideal: 493n }],
    ["0o17", { int: 15n, float: 15, ideal: 15n }],
    ["0b101", { int: 5n, float: 5, ideal: 5n }],
    ["0xFf", { int: 255n, float: 255, ideal: 255n }],
    ["1_000", { int: 1000n, float: 1000, ideal: 1000n }],
    ["'a'", { int: 97n, float: 97, ideal: 97n }],
    ["1.5", { float: 1.5, ideal: 1.5 }],
    ["1.0", { int: 1n, float: 1, ideal: 1 }],
    ["0x1p4", { int: 16n, float: 16, ideal: 16 }],
    ["18446744073709551615", { float: 18446744073709552000 }],
    ["18446744073709551616", 'integer overflow: "18446744073709551616"'],
    ["1__0", 'illegal number syntax: "1__0"'],
    ["0b2", 'illegal number syntax: "0b2"'],
    ["1i", 'complex constant not supported: "1i"'],
    ["'ab'", "malformed character constant: 'ab'"],
  ];
  for (const [text, constant] of table) {
    assertEquals(readConstant(text), constant, text);
  }
});
