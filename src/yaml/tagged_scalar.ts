/**
 * Scalars whose type is written before them, as in `!!str 1`.
 *
 * @module
 */

import type { Value } from "../model/value.ts";
import { resolveScalar } from "./resolve_scalar.ts";

const LONG_TAG = /^!<tag:yaml\.org,2002:(\w+)>$/;

/**
 * Reads a scalar that has a tag.
 *
 * @param tag The tag as written, such as `!!str`.
 * @param text The scalar's text.
 * @returns The value; `undefined` where the tag is unknown or does not fit.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(resolveTagged("!!str", "1"), "1");
 * assertEquals(resolveTagged("!!int", "one"), undefined);
 * ```
 */
export function resolveTagged(tag: string, text: string): Value | undefined {
  const value = resolveScalar(text);
  switch (tag.replace(LONG_TAG, "!!$1")) {
    case "!":
    case "!!str":
    case "!!timestamp":
      return text;
    case "!!null":
      return value === null ? null : undefined;
    case "!!bool":
      return typeof value === "boolean" ? value : undefined;
    case "!!int":
      return isInteger(value) ? value : undefined;
    case "!!float":
      return typeof value === "number" ? value : undefined;
    case "!!binary":
      return decodeBinary(text);
    default:
      return undefined;
  }
}

function isInteger(value: Value): boolean {
  return typeof value === "bigint" || Number.isInteger(value);
}

/** Go makes a string of the bytes; bytes that are no UTF-8 have no place in JSON. */
function decodeBinary(text: string): string | undefined {
  try {
    const bytes = Uint8Array.from(
      atob(text.replace(/[\r\n]/g, "")),
      (char) => char.charCodeAt(0),
    );
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(bytes);
  } catch {
    return undefined;
  }
}
