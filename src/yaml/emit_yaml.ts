/**
 * The YAML that k0render writes.
 *
 * @module
 */

import { isMap, type Value } from "../model/value.ts";
import { type Dialect, writeMap, writeNode } from "./block_writer.ts";
import { formatGoFloat, formatGoNumber } from "./go_number.ts";
import {
  canonicalOrder,
  compareGoKeys,
  compareGoPrettyKeys,
} from "./key_order.ts";
import { goStringStyle, type StringStyle } from "./string_style.ts";

const CANONICAL: Dialect = {
  orderKeys: (keys) => keys.sort(),
  stringStyle: canonicalStringStyle,
  formatNumber: canonicalNumber,
  folds: false,
};

const GO: Dialect = {
  // Go's order is no total one (190 < 1e3 < 7t < 190): begin from a fixed order.
  orderKeys: (keys) => keys.sort().sort(compareGoKeys),
  stringStyle: goStringStyle,
  formatNumber: formatGoNumber,
  folds: true,
};

// Strings that some reader takes for a time, a number or a value of its own.
const OFTEN_MISREAD =
  /^(?:=|<<|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?|[-+]?\.?\d[\d_.]*(?:[eE][-+]?\d+)?|[-+]?0[xXoObB].*)$/;

const GO_PRETTY: Dialect = {
  ...GO,
  orderKeys: (keys) => keys.sort().sort(compareGoPrettyKeys),
  formatNumber: (value) =>
    typeof value === "bigint" ? String(value) : formatGoFloat(value, 64),
  folds: false,
  indentsLists: true,
};

/**
 * Writes a value in canonical YAML: the same value gives the same text.
 *
 * @param value The value.
 * @returns The text, ending in a line break. Keys are sorted, save that an
 * object's `apiVersion`, `kind` and `metadata` come first; no line is wrapped.
 * @throws {RangeError} Where the value holds NaN or an infinity.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   emitYaml({ spec: { on: "yes", list: [1, "1"] }, kind: "Demo" }),
 *   'kind: Demo\nspec:\n  list:\n  - 1\n  - "1"\n  "on": "yes"\n',
 * );
 * ```
 */
export function emitYaml(value: Value): string {
  if (!isMap(value)) return writeNode(value, "", CANONICAL);
  const keys = canonicalOrder(Object.keys(value));
  return writeMap(value, "", { keys, dialect: CANONICAL });
}

/**
 * Writes a value in the very bytes of Go's `Marshal` of sigs.k8s.io/yaml.
 *
 * @param value The value.
 * @returns The text, ending in a line break. Where Go itself refuses or alters
 * a string (control characters, U+0085, U+2028), this one keeps and escapes it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(marshalGo({ b: "", a: ["x: y"] }), "a:\n- 'x: y'\nb: \"\"\n");
 * ```
 */
export function marshalGo(value: Value): string {
  return writeNode(value, "", GO);
}

/**
 * Writes a value in the very bytes of Go's yaml.v3, indented by 2.
 *
 * @param value The value; a `number` is a float, a `bigint` an integer.
 * @returns The text, ending in a line break.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(marshalGoPretty({ a: [1e6, 1000000n] }), "a:\n  - 1e+06\n  - 1000000\n");
 * ```
 */
export function marshalGoPretty(value: Value): string {
  return writeNode(value, "", GO_PRETTY);
}

function canonicalStringStyle(text: string): StringStyle {
  const style = goStringStyle(text);
  return style === "plain" && OFTEN_MISREAD.test(text) ? "double" : style;
}

/** JSON has -0, which only `-0.0` keeps; it has no NaN and no infinity. */
function canonicalNumber(value: number | bigint): string {
  if (Object.is(value, -0)) return "-0.0";
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`Cannot emit ${value}: Kubernetes has no such number`);
  }
  return formatGoNumber(value);
}
