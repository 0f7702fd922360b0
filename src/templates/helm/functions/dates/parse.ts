/**
 * The reading of points of time by Go's layouts.
 *
 * @module
 */

import { GoFailure } from "../../go/failure.ts";
import { daysIn, type Instant, instantOf } from "./civil.ts";
import { type Field, readElement } from "./read_element.ts";
import { nextPart } from "./layout.ts";
import { byteChars, quoteChars } from "./quote_text.ts";

/**
 * Reads a point of time. What the layout does not say is that of 1 January of
 * the year 0, in UTC.
 *
 * @param layout The layout.
 * @param text The text.
 * @returns The point of time.
 * @throws {GoFailure} Where the text does not fit the layout.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { nanoseconds } = parseInstant("2006-01-02", "1970-01-02");
 * assertEquals(nanoseconds, 86_400_000_000_000n);
 * ```
 */
export function parseInstant(layout: string, text: string): Instant {
  const fields = new Map<Field, number | string>();
  const failure = (detail: string) =>
    new GoFailure(`parsing time ${quoteChars(byteChars(text))}${detail}`);
  const mismatch = (value: string, element: string) =>
    failure(
      ` as ${quoteChars(byteChars(layout))}: cannot parse ${
        quoteChars(value)
      } ` +
        `as ${quoteChars(element)}`,
    );
  let left = byteChars(text);
  for (let pattern = byteChars(layout);;) {
    const { literal, element, rest } = nextPart(pattern);
    const skipped = skipLiteral(left, literal);
    left = skipped.left;
    if (!skipped.fits) throw mismatch(left, literal);
    if (element === "") break;
    const found = readElement(element, left, rest);
    if (found === undefined) throw mismatch(left, element);
    if (typeof found === "string") throw failure(`: ${found} out of range`);
    left = left.slice(found.length);
    for (const [field, value] of found.fields) fields.set(field, value);
    pattern = rest;
  }
  if (left !== "") throw failure(`: extra text: ${quoteChars(left)}`);
  const instant = assemble(fields);
  if (instant === undefined) throw failure(": day out of range");
  return instant;
}

/** What is left after a literal, and whether all of the literal was there. */
function skipLiteral(
  text: string,
  literal: string,
): { readonly left: string; readonly fits: boolean } {
  let left = text;
  for (let at = 0; at < literal.length; at++) {
    if (literal[at] === " ") {
      if (left !== "" && left[0] !== " ") return { left, fits: false };
      // Any number of spaces stands for any other.
      while (literal[at + 1] === " ") at++;
      left = left.replace(/^ +/, "");
      continue;
    }
    if (left[0] !== literal[at]) return { left, fits: false };
    left = left.slice(1);
  }
  return { left, fits: true };
}

function assemble(
  fields: ReadonlyMap<Field, number | string>,
): Instant | undefined {
  const number = (field: Field, fallback: number) =>
    Number(fields.get(field) ?? fallback);
  const year = number("year", 0);
  const yearDay = fields.get("yearDay");
  const month = number("month", 1);
  const day = yearDay === undefined ? number("day", 1) : Number(yearDay);
  const last = yearDay === undefined
    ? daysIn(year, month)
    : daysIn(year, 2) + 337;
  if (day < 1 || day > last) return undefined;
  const offset = number("offset", 0);
  const name = String(fields.get("zone") ?? "");
  return instantOf({
    year,
    month: yearDay === undefined ? month : 1,
    day,
    hour: hourOf(number("hour", 0), fields.get("half")),
    minute: number("minute", 0),
    second: number("second", 0),
    fraction: BigInt(fields.get("fraction") ?? 0),
  }, { offset, zone: offset === 0 && name === "" ? "UTC" : name });
}

function hourOf(hour: number, half: number | string | undefined): number {
  if (half === "pm") return hour < 12 ? hour + 12 : hour;
  return half === "am" && hour === 12 ? 0 : hour;
}
