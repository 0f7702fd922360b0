/**
 * How `fmt` writes scalars under each verb. A function answers `undefined` for
 * a verb that its type does not have.
 *
 * @module
 */

import { toBytes } from "./byte_string.ts";
import { type Flags, pad, padding } from "./format_flags.ts";
import { type FloatVerb, formatFloat } from "./format_float.ts";
import { isPrintable, quote } from "./quote.ts";

const BASES: Readonly<Record<string, number>> = {
  v: 10,
  d: 10,
  b: 2,
  o: 8,
  O: 8,
  x: 16,
  X: 16,
};

/**
 * Writes a boolean.
 *
 * @param value The boolean.
 * @param verb The verb.
 * @param flags The flags.
 * @returns The text, or `undefined` for a verb that booleans do not have.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { NO_FLAGS } from "./format_flags.ts";
 * assertEquals(formatBoolean(true, "t", NO_FLAGS), "true");
 * ```
 */
export function formatBoolean(
  value: boolean,
  verb: string,
  flags: Readonly<Flags>,
): string | undefined {
  return verb === "t" || verb === "v" ? pad(String(value), flags) : undefined;
}

/**
 * Writes a string.
 *
 * @param value The string.
 * @param verb The verb.
 * @param flags The flags.
 * @returns The text, or `undefined` for a verb that strings do not have.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { NO_FLAGS } from "./format_flags.ts";
 * assertEquals(formatString("a\n", "q", NO_FLAGS), '"a\\n"');
 * assertEquals(formatString("a", "d", NO_FLAGS), undefined);
 * ```
 */
export function formatString(
  value: string,
  verb: string,
  flags: Readonly<Flags>,
): string | undefined {
  switch (verb) {
    case "v":
      return flags.sharpV
        ? formatQuoted(value, flags)
        : pad(truncate(value, flags), flags);
    case "s":
      return pad(truncate(value, flags), flags);
    case "q":
      return formatQuoted(value, flags);
    case "x":
    case "X":
      return formatHexBytes(toBytes(value), verb, flags);
  }
  return undefined;
}

/**
 * Writes bytes as hexadecimal digits.
 *
 * @param bytes The bytes.
 * @param verb Whether the digits are small or capital.
 * @param flags The flags.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { NO_FLAGS } from "./format_flags.ts";
 * assertEquals(formatHexBytes(new Uint8Array([255]), "X", NO_FLAGS), "FF");
 * ```
 */
export function formatHexBytes(
  bytes: Uint8Array,
  verb: "x" | "X",
  flags: Readonly<Flags>,
): string {
  const shown = bytes.subarray(0, flags.precision ?? bytes.length);
  if (shown.length === 0) return padding(flags.width ?? 0, flags);
  const prefix = flags.sharp ? `0${verb}` : "";
  const digits = Array.from(
    shown,
    (byte) => byte.toString(16).padStart(2, "0"),
  ).map((pair) => verb === "X" ? pair.toUpperCase() : pair);
  const text = flags.space
    ? digits.map((pair) => prefix + pair).join(" ")
    : prefix + digits.join("");
  return pad(text, flags);
}

function formatQuoted(value: string, flags: Readonly<Flags>): string {
  const text = truncate(value, flags);
  if (flags.sharp && canBackquote(text)) {
    return pad(`\`${text}\``, flags);
  }
  return pad(quote(text, { ascii: flags.plus }), flags);
}

function canBackquote(text: string): boolean {
  return Array.from(text).every((character) =>
    character === "\t" ||
    (character >= " " && !"`\x7f\ufeff".includes(character))
  );
}

function truncate(text: string, { precision }: Readonly<Flags>): string {
  if (precision === undefined || precision >= text.length) return text;
  return [...text].slice(0, precision).join("");
}

/**
 * Writes an integer.
 *
 * @param value The integer.
 * @param verb The verb.
 * @param flags The flags.
 * @returns The text, or `undefined` for a verb that integers do not have.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { NO_FLAGS } from "./format_flags.ts";
 * assertEquals(formatInteger(42n, "d", { ...NO_FLAGS, width: 5, zero: true }), "00042");
 * ```
 */
export function formatInteger(
  value: bigint,
  verb: string,
  flags: Readonly<Flags>,
): string | undefined {
  switch (verb) {
    case "c":
      return pad(runeOf(value), flags);
    case "q":
      return pad(
        quote(runeOf(value), { quote: "'", ascii: flags.plus }),
        flags,
      );
    case "U":
      return formatUnicode(value, flags);
  }
  const base = BASES[verb];
  return base === undefined ? undefined : formatDigits(value, verb, flags);
}

