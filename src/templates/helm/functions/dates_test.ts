import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("times are read and written by layouts", () => {
  check([
    ['date "2006-01-02" 1600000000', "2020-09-13"],
    ['toDate "2006-01-02" "2020-03-04"', "2020-03-04 00:00:00 +0000 UTC"],
    ['toDate "2006-01-02" "x"', "0001-01-01 00:00:00 +0000 UTC"],
    [
      'mustToDate "2006-01-02" "2020-13-04"',
      'error: parsing time "2020-13-04": month out of range',
    ],
    [
      'mustToDate "2006-01-02" "2021-02-29"',
      'error: parsing time "2021-02-29": day out of range',
    ],
    [
      'toDate "2006-01-02" "2020-03-04" | dateModify "-1.5h"',
      "2020-03-03 22:30:00 +0000 UTC",
    ],
    ['toDate "2006-01-02" "2020-03-04" | unixEpoch', "1583280000"],
    ["unixEpoch 0", "error: can't handle 0 for arg of type time.Time"],
  ]);
});

Deno.test("what needs the present or another zone is refused", () => {
  check([
    [
      'date "2006" "today"',
      "error: Cannot use the present time: rendering is repeatable",
    ],
    [
      'dateInZone "2006" 0 "Europe/Paris"',
      'error: Cannot show a time in zone "Europe/Paris": only UTC',
    ],
    [
      'now | date "2006"',
      'error: Cannot call "now": rendering is repeatable, and has no present time',
    ],
  ]);
});
