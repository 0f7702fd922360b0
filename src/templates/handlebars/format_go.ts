/**
 * Values as Go's `fmt` package prints them with `%v`, which is how a Helm
 * chart makes text of them.
 *
 * @module
 */

import { isMap, type Value } from "../../model/mod.ts";

/**
 * Prints a value as Go's `%v` does. Numbers of chart values are float64 in
 * Helm, so 1000000 prints as `1e+06`.
 *
 * @param value The value.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatGo(22), "22");
 * assertEquals(formatGo(1000000), "1e+06");
 * assertEquals(formatGo({ b: 1, a: ["x", null] }), "map[a:[x <nil>] b:1]");
 * ```
 */
export function formatGo(value: Value): string {
  if (typeof value === "string") return value;
  if (value === null) return "<nil>";
  if (typeof value === "number" || typeof value === "bigint") {
    return formatFloat(Number(value));
  }
  if (Array.isArray(value)) return `[${value.map(formatGo).join(" ")}]`;
  if (!isMap(value)) return String(value);
  const entries = Object.keys(value).sort()
    .map((key) => `${key}:${formatGo(value[key] as Value)}`);
  return `map[${entries.join(" ")}]`;
}

/** Go's `%g` with the shortest digits: an exponent below 1e-4 and from 1e6 on. */
function formatFloat(value: number): string {
  if (value === 0) return "0";
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(value);
  const size = String(Math.abs(power)).padStart(2, "0");
  return `${digits}e${power < 0 ? "-" : "+"}${size}`;
}
