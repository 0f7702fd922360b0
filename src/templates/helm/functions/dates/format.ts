/**
 * The writing of points of time by Go's layouts.
 *
 * @module
 */

import { dayOfYear, type Instant, partsOf } from "./civil.ts";
import { nextPart } from "./layout.ts";
import { MONTHS, WEEKDAYS } from "./names.ts";

/**
 * Writes a point of time.
 *
 * @param instant The point of time.
 * @param layout The layout.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const instant = { nanoseconds: 0n, offset: 0, zone: "UTC" };
 * assertEquals(formatInstant(instant, "Mon 2 Jan 2006"), "Thu 1 Jan 1970");
 * ```
 */
export function formatInstant(instant: Instant, layout: string): string {
  let text = "";
  for (let left = layout; left !== "";) {
    const { literal, element, rest } = nextPart(left);
    text += literal + writeElement(element, instant);
    left = rest;
  }
  return text;
}

function writeElement(element: string, instant: Instant): string {
  const parts = partsOf(instant);
  const { year, month, day, hour, minute, second } = parts;
  const hour12 = hour % 12 || 12;
  switch (element) {
    case "2006":
      return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
    case "06":
      return pad(Math.abs(year) % 100, 2);
    case "January":
      return MONTHS[month - 1] as string;
    case "Jan":
      return (MONTHS[month - 1] as string).slice(0, 3);
    case "Monday":
      return WEEKDAYS[parts.weekday] as string;
    case "Mon":
      return (WEEKDAYS[parts.weekday] as string).slice(0, 3);
    case "1":
      return String(month);
    case "01":
      return pad(month, 2);
    case "2":
      return String(day);
    case "02":
      return pad(day, 2);
    case "_2":
      return String(day).padStart(2);
    case "002":
      return pad(dayOfYear(instant), 3);
    case "__2":
      return String(dayOfYear(instant)).padStart(3);
    case "15":
      return pad(hour, 2);
    case "3":
      return String(hour12);
    case "03":
      return pad(hour12, 2);
    case "4":
      return String(minute);
    case "04":
      return pad(minute, 2);
    case "5":
      return String(second);
    case "05":
      return pad(second, 2);
    case "PM":
      return hour >= 12 ? "PM" : "AM";
    case "pm":
      return hour >= 12 ? "pm" : "am";
    case "MST":
      return instant.zone || writeOffset("-0700", instant.offset);
    case "":
      return "";
  }
  return /^[.,]/.test(element)
    ? writeFraction(element, parts.fraction)
    : writeOffset(element, instant.offset);
}

/** Nines leave out zeros at the end. */
function writeFraction(element: string, fraction: bigint): string {
  const digits = String(fraction).padStart(9, "0").padEnd(
    element.length - 1,
    "0",
  )
    .slice(0, element.length - 1);
  if (element[1] === "0") return element.charAt(0) + digits;
  const trimmed = digits.replace(/0+$/, "");
  return trimmed === "" ? "" : element.charAt(0) + trimmed;
}

function writeOffset(element: string, offset: number): string {
  if (element.startsWith("Z") && offset === 0) return "Z";
  const size = Math.abs(offset);
  const colon = element.includes(":") ? ":" : "";
  const groups = element.replace(/\D/g, "").length / 2;
  const digits = [size / 3600, size / 60 % 60, size % 60]
    .slice(0, groups).map((number) => pad(Math.trunc(number), 2));
  return (offset < 0 ? "-" : "+") + digits.join(colon);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
