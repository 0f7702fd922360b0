import { assertEquals } from "@std/assert";
import { GoFailure } from "./failure.ts";
import { goSprintf } from "./printf.ts";
import { int64, SizedInt } from "./sized_int.ts";
import type { GoValue } from "./value.ts";
import { withType } from "./type_name.ts";

type Row = [format: string, args: GoValue[], text: string];

function check(table: readonly Row[]): void {
  for (const [format, args, text] of table) {
    assertEquals(goSprintf(format, args), text, format);
  }
}

Deno.test("goSprintf() writes what Go writes", () => {
  check([
    ["%v %s", [1000000, "a"], "1e+06 a"],
    ["%d|%5d|%-5d|%05d|%+d", [1n, 2n, 3n, -4n, 5n], "1|    2|3    |-0004|+5"],
    ["%x %X %o %b %#x", [255n, 255n, 8n, 5n, 255n], "ff FF 10 101 0xff"],
    ["%c %q %U", [97n, 97n, 97n], "a 'a' U+0061"],
    ["%f %.1f %e %g", [2.5, 0.25, 22, 1e21], "2.500000 0.2 2.200000e+01 1e+21"],
    ["%q %x %.2s", ["a\n", "é", "éèê"], '"a\\n" c3a9 éè'],
    ["%t %v", [true, null], "true <nil>"],
    [
      "%v %#v",
      [{ b: 1n, a: ["x"] }, ["x", null]],
      'map[a:[x] b:1] []interface {}{"x", interface {}(nil)}',
    ],
    ["%T %T %T", [1n, int64(1n), new SizedInt(1n, "uint8")], "int int64 uint8"],
    [
      "%T %#v",
      [withType(["a"], "[]string"), withType(["a"], "[]string")],
      '[]string []string{"a"}',
    ],
    ["%[2]s %[1]s", ["a", "b"], "b a"],
    ["%*d|%.*f", [3n, 1n, 1n, 2.25], "  1|2.2"],
  ]);
});

Deno.test("goSprintf() complains in the text, as Go does", () => {
  check([
    ["%s%s", ["10.1.0.11", 22], "10.1.0.11%!s(float64=22)"],
    ["%s", [null], "%!s(<nil>)"],
    ["%d", ["x"], "%!d(string=x)"],
    ["%d", [[1, "a"]], "[%!d(float64=1) %!d(string=a)]"],
    ["%d", [], "%!d(MISSING)"],
    ["a", [1n, "b", null], "a%!(EXTRA int=1, string=b, <nil>)"],
    ["%", [], "%!(NOVERB)"],
    ["%[3]d", [1n], "%!d(BADINDEX)"],
    ["%*d", ["a", 1n], "%!(BADWIDTH)1"],
    ["%.*f", ["a", 1], "%!(BADPREC)1.000000"],
    ["%z", [1n], "%!z(int=1)"],
  ]);
});

Deno.test("goSprintf() refuses addresses, which differ from run to run", () => {
  let message = "";
  try {
    goSprintf("%p", [[]]);
  } catch (error) {
    if (error instanceof GoFailure) message = error.message;
  }
  assertEquals(message, "%p is refused: addresses differ from run to run");
});
