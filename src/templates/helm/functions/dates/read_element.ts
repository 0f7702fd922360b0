/**
 * The reading of single elements of Go's layouts.
 *
 * @module
 */

import { nextPart } from "./layout.ts";
import { MONTHS, WEEKDAYS } from "./names.ts";

/** What an element may say. */
export type Field =
  | "year"
  | "month"
  | "day"
  | "yearDay"
  | "hour"
  | "half"
  | "minute"
  | "second"
  | "fraction"
  | "offset"
  | "zone";

/** What an element says in a text, and how much of the text it is. */
export interface ReadElement {
  readonly fields: readonly (readonly [Field, number | string])[];
  readonly length: number;
}

interface Rule {
  readonly pattern: RegExp;
  readonly field: Field;
  /** The least and the greatest value. */
  readonly range?: readonly [number, number];
}

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["2006", { pattern: /^\d{4}/, field: "year" }],
  ["1", { pattern: /^\d\d?/, field: "month", range: [1, 12] }],
  ["01", { pattern: /^\d\d/, field: "month", range: [1, 12] }],
  ["2", { pattern: /^\d\d?/, field: "day" }],
  ["02", { pattern: /^\d\d/, field: "day" }],
  ["_2", { pattern: /^ ?\d\d?/, field: "day" }],
  ["002", { pattern: /^\d{3}/, field: "yearDay" }],
  ["__2", { pattern: /^ {0,2}\d{1,3}/, field: "yearDay" }],
  ["15", { pattern: /^\d\d?/, field: "hour", range: [0, 23] }],
  ["3", { pattern: /^\d\d?/, field: "hour", range: [0, 12] }],
  ["03", { pattern: /^\d\d/, field: "hour", range: [0, 12] }],
  ["4", { pattern: /^\d\d?/, field: "minute", range: [0, 59] }],
  ["04", { pattern: /^\d\d/, field: "minute", range: [0, 59] }],
]);

/**
 * Reads an element at the start of a text.
 *
 * @param element The element.
 * @param text The text.
 * @param rest What follows the element in the layout.
 * @returns What it says; the name of what is out of its range; or `undefined`
 * where the text does not fit.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readElement("04", "59:00", ":05"), {
 *   fields: [["minute", 59]],
 *   length: 2,
 * });
 * assertEquals(readElement("04", "60", ""), "minute");
 * ```
 */
export function readElement(
  element: string,
  text: string,
  rest: string,
): ReadElement | string | undefined {
  const rule = RULES.get(element);
  if (rule !== undefined) return readNumber(rule, text);
  switch (element) {
    case "06":
      return readShortYear(text);
    case "January":
      return readName(MONTHS, text);
    case "Jan":
      return readName(MONTHS.map(shorten), text);
    case "Monday":
      return withoutFields(readName(WEEKDAYS, text));
    case "Mon":
      return withoutFields(readName(WEEKDAYS.map(shorten), text));
    case "5":
    case "05":
      return readSecond(element, text, rest);
    case "PM":
      return readWith(/^[AP]M/, text, (half) => [["half", half.toLowerCase()]]);
    case "pm":
      return readWith(/^[ap]m/, text, (half) => [["half", half]]);
    case "MST":
      return readZone(text);
  }
  return /^[.,]/.test(element)
    ? readFraction(element, text)
    : readOffset(element, text);
}

type Fields = ReadElement["fields"];

function readWith(
  pattern: RegExp,
  text: string,
  say: (found: string) => Fields,
): ReadElement | undefined {
  const found = pattern.exec(text)?.[0];
  return found === undefined
    ? undefined
    : { fields: say(found), length: found.length };
}

function readNumber(
  { pattern, field, range: [least, greatest] = [0, Infinity] }: Rule,
  text: string,
): ReadElement | string | undefined {
  const found = readWith(pattern, text, (digits) => [[field, Number(digits)]]);
  const value = Number(found?.fields[0]?.[1] ?? least);
  return value < least || value > greatest ? field : found;
}

function readShortYear(text: string): ReadElement | undefined {
  return readWith(/^\d\d/, text, (digits) => {
    const year = Number(digits);
    return [["year", year + (year >= 69 ? 1900 : 2000)]];
  });
}

function shorten(name: string): string {
  return name.slice(0, 3);
}

function readName(
  names: readonly string[],
  text: string,
): ReadElement | undefined {
  const lower = text.toLowerCase();
  const index = names.findIndex((name) => lower.startsWith(name.toLowerCase()));
  const length = names[index]?.length;
  return length === undefined
    ? undefined
    : { fields: [["month", index + 1]], length };
}

function withoutFields(found: ReadElement | undefined) {
  return found && { ...found, fields: [] };
}

/** A fraction may follow the second, also where the layout has none. */
function readSecond(
  element: string,
  text: string,
  rest: string,
): ReadElement | string | undefined {
  const pattern = element === "05" ? /^\d\d/ : /^\d\d?/;
  const second = readNumber({ pattern, field: "second", range: [0, 59] }, text);
  if (second === undefined || typeof second === "string") return second;
  if (/^[.,]/.test(nextPart(rest).element)) return second;
  const fraction = readWith(
    /^[.,]\d+/,
    text.slice(second.length),
    (digits) => [["fraction", nanoseconds(digits)]],
  );
  return fraction === undefined ? second : {
    fields: [...second.fields, ...fraction.fields],
    length: second.length + fraction.length,
  };
}

/** Nines may be left out; zeros are as many digits. */
function readFraction(
  element: string,
  text: string,
): ReadElement | undefined {
  const isExact = element[1] === "0";
  const pattern = isExact
    ? new RegExp(`^[.,]\\d{${element.length - 1}}`)
    : /^[.,]\d{1,9}/;
  const found = readWith(
    pattern,
    text,
    (digits) => [["fraction", nanoseconds(digits)]],
  );
  return found ?? (isExact ? undefined : { fields: [], length: 0 });
}

function nanoseconds(fraction: string): number {
  return Number(fraction.slice(1, 10).padEnd(9, "0"));
}

function readOffset(
  element: string,
  text: string,
): ReadElement | string | undefined {
  if (element.startsWith("Z") && text.startsWith("Z")) {
    return { fields: [["offset", 0]], length: 1 };
  }
  const colon = element.includes(":") ? ":" : "";
  const groups = element.replace(/\D/g, "").length / 2;
  const digits = Array(groups).fill("\\d\\d").join(colon);
  const found = new RegExp(`^[-+]${digits}`).exec(text)?.[0];
  if (found === undefined) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = found.match(/\d\d/g)
    ?.map(Number) ?? [];
  if (hours > 24) return "time zone offset hour";
  if (minutes > 60) return "time zone offset minute";
  if (seconds > 60) return "time zone offset second";
  const size = hours * 3600 + minutes * 60 + seconds;
  const offset = found.startsWith("-") ? -size : size;
  return { fields: [["offset", offset]], length: found.length };
}

/** A zone other than UTC is known by its name only. */
function readZone(text: string): ReadElement | undefined {
  return readWith(
    /^(?:UTC|ChST|MeST|GMT(?:[-+]\d\d?)?|WITA|[A-Z]{3}[ST]T?(?![A-Z])|[A-Z]{3}(?![A-Z])|[-+]\d\d)/,
    text,
    (zone) => {
      const hours = /^(?:GMT)?([-+]\d+)$/.exec(zone)?.[1];
      if (zone === "UTC") return [["zone", "UTC"], ["offset", 0]];
      return [["zone", zone], ["offset", Number(hours ?? 0) * 3600]];
    },
  );
}
