import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("spans are read and written", () => {
  check([
    ['duration "95"', "1m35s"],
    ["duration 95", "0s"],
    ['durationRound "2h10m5s"', "2h"],
    ['mustToDuration "1h2m3.5s"', "1h2m3.5s"],
    ["mustToDuration 1.5", "1.5s"],
    ['mustToDuration "x"', 'error: could not parse duration "x"'],
    ['durationRoundTo "2h13m" "30m"', "2h0m0s"],
    ['durationHours "90m"', "1.5"],
    ['typeOf (mustToDuration "1s")', "time.Duration"],
  ]);
});
