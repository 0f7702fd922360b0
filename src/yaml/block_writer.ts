/**
 * Writes values as YAML in block style, indented as Go's YAML does.
 *
 * @module
 */

import { isMap, type Value, type ValueMap } from "../model/value.ts";
import type { StringPlace } from "./fold_string.ts";
import type { StringStyle } from "./string_style.ts";
import { isSimpleKey, writeString } from "./write_string.ts";

/** What distinguishes one dialect of output from another. */
export interface Dialect {
  /** The keys of a map in the order of output. */
  orderKeys(keys: string[]): string[];
  /** The notation of a string. */
  stringStyle(text: string): StringStyle;
  /** A number's text. */
  formatNumber(value: number | bigint): string;
  /** Whether long strings are broken at spaces. */
  readonly folds: boolean;
  /** Whether lists stand deeper than the key that they are the value of. */
  readonly indentsLists?: boolean;
}

const STEP = "  ";

/**
 * Writes a value that is not the value of a key, as a document or an item.
 *
 * @param value The value.
 * @param indent The column of the value, as spaces.
 * @param dialect The dialect.
 * @returns The text, without the first line's indent, with a final line break.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const dialect: Dialect = {
 *   orderKeys: (keys) => keys,
 *   stringStyle: () => "double",
 *   formatNumber: String,
 *   folds: false,
 * };
 * assertEquals(writeNode([{ a: 1 }], "", dialect), '- "a": 1\n');
 * ```
 */
export function writeNode(
  value: Value,
  indent: string,
  dialect: Dialect,
): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? "[]\n" : writeList(value, indent, dialect);
  }
  if (isMap(value)) {
    return writeMap(value, indent, {
      dialect,
      keys: dialect.orderKeys(Object.keys(value)),
    });
  }
  const column = indent.length;
  return `${writeScalar(value, dialect, { indent: indent || STEP, column })}\n`;
}

/**
 * Writes a map whose keys are in order already.
 *
 * @param map The map.
 * @param indent The column of its keys, as spaces.
 * @param options Its keys in order, and the dialect.
 * @returns The text, without the first line's indent, with a final line break.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const dialect: Dialect = {
 *   orderKeys: (keys) => keys,
 *   stringStyle: () => "plain",
 *   formatNumber: String,
 *   folds: false,
 * };
 * const keys = ["b", "a"];
 * assertEquals(writeMap({ a: 1, b: 2 }, "", { keys, dialect }), "b: 2\na: 1\n");
 * ```
 */
export function writeMap(
  map: ValueMap,
  indent: string,
  { keys, dialect }: { keys: readonly string[]; dialect: Dialect },
): string {
  if (keys.length === 0) return "{}\n";
  let text = "";
  for (const key of keys) {
    const value = map[key] ?? null;
    const prefix = text === "" ? "" : indent;
    text += prefix + writeField(key, value, { indent, dialect });
  }
  return text;
}

function writeField(
  key: string,
  value: Value,
  { indent, dialect }: { indent: string; dialect: Dialect },
): string {
  const keyText = writeKey(key, dialect);
  if (keyText === undefined) {
    return writeComplexField(key, value, { indent, dialect });
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return `${keyText}: []\n`;
    const column = dialect.indentsLists ? indent + STEP : indent;
    return `${keyText}:\n${column}${writeList(value, column, dialect)}`;
  }
  if (!isMap(value)) {
    const column = indent.length + keyText.length + STEP.length;
    const place = { indent: indent + STEP, column };
    return `${keyText}: ${writeScalar(value, dialect, place)}\n`;
  }
  const keys = dialect.orderKeys(Object.keys(value));
  if (keys.length === 0) return `${keyText}: {}\n`;
  const inner = indent + STEP;
  return `${keyText}:\n${inner}${writeMap(value, inner, { keys, dialect })}`;
}

/** `? key` and `: value` on lines of their own. */
function writeComplexField(
  key: string,
  value: Value,
  { indent, dialect }: { indent: string; dialect: Dialect },
): string {
  const inner = indent + STEP;
  const place = { indent: inner, column: inner.length };
  return `? ${writeScalar(key, dialect, place)}\n${indent}: ` +
    writeNode(value, inner, dialect);
}

function writeList(
  list: readonly Value[],
  indent: string,
  dialect: Dialect,
): string {
  let text = "";
  for (const item of list) {
    const prefix = text === "" ? "- " : `${indent}- `;
    text += prefix + writeNode(item, indent + STEP, dialect);
  }
  return text;
}

function writeKey(key: string, dialect: Dialect): string | undefined {
  const text = key.toWellFormed();
  if (!isSimpleKey(text)) return undefined;
  return writeString(text, dialect.stringStyle(text), undefined);
}

function writeScalar(
  value: Value,
  dialect: Dialect,
  place: StringPlace,
): string {
  switch (typeof value) {
    case "string": {
      const text = value.toWellFormed();
      const style = dialect.stringStyle(text);
      return writeString(text, style, { ...place, folds: dialect.folds });
    }
    case "number":
    case "bigint":
      return dialect.formatNumber(value);
    default:
      return String(value);
  }
}
