import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

const DATA = { big: 1000000, port: 22 };

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression, DATA), expected, expression);
  }
}

Deno.test("hashes are of Go's bytes", () => {
  check([
    [
      'sha256sum "é"',
      "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c",
    ],
    ['sha1sum ""', "da39a3ee5e6b4b0d3255bfef95601890afd80709"],
    ['adler32sum "hello world"', "436929629"],
    ['printf "%s%s" "10.1.0.11" .port | sha256sum | trunc 6', "cbff19"],
  ]);
});
