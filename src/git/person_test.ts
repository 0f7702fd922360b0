import { assertEquals } from "@std/assert";
import { formatDate, formatPerson, parseDate } from "./person.ts";

const DATES: readonly [raw: string, rfc3339: string][] = [
  ["1700000000 +0000", "2023-11-14T22:13:20Z"],
  ["1700000000 -0000", "2023-11-14T22:13:20Z"],
  ["1700000000 +0545", "2023-11-15T03:58:20+05:45"],
  ["1700000000 -0330", "2023-11-14T18:43:20-03:30"],
  ["0 +0000", "1970-01-01T00:00:00Z"],
  ["no date", "1970-01-01T00:00:00Z"],
];

for (const [raw, expected] of DATES) {
  Deno.test(`formatDate() writes ${raw} in the zone it was written in`, () => {
    assertEquals(formatDate(parseDate(raw)), expected);
  });
}

const NAMES: readonly [name: string, email: string, expected: string][] = [
  ["Ada", "ada@example.com", "Ada <ada@example.com> 0 +0000"],
  ["", "", "unknown <> 0 +0000"],
  ["A\nB <c>", "a>\n1 +0000", "AB c <a1 +0000> 0 +0000"],
];

for (const [name, email, expected] of NAMES) {
  Deno.test(`formatPerson() writes ${JSON.stringify(name)} on one line`, () => {
    const date = { seconds: 0, offset: "+0000" };
    assertEquals(formatPerson({ name, email, date }), expected);
  });
}
