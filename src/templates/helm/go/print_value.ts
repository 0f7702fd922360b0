/**
 * How `fmt` writes any value under a verb.
 *
 * @module
 */

import { GoBytes } from "./bytes.ts";
import { GoFailure } from "./failure.ts";
import { type Flags, pad } from "./format_flags.ts";
import {
  formatBoolean,
  formatFloating,
  formatHexBytes,
  formatInteger,
  formatString,
} from "./format_scalar.ts";
import { orderedEntries, sortedKeys } from "./key_order.ts";
import { LimitReached } from "./limits.ts";
import { GoObject } from "./object.ts";
import { SizedInt } from "./sized_int.ts";
import { elementType, INTERFACE, typeName } from "./type_name.ts";
import { getEntry, type GoMap, type GoValue } from "./value.ts";

const MOST_CHARACTERS = 4_000_000;

/** A verb with its flags. */
export interface Directive {
  readonly verb: string;
  readonly flags: Readonly<Flags>;
}

/**
 * Writes an argument of `printf`.
 *
 * @param value The argument.
 * @param directive How to write it.
 * @returns The text; `%!d(string=x)` where the verb does not suit the value.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { NO_FLAGS } from "./format_flags.ts";
 * assertEquals(printArgument(22, { verb: "s", flags: NO_FLAGS }), "%!s(float64=22)");
 * ```
 */
export function printArgument(value: GoValue, directive: Directive): string {
  const { verb, flags } = directive;
  if (value === null || value === undefined) {
    return verb === "T" || verb === "v"
      ? pad("<nil>", flags)
      : `%!${verb}(<nil>)`;
  }
  if (verb === "T") {
    return formatString(typeName(value), "s", flags) as string;
  }
  if (verb === "p" && typeof value === "object") {
    throw new GoFailure("%p is refused: addresses differ from run to run");
  }
  return printValue(value, directive, 0);
}

function printValue(
  value: GoValue,
  directive: Directive,
  depth: number,
): string {
  if (value === null || value === undefined) return printNil(directive);
  const scalar = printScalar(value, directive);
  if (scalar !== undefined) return scalar;
  if (isScalar(value) || directive.verb === "w") {
    return badVerb(value, directive);
  }
  if (Array.isArray(value)) {
    return printItems(value, { value, directive, depth });
  }
  if (value instanceof GoBytes) return printBytes(value, directive, depth);
  if (value instanceof GoObject) return printObject(value, directive, depth);
  return printMap(value, directive, depth);
}

function isScalar(
  value: GoValue,
): value is boolean | bigint | number | string | SizedInt {
  return typeof value !== "object" || value instanceof SizedInt;
}

function printNil({ flags }: Directive): string {
  return flags.sharpV ? `${INTERFACE}(nil)` : "<nil>";
}

/** `undefined` for what is no scalar, and for a verb that does not suit. */
function printScalar(
  value: GoValue,
  { verb, flags }: Directive,
): string | undefined {
  switch (typeof value) {
    case "string":
      return formatString(value, verb, flags);
    case "boolean":
      return formatBoolean(value, verb, flags);
    case "bigint":
      return formatInteger(value, verb, flags);
    case "number":
      return formatFloating(value, verb, flags);
  }
  if (value instanceof GoObject && /^[vsxXq]$/.test(verb) && !flags.sharpV) {
    const text = value.text();
    if (text !== undefined) return formatString(text, verb, flags);
  }
  if (value instanceof SizedInt) {
    const isUnsigned = value.goType.startsWith("u");
    return verb === "v" && flags.sharpV && isUnsigned
      ? formatInteger(value.value, "x", { ...flags, sharp: true })
      : formatInteger(value.value, verb, flags);
  }
  return undefined;
}

function badVerb(value: GoValue, { verb, flags }: Directive): string {
  const shown = printValue(value, { verb: "v", flags }, 0);
  return `%!${verb}(${typeName(value)}=${shown})`;
}

interface Collection {
  readonly value: GoValue;
  readonly directive: Directive;
  readonly depth: number;
}

function printItems(
  items: readonly GoValue[],
  { value, directive, depth }: Collection,
): string {
  const parts = items.map((item) => printValue(item, directive, depth + 1));
  return bounded(
    directive.flags.sharpV
      ? `${typeName(value)}{${parts.join(", ")}}`
      : `[${parts.join(" ")}]`,
  );
}

/** Values that share their parts are small, and without end when printed. */
function bounded(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const detail = `a value of more than ${MOST_CHARACTERS} characters`;
  throw new LimitReached("text", detail);
}

function printMap(map: GoMap, directive: Directive, depth: number): string {
  const isTyped = elementType(map) !== INTERFACE;
  const parts = sortedKeys(map).map((key) => {
    const value = getEntry(map, key) ?? (isTyped ? "" : null);
    return printPair([key, value], directive, depth);
  });
  return bounded(
    directive.flags.sharpV
      ? `${typeName(map)}{${parts.join(", ")}}`
      : `map[${parts.join(" ")}]`,
  );
}

function printPair(
  [key, value]: readonly [GoValue, GoValue],
  directive: Directive,
  depth: number,
): string {
  return `${printValue(key, directive, depth + 1)}:${
    printValue(value, directive, depth + 1)
  }`;
}

function printObject(
  object: GoObject,
  directive: Directive,
  depth: number,
): string {
  const { sharpV, plusV } = directive.flags;
  const entries = orderedEntries(object);
  const type = sharpV ? object.goType.replace(/^\*/, "") : "";
  if (object.kind === "slice") {
    const items = entries.map(([, value]) => value);
    return printItems(items, { value: object, directive, depth });
  }
  const isMap = object.kind === "map";
  const parts = entries.map(([name, value]) => {
    if (isMap) return printPair([name, value], directive, depth);
    const shown = printValue(value, directive, depth + 1);
    return sharpV || plusV ? `${name}:${shown}` : shown;
  });
  const body = parts.join(sharpV ? ", " : " ");
  if (isMap && !sharpV) return `map[${body}]`;
  const pointer = depth === 0 && object.goType.startsWith("*") ? "&" : "";
  return `${pointer}${type}{${body}}`;
}

function printBytes(
  value: GoBytes,
  directive: Directive,
  depth: number,
): string {
  const { verb, flags } = directive;
  switch (verb) {
    case "s":
    case "q":
      return formatString(value.decode(), verb, flags) as string;
    case "x":
    case "X":
      return formatHexBytes(value.bytes, verb, flags);
  }
  if (flags.sharpV) {
    const bytes = Array.from(value.bytes, (byte) => `0x${byte.toString(16)}`);
    return `[]byte{${bytes.join(", ")}}`;
  }
  const items = value.entries().map(([, byte]) => byte);
  return printItems(items, { value, directive, depth });
}