function runeOf(value: bigint): string {
  const isScalar = value >= 0n && value <= 0x10ffffn &&
    !(value >= 0xd800n && value <= 0xdfffn);
  return isScalar ? String.fromCodePoint(Number(value)) : "\ufffd";
}

function formatUnicode(value: bigint, flags: Readonly<Flags>): string {
  const code = BigInt.asUintN(64, value);
  const width = Math.max(flags.precision ?? 4, 4);
  const hex = code.toString(16).toUpperCase().padStart(width, "0");
  const isShown = flags.sharp && code <= 0x10ffffn &&
    isPrintable(runeOf(value));
  const shown = isShown ? ` '${runeOf(value)}'` : "";
  return pad(`U+${hex}${shown}`, { ...flags, zero: false });
}

function formatDigits(
  value: bigint,
  verb: string,
  flags: Readonly<Flags>,
): string {
  const { precision, width } = flags;
  const spaced = { ...flags, zero: false };
  if (precision === 0 && value === 0n) return padding(width ?? 0, spaced);
  const magnitude = value < 0n ? -value : value;
  const sign = value < 0n ? "-" : flags.plus ? "+" : flags.space ? " " : "";
  const digits = magnitude.toString(BASES[verb]);
  const shown = (verb === "X" ? digits.toUpperCase() : digits)
    .padStart(digitCount(flags, sign), "0");
  return pad(sign + prefixOf(verb, shown, flags) + shown, spaced);
}

function digitCount(flags: Readonly<Flags>, sign: string): number {
  const { precision, width, zero, minus } = flags;
  if (precision !== undefined) return precision;
  return zero && !minus && width !== undefined ? width - sign.length : 0;
}

function prefixOf(
  verb: string,
  digits: string,
  { sharp }: Readonly<Flags>,
): string {
  if (verb === "O") return sharp && !digits.startsWith("0") ? "0o0" : "0o";
  if (!sharp) return "";
  if (verb === "o") return digits.startsWith("0") ? "" : "0";
  if (verb === "b") return "0b";
  return verb === "x" || verb === "X" ? `0${verb}` : "";
}

/**
 * Writes a float.
 *
 * @param value The float.
 * @param verb The verb.
 * @param flags The flags.
 * @returns The text, or `undefined` for a verb that floats do not have.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { NO_FLAGS } from "./format_flags.ts";
 * assertEquals(formatFloating(2.5, "f", NO_FLAGS), "2.500000");
 * assertEquals(formatFloating(22, "s", NO_FLAGS), undefined);
 * ```
 */
export function formatFloating(
  value: number,
  verb: string,
  flags: Readonly<Flags>,
): string | undefined {
  const form = floatForm(verb);
  if (form === undefined) return undefined;
  const precision = flags.precision ?? (/[eEf]/.test(form) ? 6 : -1);
  const written = formatFloat(value, form, precision);
  const sign = /^[-+]/.exec(written)?.[0] ?? "+";
  const body = written.replace(/^[-+]/, "");
  const shownSign = sign === "+" && flags.space && !flags.plus ? " " : sign;
  if (!Number.isFinite(value)) return formatInfinite(body, shownSign, flags);
  const digits = flags.sharp && verb !== "b"
    ? restorePoint(body, verb, precision)
    : body;
  if (!flags.plus && shownSign === "+") return pad(digits, flags);
  const { width, zero, minus } = flags;
  if (zero && !minus && width !== undefined && width > digits.length + 1) {
    return shownSign + padding(width - digits.length - 1, flags) + digits;
  }
  return pad(shownSign + digits, flags);
}

function floatForm(verb: string): FloatVerb | undefined {
  if (verb === "v") return "g";
  if (verb === "F") return "f";
  return /^[beEfgGxX]$/.test(verb) ? verb as FloatVerb : undefined;
}

function formatInfinite(
  body: string,
  sign: string,
  flags: Readonly<Flags>,
): string {
  const isSigned = body === "Inf" || flags.space || flags.plus;
  return pad((isSigned ? sign : "") + body, { ...flags, zero: false });
}

/** `#` keeps the decimal point, and the zeros behind it. */
function restorePoint(body: string, verb: string, precision: number): string {
  const isHex = verb === "x" || verb === "X";
  const split = isHex ? /^(.*?)([pP].*)?$/ : /^(.*?)([eE].*)?$/;
  const [, digits = "", tail = ""] = split.exec(body) ?? [];
  const counted = /^[vgGx]$/.test(verb)
    ? (precision === -1 ? 6 : precision)
    : 0;
  const significant = digits.replace(".", "").replace(/^0+/, "").length;
  const hasPoint = digits.includes(".");
  const single = !hasPoint && digits === "0" ? 1 : 0;
  const zeros = "0".repeat(Math.max(counted - significant - single, 0));
  return digits + (hasPoint ? "" : ".") + zeros + tail;
}
