/**
 * Go's `strconv.ParseInt` and `strconv.ParseFloat`.
 *
 * @module
 */

const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;

const INTEGER =
  /^([-+]?)(?:0[xX]((?:_?[\da-fA-F])+)|0[bB]((?:_?[01])+)|0[oO]?((?:_?[0-7])+)|(\d(?:_?\d)*))$/;

/**
 * Reads an integer as Go does where the base is 0: with the prefixes `0x`,
 * `0b`, `0o` and `0`, and with underscores between digits.
 *
 * @param text The text.
 * @returns The integer, or `undefined` where the text is none of 64 bits.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseInteger("-0o17"), -15n);
 * assertEquals(parseInteger("017"), 15n);
 * assertEquals(parseInteger("1.5"), undefined);
 * ```
 */
export function parseInteger(text: string): bigint | undefined {
  const match = INTEGER.exec(text);
  if (match === null) return undefined;
  const [, sign, hex, binary, octal, decimal = ""] = match;
  // `0` and `00` are decimal and octal alike; `08` is neither.
  if (decimal.length > 1 && decimal.startsWith("0")) return undefined;
  const digits = hex !== undefined
    ? `0x${hex}`
    : binary !== undefined
    ? `0b${binary}`
    : octal !== undefined
    ? `0o${octal}`
    : decimal;
  return withinInt64(BigInt(digits.replaceAll("_", "")), sign === "-");
}

/**
 * Reads an integer of one base, without prefixes or underscores.
 *
 * @param text The text.
 * @param base 8 or 10.
 * @returns The integer, or `undefined` where the text is none of 64 bits.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseDigits("0777", 8), 511n);
 * assertEquals(parseDigits("0x1", 10), undefined);
 * ```
 */
export function parseDigits(text: string, base: 8 | 10): bigint | undefined {
  const digits = base === 8 ? /^[-+]?[0-7]+$/ : /^[-+]?\d+$/;
  if (!digits.test(text)) return undefined;
  const prefix = base === 8 ? "0o" : "";
  const magnitude = BigInt(prefix + text.replace(/^[-+]/, ""));
  return withinInt64(magnitude, text.startsWith("-"));
}

function withinInt64(magnitude: bigint, negative: boolean): bigint | undefined {
  const value = negative ? -magnitude : magnitude;
  return value < LOWEST || value > HIGHEST ? undefined : value;
}

const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
/** Those that stand between digits, or after the prefix. */
const UNDERSCORES = /(?<=[\da-fA-FxX])_(?=[\da-fA-F])/g;
const HEXADECIMAL = /^([-+]?)0[xX]([\da-fA-F]*)\.?([\da-fA-F]*)[pP]([-+]?\d+)$/;
const SPECIAL = /^([-+]?)(?:(inf(?:inity)?)|nan)$/i;

/**
 * Reads a float as Go does: decimal or hexadecimal, infinities and NaN too.
 *
 * @param text The text.
 * @returns The float; `undefined` where the text is none, or beyond the range.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseFloatGo(".5e1"), 5);
 * assertEquals(parseFloatGo("0x1p-2"), 0.25);
 * assertEquals(parseFloatGo("1e999"), undefined);
 * ```
 */
export function parseFloatGo(text: string): number | undefined {
  const digits = text.replace(UNDERSCORES, "");
  if (DECIMAL.test(digits)) return finite(Number(digits));
  const special = SPECIAL.exec(text);
  if (special !== null) return readSpecial(special);
  const match = HEXADECIMAL.exec(digits);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", exponent = ""] = match;
  if (whole + fraction === "") return undefined;
  const mantissa = Number(BigInt(`0x${whole}${fraction}`));
  const power = Number(exponent) - 4 * fraction.length;
  return finite((sign === "-" ? -1 : 1) * mantissa * 2 ** power);
}

function readSpecial([, sign, infinity]: RegExpExecArray): number | undefined {
  if (infinity === undefined) return sign === "" ? NaN : undefined;
  return sign === "-" ? -Infinity : Infinity;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
