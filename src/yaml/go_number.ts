/**
 * Numbers in the spelling of Go.
 *
 * @module
 */

const FLOAT32_DIGITS = 9;
const SHORTEST_EXPONENT = 6;
const INT64_LIMIT = 2 ** 63;
const UINT64_LIMIT = 2 ** 64;

/**
 * A number as Go's YAML writes it after it has passed through JSON.
 *
 * @param value The number.
 * @returns Its text; an integer that no 64-bit integer type holds is written
 * as a float.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatGoNumber(1000000), "1000000");
 * assertEquals(formatGoNumber(1234567.5), "1.2345675e+06");
 * assertEquals(formatGoNumber(2n ** 64n - 1n), "18446744073709551615");
 * ```
 */
export function formatGoNumber(value: number | bigint): string {
  const isInteger = typeof value === "bigint" || Number.isInteger(value);
  if (isInteger && isWithin64Bits(value)) return String(value);
  return formatGoFloat(Number(value), 64);
}

function isWithin64Bits(value: number | bigint): boolean {
  if (typeof value === "bigint") {
    return BigInt.asIntN(64, value) === value ||
      BigInt.asUintN(64, value) === value;
  }
  // The shortest digits of -2^63 read as an integer below the range.
  return value > -INT64_LIMIT && value < UINT64_LIMIT;
}

/**
 * A float as Go's `strconv.FormatFloat(value, 'g', -1, bits)` writes it.
 *
 * @param value The float.
 * @param bits The precision that the digits must keep.
 * @returns Its text, with `.inf`, `-.inf` and `.nan` as in YAML.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatGoFloat(1e6, 64), "1e+06");
 * assertEquals(formatGoFloat(0.1, 32), "0.1");
 * ```
 */
export function formatGoFloat(value: number, bits: 32 | 64): string {
  const rounded = bits === 32 ? Math.fround(value) : value;
  if (Number.isNaN(rounded)) return ".nan";
  if (!Number.isFinite(rounded)) return rounded < 0 ? "-.inf" : ".inf";
  if (rounded === 0) return Object.is(rounded, -0) ? "-0" : "0";
  const scientific = bits === 32
    ? shortestFloat32(rounded)
    : rounded.toExponential();
  const [digits = "", exponentText = ""] = scientific.split("e");
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < SHORTEST_EXPONENT) {
    return expand(digits, exponent);
  }
  const sign = exponent < 0 ? "-" : "+";
  return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

function shortestFloat32(value: number): string {
  for (let digits = 1; digits < FLOAT32_DIGITS; digits++) {
    const text = value.toExponential(digits - 1);
    if (Math.fround(Number(text)) === value) {
      return text;
    }
  }
  return value.toExponential(FLOAT32_DIGITS - 1);
}

/** Plain notation of a number whose exponent is small. */
function expand(digits: string, exponent: number): string {
  const negative = digits.startsWith("-") ? "-" : "";
  const figures = digits.replace(/[-.]/g, "");
  if (exponent < 0) {
    return `${negative}0.${"0".repeat(-exponent - 1)}${figures}`;
  }
  const point = exponent + 1;
  const whole = figures.slice(0, point).padEnd(point, "0");
  const fraction = figures.slice(point);
  return `${negative}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
