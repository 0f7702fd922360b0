/**
 * The decimal digits of floats: the shortest that say which float it is, or
 * all of them, rounded as Go rounds.
 *
 * @module
 */

/** `0.digits × 10^point`; no trailing zeros, no digits for zero. */
export interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/**
 * The fewest digits that name a float.
 *
 * @param value A float that is finite and not negative.
 * @returns Its digits.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(shortestDecimal(0.1), { digits: "1", point: 0 });
 * ```
 */
export function shortestDecimal(value: number): Decimal {
  if (value === 0) return { digits: "", point: 0 };
  const [digits = "", exponent = "0"] = value.toExponential().split("e");
  return { digits: digits.replace(".", ""), point: Number(exponent) + 1 };
}

/**
 * All digits of a float.
 *
 * @param value A float that is finite and not negative.
 * @returns Its digits.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(exactDecimal(0.5), { digits: "5", point: 0 });
 * ```
 */
export function exactDecimal(value: number): Decimal {
  if (value === 0) return { digits: "", point: 0 };
  const { mantissa, exponent } = partsOf(value);
  const scaled = exponent >= 0
    ? mantissa << BigInt(exponent)
    : mantissa * 5n ** BigInt(-exponent);
  const digits = scaled.toString();
  const point = digits.length + Math.min(exponent, 0);
  return { digits: trimZeros(digits), point };
}

/**
 * Takes a float apart: `mantissa × 2^exponent`.
 *
 * @param value A float that is finite and not negative.
 * @returns The parts, as they are stored.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(partsOf(1), { mantissa: 2n ** 52n, exponent: -52 });
 * ```
 */
export function partsOf(
  value: number,
): { mantissa: bigint; exponent: number } {
  const bits = new BigUint64Array(new Float64Array([value]).buffer)[0] ?? 0n;
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

/**
 * Rounds to a number of digits, halves to even.
 *
 * @param decimal All digits.
 * @param count How many are to be kept.
 * @returns The rounded digits.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(roundDecimal({ digits: "25", point: 1 }, 1).digits, "2");
 * assertEquals(roundDecimal({ digits: "99", point: 1 }, 1), { digits: "1", point: 2 });
 * ```
 */
export function roundDecimal(decimal: Decimal, count: number): Decimal {
  const { digits, point } = decimal;
  if (count >= digits.length) return decimal;
  if (count < 0) return { digits: "", point: 0 };
  const kept = digits.slice(0, count);
  const rest = digits.slice(count);
  if (!roundsUp(kept, rest)) {
    const trimmed = trimZeros(kept);
    return { digits: trimmed, point: trimmed === "" ? 0 : point };
  }
  const raised = (BigInt(`0${kept}`) + 1n).toString().padStart(count, "0");
  const carried = raised.length - count;
  return { digits: trimZeros(raised), point: point + carried };
}

function roundsUp(kept: string, rest: string): boolean {
  const isHalf = rest === "5";
  if (!isHalf) return rest >= "5";
  return "13579".includes(kept.at(-1) ?? "0");
}

function trimZeros(digits: string): string {
  return digits.replace(/0+$/, "");
}
