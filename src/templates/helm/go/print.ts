/**
 * Go's `fmt.Sprint` and `fmt.Sprintln`, and what an action writes.
 *
 * @module
 */

import { NO_FLAGS } from "./format_flags.ts";
import { printFloat } from "./format_float.ts";
import { GoObject } from "./object.ts";
import { type Directive, printArgument } from "./print_value.ts";
import type { GoValue } from "./value.ts";

const PLAIN: Directive = { verb: "v", flags: NO_FLAGS };

/**
 * Writes what an action writes: what a pointer points to, and `<no value>`.
 *
 * @param value The value.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(printAction("a"), "a");
 * assertEquals(printAction(undefined), "<no value>");
 * ```
 */
export function printAction(value: GoValue): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "<no value>";
  const text = goPrint(value);
  const isPointer = value instanceof GoObject &&
    value.goType.startsWith("*") && value.text() === undefined;
  return isPointer ? text.replace(/^&/, "") : text;
}

/**
 * Writes a value as `%v` does.
 *
 * @param value The value.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(goPrint({ b: 1000000, a: [true, null] }), "map[a:[true <nil>] b:1e+06]");
 * ```
 */
export function goPrint(value: GoValue): string {
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
    case "bigint":
      return String(value);
    case "number":
      return printFloat(value);
  }
  return printArgument(value, PLAIN);
}

/**
 * Go's `fmt.Sprint`: a space between operands where neither is a string.
 *
 * @param values The operands.
 * @param write How each is written.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(goSprint([1n, 2n, "a", 3n]), "1 2a3");
 * ```
 */
export function goSprint(
  values: readonly GoValue[],
  write: (value: GoValue) => string = goPrint,
): string {
  let text = "";
  values.forEach((value, index) => {
    const follows = index > 0 && typeof value !== "string" &&
      typeof values[index - 1] !== "string";
    text += (follows ? " " : "") + write(value);
  });
  return text;
}

/**
 * Go's `fmt.Sprintln`: spaces between all operands, and a line end.
 *
 * @param values The operands.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(goSprintln(["a", 1n]), "a 1\n");
 * ```
 */
export function goSprintln(values: readonly GoValue[]): string {
  return `${values.map((value) => goPrint(value)).join(" ")}\n`;
}
