/**
 * The value of a number that stands in a template.
 *
 * @module
 */

import { quote } from "./quote.ts";
import { unquoteCharacter } from "./unquote.ts";

const MAX_INT = 2n ** 63n - 1n;
const MIN_INT = -(2n ** 63n);
const MAX_UINT = 2n ** 64n - 1n;

/** A number as each of the types that can hold it. */
export interface Constant {
  readonly int?: bigint;
  readonly float: number;
  /** What it is where nothing else is asked for; nothing if it is too big. */
  readonly ideal?: bigint | number;
}

/**
 * Reads a number or a character constant.
 *
 * @param text The constant, as it stands in the template.
 * @returns The number, or the error's text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readConstant("0x1_0"), { int: 16n, float: 16, ideal: 16n });
 * assertEquals(readConstant("1e3"), { int: 1000n, float: 1000, ideal: 1000 });
 * assertEquals(readConstant("089"), 'integer overflow: "089"');
 * ```
 */
export function readConstant(text: string): Constant | string {
  if (text.startsWith("'")) return readCharacter(text);
  if (text.endsWith("i")) {
    return `complex constant not supported: ${quote(text)}`;
  }
  const integer = readInteger(text);
  if (integer !== undefined) {
    if (integer >= MIN_INT && integer <= MAX_INT) {
      return { int: integer, float: Number(integer), ideal: integer };
    }
    const signed = /^[-+]/.test(text);
    if (!signed && integer <= MAX_UINT) return { float: Number(integer) };
  }
  return readFloat(text);
}

function readCharacter(text: string): Constant | string {
  const code = unquoteCharacter(text);
  if (typeof code === "string") return code;
  return { int: BigInt(code), float: code, ideal: BigInt(code) };
}

function readInteger(text: string): bigint | undefined {
  const [, sign = "", body = ""] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  if (!hasGoodUnderscores(body)) return undefined;
  const digits = body.replaceAll("_", "");
  const magnitude = readDigits(digits);
  if (magnitude === undefined) return undefined;
  return sign === "-" ? -magnitude : magnitude;
}

function readDigits(digits: string): bigint | undefined {
  if (/^0[xX][0-9a-fA-F]+$/.test(digits)) return BigInt(digits);
  if (/^0[bB][01]+$/.test(digits)) return BigInt(digits);
  if (/^0[oO][0-7]+$/.test(digits)) return BigInt(digits);
  if (/^0[0-7]*$/.test(digits)) return BigInt(`0o0${digits}`);
  return /^[1-9][0-9]*$/.test(digits) ? BigInt(digits) : undefined;
}

/** Underscores separate digits, and may follow a prefix. */
function hasGoodUnderscores(body: string): boolean {
  if (!body.includes("_")) return true;
  const digits = body.replace(/^0[xXbBoO]/, "0");
  return /^[0-9a-fA-F]/.test(digits) &&
    !/_(?![0-9a-fA-F])/.test(digits) && !/[^0-9a-fA-F]_/.test(digits);
}

function readFloat(text: string): Constant | string {
  const float = parseFloatConstant(text);
  if (float === undefined || !Number.isFinite(float)) {
    return `illegal number syntax: ${quote(text)}`;
  }
  if (!/[.eEpP]/.test(text)) return `integer overflow: ${quote(text)}`;
  const int = Number.isInteger(float) && Math.abs(float) < 2 ** 63
    ? { int: BigInt(float) }
    : {};
  const isHexInt = /^0[xX]/.test(text) && text.length > 2 && !/[pP]/.test(text);
  return { ...int, float, ideal: isHexInt ? BigInt(float) : float };
}

function parseFloatConstant(text: string): number | undefined {
  const [, sign = "", body = ""] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  if (!hasGoodUnderscores(body)) return undefined;
  const digits = body.replaceAll("_", "");
  const magnitude = /^0[xX]/.test(digits)
    ? parseHexFloat(digits)
    : parseDecimal(digits);
  if (magnitude === undefined) return undefined;
  return sign === "-" ? -magnitude : magnitude;
}

function parseDecimal(digits: string): number | undefined {
  return /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(digits)
    ? Number(digits)
    : undefined;
}

function parseHexFloat(digits: string): number | undefined {
  const form = /^0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([-+]?[0-9]+)$/;
  const match = form.exec(digits);
  if (match === null || `${match[1]}${match[2]}` === "") return undefined;
  const [, whole = "", fraction = "", exponent = "0"] = match;
  const mantissa = Number(BigInt(`0x${whole}${fraction}`));
  return mantissa * 2 ** (Number(exponent) - 4 * fraction.length);
}
