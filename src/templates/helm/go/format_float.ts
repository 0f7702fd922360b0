/**
 * Go's `strconv.FormatFloat`.
 *
 * @module
 */

import {
  type Decimal,
  exactDecimal,
  partsOf,
  roundDecimal,
  shortestDecimal,
} from "./decimal.ts";

/** The ways to write a float. */
export type FloatVerb = "b" | "e" | "E" | "f" | "g" | "G" | "x" | "X";

/**
 * Writes a float.
 *
 * @param value The float.
 * @param verb How.
 * @param precision How many digits; -1 for as many as are needed.
 * @returns The text; with a sign for infinities too.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatFloat(1000000, "g", -1), "1e+06");
 * assertEquals(formatFloat(2.5, "f", 0), "2");
 * ```
 */
export function formatFloat(
  value: number,
  verb: FloatVerb,
  precision: number,
): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  return sign + formatMagnitude(Math.abs(value), verb, precision);
}

/**
 * Writes a float as `%v` does.
 *
 * @param value The float.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(printFloat(0.25), "0.25");
 * ```
 */
export function printFloat(value: number): string {
  if (Number.isInteger(value) && value > 0 && value < 1e6) return `${value}`;
  return formatFloat(value, "g", -1);
}

function formatMagnitude(
  value: number,
  verb: FloatVerb,
  precision: number,
): string {
  switch (verb) {
    case "b":
      return formatBinary(value);
    case "x":
    case "X":
      return formatHexadecimal(value, verb, precision);
    case "e":
    case "E": {
      const decimal = digitsFor(value, precision, precision + 1);
      const shown = precision < 0 ? decimal.digits.length - 1 : precision;
      return writeScientific(decimal, verb, shown);
    }
    case "f": {
      const decimal = precision < 0
        ? shortestDecimal(value)
        : exactDecimal(value);
      return precision < 0
        ? writePlain(decimal, fractionLength(decimal))
        : writePlain(
          roundDecimal(decimal, decimal.point + precision),
          precision,
        );
    }
    default:
      return formatGeneral(value, verb, precision);
  }
}

function digitsFor(value: number, precision: number, count: number): Decimal {
  return precision < 0
    ? shortestDecimal(value)
    : roundDecimal(exactDecimal(value), count);
}

function fractionLength({ digits, point }: Decimal): number {
  return Math.max(digits.length - point, 0);
}

/** Scientific where the exponent is small, or not covered by the precision. */
function formatGeneral(
  value: number,
  verb: "g" | "G",
  precision: number,
): string {
  const wanted = precision === 0 ? 1 : precision;
  const decimal = digitsFor(value, precision, wanted);
  const length = decimal.digits.length;
  const shown = precision < 0 ? length : wanted;
  const reach = length < shown && length >= decimal.point ? length : shown;
  const limit = precision < 0 ? 6 : reach;
  const exponent = decimal.point - 1;
  if (exponent < -4 || exponent >= limit) {
    const letter = verb === "g" ? "e" : "E";
    return writeScientific(decimal, letter, Math.min(shown, length) - 1);
  }
  return writePlain(decimal, fractionLength(decimal));
}

function writeScientific(
  { digits, point }: Decimal,
  letter: "e" | "E",
  precision: number,
): string {
  const first = digits[0] ?? "0";
  const rest = digits.slice(1, precision + 1).padEnd(
    Math.max(precision, 0),
    "0",
  );
  const exponent = digits === "" ? 0 : point - 1;
  const fraction = precision > 0 ? `.${rest}` : "";
  return first + fraction + letter + writeExponent(exponent);
}

function writeExponent(exponent: number): string {
  const magnitude = String(Math.abs(exponent)).padStart(2, "0");
  return (exponent < 0 ? "-" : "+") + magnitude;
}

function writePlain({ digits, point }: Decimal, precision: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  if (precision <= 0) return whole;
  const leading = "0".repeat(Math.min(Math.max(-point, 0), precision));
  const fraction = leading + digits.slice(Math.max(point, 0));
  return `${whole}.${fraction.slice(0, precision).padEnd(precision, "0")}`;
}

function formatBinary(value: number): string {
  const { mantissa, exponent } = partsOf(value);
  return `${mantissa}p${exponent < 0 ? "" : "+"}${exponent}`;
}

const ONE = 1n << 60n;

function formatHexadecimal(
  value: number,
  verb: "x" | "X",
  precision: number,
): string {
  let { mantissa, exponent } = normalised(value);
  if (precision >= 0 && precision < 15) {
    mantissa = roundBits(mantissa, precision);
    if (mantissa >= ONE << 1n) {
      mantissa >>= 1n;
      exponent++;
    }
  }
  const fraction = (mantissa & (ONE - 1n)).toString(16).padStart(15, "0");
  const shown = precision < 0
    ? fraction.replace(/0+$/, "")
    : fraction.slice(0, precision).padEnd(precision, "0");
  const dot = shown === "" ? "" : ".";
  const text = `0x${mantissa >> 60n}${dot}${shown}p${writeExponent(exponent)}`;
  return verb === "X" ? text.toUpperCase() : text;
}

/** With the leading 1 at bit 60. */
function normalised(value: number): { mantissa: bigint; exponent: number } {
  let { mantissa, exponent } = partsOf(value);
  if (mantissa === 0n) return { mantissa, exponent: 0 };
  while (mantissa < ONE) {
    mantissa <<= 1n;
    exponent--;
  }
  return { mantissa, exponent: exponent + 60 };
}

function roundBits(mantissa: bigint, precision: number): bigint {
  const shift = 60n - BigInt(precision * 4);
  const kept = mantissa >> shift;
  const rest = mantissa & ((1n << shift) - 1n);
  const half = 1n << (shift - 1n);
  const isUp = rest > half || (rest === half && (kept & 1n) === 1n);
  return (isUp ? kept + 1n : kept) << shift;
}
