/**
 * Decimals of any length, with which Sprig adds and multiplies floats: 0.1 and
 * 0.2 make 0.3.
 *
 * @module
 */

import { GoFailure } from "../go/failure.ts";

/** The number `digits` times ten to the power of `exponent`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** How many decimal places a quotient has. */
const QUOTIENT_PLACES = 16;

/**
 * The decimal that a float is written as.
 *
 * @param value The float.
 * @returns The decimal.
 * @throws {GoFailure} For NaN and the infinities.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(toDecimal(1.5), { digits: 15n, exponent: -1 });
 * ```
 */
export function toDecimal(value: number): Decimal {
  if (!Number.isFinite(value)) {
    const name = Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    throw new GoFailure(`Cannot create a Decimal from ${name}`);
  }
  const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return {
    digits: BigInt(whole + fraction),
    exponent: Number(exponent) - fraction.length,
  };
}

/**
 * The float nearest to a decimal.
 *
 * @param decimal The decimal.
 * @returns The float.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(toNumber({ digits: 3n, exponent: -1 }), 0.3);
 * ```
 */
export function toNumber({ digits, exponent }: Decimal): number {
  return Number(`${digits}e${exponent}`);
}

/**
 * Adds two decimals.
 *
 * @param a One.
 * @param b The other.
 * @returns Their sum.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(toNumber(addDecimals(toDecimal(0.1), toDecimal(0.2))), 0.3);
 * ```
 */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  const digits = a.digits * powerOfTen(a.exponent - exponent) +
    b.digits * powerOfTen(b.exponent - exponent);
  return { digits, exponent };
}

/**
 * Multiplies two decimals.
 *
 * @param a One.
 * @param b The other.
 * @returns Their product.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const product = multiplyDecimals(toDecimal(1.1), toDecimal(1.1));
 * assertEquals(toNumber(product), 1.21);
 * ```
 */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
}

/**
 * Divides a decimal by another, to 16 places.
 *
 * @param a The one to divide.
 * @param b The one to divide by.
 * @returns The quotient; half a unit is rounded away from zero.
 * @throws {GoFailure} For a division by 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(toNumber(divideDecimals(toDecimal(1), toDecimal(4))), 0.25);
 * ```
 */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  if (b.digits === 0n) throw new GoFailure("decimal division by 0");
  const shift = a.exponent - b.exponent + QUOTIENT_PLACES;
  const dividend = a.digits * powerOfTen(Math.max(shift, 0));
  const divisor = b.digits * powerOfTen(Math.max(-shift, 0));
  const quotient = dividend / divisor;
  const rest = absolute(dividend % divisor);
  const isHalf = 2n * rest >= absolute(divisor);
  const away = (dividend < 0n) === (divisor < 0n) ? 1n : -1n;
  return {
    digits: isHalf ? quotient + away : quotient,
    exponent: -QUOTIENT_PLACES,
  };
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}
