/**
 * Spans of time in nanoseconds, as Go reads and writes them.
 *
 * @module
 */

import { byteChars, quoteChars } from "./quote_text.ts";

const SECOND = 1_000_000_000n;
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ["ns", 1n],
  ["us", 1_000n],
  ["µs", 1_000n],
  ["μs", 1_000n],
  ["ms", 1_000_000n],
  ["s", SECOND],
  ["m", 60n * SECOND],
  ["h", 3600n * SECOND],
]);
const HIGHEST = 2n ** 63n - 1n;
const NUMBER = "(?:\\d+(?:\\.\\d*)?|\\.\\d+)";
const UNIT_AFTER_TERMS = new RegExp(
  `^(?:${NUMBER}(?:ns|us|µs|μs|ms|s|m|h)(?![^.\\d]))*${NUMBER}([^.\\d]*)`,
);
const TERM = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/y;

/**
 * Reads a span: `1h30m`, `-1.5s`, `0`.
 *
 * @param text The text.
 * @returns The nanoseconds, or `undefined` where the text is no span.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseDuration("1.5ms"), 1_500_000n);
 * assertEquals(parseDuration("1"), undefined);
 * ```
 */
export function parseDuration(text: string): bigint | undefined {
  const sign = text.startsWith("-") ? -1n : 1n;
  const rest = text.replace(/^[-+]/, "");
  if (rest === "0") return 0n;
  if (rest === "") return undefined;
  let sum = 0n;
  for (let at = 0; at < rest.length;) {
    TERM.lastIndex = at;
    const match = TERM.exec(rest);
    if (match === null) return undefined;
    const [term, whole = "", fraction = "", unit = ""] = match;
    if (whole + fraction === "") return undefined;
    sum += scale(whole, fraction, UNITS.get(unit) as bigint);
    at += term.length;
  }
  if (sum > HIGHEST + (sign < 0n ? 1n : 0n)) return undefined;
  return sign * sum;
}

function scale(whole: string, fraction: string, unit: bigint): bigint {
  const part = BigInt(fraction || "0") * unit / 10n ** BigInt(fraction.length);
  return BigInt(whole || "0") * unit + part;
}

/**
 * The words of Go's error for a text that is no span.
 *
 * @param text The text.
 * @returns The words.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(durationProblem("x"), 'time: invalid duration "x"');
 * ```
 */
export function durationProblem(text: string): string {
  const quoted = quoteChars(byteChars(text));
  const rest = text.replace(/^[-+]/, "");
  const [, unit] = UNIT_AFTER_TERMS.exec(rest) ?? [];
  if (unit === "") return `time: missing unit in duration ${quoted}`;
  if (unit !== undefined && !UNITS.has(unit)) {
    return `time: unknown unit ${
      quoteChars(byteChars(unit))
    } in duration ${quoted}`;
  }
  return `time: invalid duration ${quoted}`;
}

/**
 * Writes a span.
 *
 * @param nanoseconds The span.
 * @returns The text, without units that are 0 at its front.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatDuration(5_400_000_000_000n), "1h30m0s");
 * assertEquals(formatDuration(1_500n), "1.5µs");
 * ```
 */
export function formatDuration(nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? "-" : "";
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (size === 0n) return "0s";
  if (size < 1_000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${decimal(size, 1_000n)}µs`;
  if (size < SECOND) return `${sign}${decimal(size, 1_000_000n)}ms`;
  const minutes = size / (60n * SECOND);
  const seconds = `${decimal(size % (60n * SECOND), SECOND)}s`;
  if (minutes === 0n) return sign + seconds;
  if (minutes < 60n) return `${sign}${minutes}m${seconds}`;
  return `${sign}${minutes / 60n}h${minutes % 60n}m${seconds}`;
}

function decimal(value: bigint, unit: bigint): string {
  const places = String(unit).length - 1;
  const fraction = String(value % unit).padStart(places, "0")
    .replace(/0+$/, "");
  return String(value / unit) + (fraction === "" ? "" : `.${fraction}`);
}
