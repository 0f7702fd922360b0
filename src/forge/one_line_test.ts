import { assertEquals } from "@std/assert";
import { oneLine } from "./one_line.ts";

Deno.test("oneLine() makes one plain line that is short enough", () => {
  const cases: [text: string, max: number, expected: string][] = [
    ["", 5, ""],
    ["  a\r\n\tb  ", 9, "a b"],
    ["abcde", 5, "abcde"],
    ["abcdef", 5, "abcd…"],
    ["abc def", 5, "abc…"],
    ["ab🚀def", 4, "ab…"],
    ["ab🚀def", 5, "ab🚀…"],
    ["a\u202eb\u2066c\u0007d\u2028e", 9, "a b c d e"],
  ];
  for (const [text, max, expected] of cases) {
    const line = oneLine(text, max);
    assertEquals(line, expected);
    assertEquals(line.isWellFormed() && line.length <= max, true);
  }
});
