import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("bytes that are no text come back", () => {
  check([
    ['b64dec "/w==" | b64enc', "/w=="],
    ['b64dec "/w==" | len', "1"],
    ['b32enc "hello"', "NBSWY3DP"],
    ['b32dec "NBSWY3DP"', "hello"],
  ]);
});

Deno.test("a decoder gives the text of its error", () => {
  check([
    ['b64dec "a"', "illegal base64 data at input byte 0"],
    ['b64dec "aGVsbG8"', "illegal base64 data at input byte 4"],
    ['b64dec "aG==x"', "illegal base64 data at input byte 4"],
    ['b32dec "nb"', "illegal base32 data at input byte 0"],
    ['b32dec "NB"', "illegal base32 data at input byte 0"],
  ]);
});
