/**
 * The reading of points of time by Go's layouts.
 *
 * @module
 */

import { daysIn, type Instant, instantOf } from "./civil.ts";
import { type Field, readElement } from "./read_element.ts";
import { nextPart } from "./layout.ts";

/** Why a text is no point of time; the message is Go's. */
export class TimeError extends Error {
  override name = "TimeError";
}

/**
 * Reads a point of time. What the layout does not say is that of 1 January of
 * the year 0, in UTC.
 *
 * @param layout The layout.
 * @param text The text.
 * @returns The point of time.
 * @throws {TimeError} Where the text does not fit the layout.
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
    new TimeError(`parsing time ${quoteText(text)}${detail}`);
  const mismatch = (value: string, element: string) =>
    failure(
      ` as ${quoteText(layout)}: cannot parse ${quoteText(value)} ` +
        `as ${quoteText(element)}`,
    );
  let left = text;
  for (let pattern = layout;;) {
    const { literal, element, rest } = nextPart(pattern);
    const after = skipLiteral(left, literal);
    if (after === undefined) throw mismatch(left, literal);
    left = after;
    if (element === "") break;
    const found = readElement(element, left, rest);
    if (found === undefined) throw mismatch(left, element);
    if (typeof found === "string") throw failure(`: ${found} out of range`);
    left = left.slice(found.length);
    for (const [field, value] of found.fields) fields.set(field, value);
    pattern = rest;
  }
  if (left !== "") throw failure(`: extra text: ${quoteText(left)}`);
  const instant = assemble(fields);
  if (instant === undefined) throw failure(": day out of range");
  return instant;
}

/** A space in a layout stands for any number of spaces. */
function skipLiteral(text: string, literal: string): string | undefined {
  const pattern = literal.split(/ +/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join(" *");
  const spaced = literal.startsWith(" ") ? `(?=[ ]|$)${pattern}` : pattern;
  const match = new RegExp(`^${spaced}`).exec(text);
  return match === null ? undefined : text.slice(match[0].length);
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

/** Go escapes bytes here, not characters. */
function quoteText(text: string): string {
  const escaped = text.replace(/["\\]/g, "\\$&")
    // deno-lint-ignore no-control-regex -- what is escaped
    .replace(/[\0-\x1F\x7F-\u{10FFFF}]/gu, (char) =>
      Array.from(
        new TextEncoder().encode(char),
        (byte) => `\\x${byte.toString(16).padStart(2, "0")}`,
      ).join(""));
  return `"${escaped}"`;
}
