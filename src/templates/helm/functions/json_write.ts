/**
 * JSON as Go's `encoding/json` writes it.
 *
 * @module
 */

import type { Run } from "../go/function.ts";
import { GoFailure } from "../go/failure.ts";
import { GoObject } from "../go/object.ts";
import { type GoMap, type GoValue, isGoMap } from "../go/value.ts";
import { isNilList, isNilMap } from "./nil.ts";
import { plainObject } from "./plain.ts";
import { compareTexts } from "./text_of.ts";

/** How to write JSON. */
export interface JsonStyle {
  /** Whether each element stands on a line of its own, indented. */
  readonly pretty?: boolean;
  /** Whether `<`, `>` and `&` stand for themselves. */
  readonly raw?: boolean;
  /** The run to count the work in. */
  readonly run: Run;
}

/**
 * Writes a value as JSON.
 *
 * @param value The value.
 * @param style How to write it.
 * @returns The text, keys in the order of their bytes.
 * @throws {GoFailure} For NaN and the infinities.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { FREE_RUN } from "./testing.ts";
 * assertEquals(writeJson({ b: "<", a: 1e21 }, { run: FREE_RUN }), '{"a":1e+21,"b":"\\u003c"}');
 * ```
 */
export function writeJson(value: GoValue, style: JsonStyle): string {
  return write(value, { style, indent: "\n" });
}

interface Place {
  readonly style: JsonStyle;
  /** A line break, and the indent of the line that the value starts on. */
  readonly indent: string;
}

function write(value: GoValue, place: Place): string {
  place.style.run.step();
  switch (typeof value) {
    case "string":
      return quoteJson(value, place.style.raw === true);
    case "number":
      return writeNumber(value);
    case "boolean":
    case "bigint":
      return String(value);
    case "undefined":
      return "null";
  }
  if (value === null) return "null";
  if (value instanceof GoObject) return write(plainObject(value), place);
  return isGoMap(value) ? writeMap(value, place) : writeList(value, place);
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) {
    const name = Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    throw new GoFailure(`json: unsupported value: ${name}`);
  }
  return Object.is(value, -0) ? "-0" : String(value);
}

function writeList(list: readonly GoValue[], place: Place): string {
  if (isNilList(list)) return "null";
  const inner = deeper(place);
  return enclose(
    ["[", "]"],
    list.map((element) => write(element, inner)),
    place,
  );
}

function writeMap(map: GoMap, place: Place): string {
  if (isNilMap(map)) return "null";
  const inner = deeper(place);
  const separator = place.style.pretty ? ": " : ":";
  const raw = place.style.raw === true;
  const fields = Object.keys(map).sort(compareTexts).map((key) =>
    quoteJson(key, raw) + separator + write(map[key], inner)
  );
  return enclose(["{", "}"], fields, place);
}

function deeper(place: Place): Place {
  return { ...place, indent: `${place.indent}  ` };
}

function enclose(
  [open, close]: readonly [string, string],
  parts: readonly string[],
  { style, indent }: Place,
): string {
  if (!style.pretty || parts.length === 0) {
    return open + parts.join(",") + close;
  }
  const inner = `${indent}  `;
  return `${open}${inner}${parts.join(`,${inner}`)}${indent}${close}`;
}

const PLAIN = /^[ !#-%'-;=?-[\]-~]*$/;
const MARKUP = /[<>&\u2028\u2029]/g;
const SEPARATORS = /[\u2028\u2029]/g;

function quoteJson(text: string, raw: boolean): string {
  if (PLAIN.test(text)) return `"${text}"`;
  const quoted = JSON.stringify(text).replace(
    /\\ud[89a-f][\da-f]{2}/g,
    (escape, at, whole) => isEscape(whole, at) ? "\\ufffd" : escape,
  );
  return quoted.replace(raw ? SEPARATORS : MARKUP, escapeUnit);
}

/** A backslash that is itself escaped begins no escape. */
function isEscape(text: string, at: number): boolean {
  let count = 0;
  while (text[at - 1 - count] === "\\") count++;
  return count % 2 === 0;
}

function escapeUnit(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
