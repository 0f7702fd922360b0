/**
 * Go's `fmt.Sprintf`.
 *
 * @module
 */

import { type Flags, NO_FLAGS } from "./format_flags.ts";
import { goPrint } from "./print.ts";
import { printArgument } from "./print_value.ts";
import { integerOf } from "./sized_int.ts";
import { typeName } from "./type_name.ts";
import type { GoValue } from "./value.ts";

const TOO_LARGE = 1_000_000;

/** A format that is being read. */
interface Reader {
  readonly format: string;
  readonly args: readonly GoValue[];
  position: number;
  argument: number;
  /** Whether arguments were taken out of order. */
  reordered: boolean;
  /** Whether the last index was one that there is. */
  isGoodIndex: boolean;
  /** Whether an index was read just now. */
  afterIndex: boolean;
  /** What went wrong with widths and precisions. */
  complaint: string;
}

/**
 * Formats arguments.
 *
 * @param format The format.
 * @param args The arguments.
 * @returns The text, with Go's complaints where the two do not match.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(goSprintf("%s=%05.1f", ["a", 2.25]), "a=002.2");
 * assertEquals(goSprintf("%d %d", ["x"]), "%!d(string=x) %!d(MISSING)");
 * assertEquals(goSprintf("a", [1n]), "a%!(EXTRA int=1)");
 * ```
 */
export function goSprintf(format: string, args: readonly GoValue[]): string {
  const reader: Reader = {
    format,
    args,
    position: 0,
    argument: 0,
    reordered: false,
    isGoodIndex: true,
    afterIndex: false,
    complaint: "",
  };
  let text = "";
  while (reader.position < format.length) {
    const next = format.indexOf("%", reader.position);
    const end = next === -1 ? format.length : next;
    text += format.slice(reader.position, end);
    reader.position = end + 1;
    if (next !== -1) text += formatNext(reader);
  }
  return text + formatExtra(reader);
}

function formatNext(reader: Reader): string {
  const { format, args } = reader;
  reader.isGoodIndex = true;
  reader.complaint = "";
  const flags = readFlags(reader);
  readIndex(reader);
  readWidth(reader, flags);
  readPrecision(reader, flags);
  if (!reader.afterIndex) readIndex(reader);
  const { complaint } = reader;
  const code = format.codePointAt(reader.position);
  if (code === undefined) return `${complaint}%!(NOVERB)`;
  const verb = String.fromCodePoint(code);
  reader.position += verb.length;
  if (verb === "%") return `${complaint}%`;
  if (!reader.isGoodIndex) return `${complaint}%!${verb}(BADINDEX)`;
  if (reader.argument >= args.length) {
    return `${complaint}%!${verb}(MISSING)`;
  }
  if (verb === "v" || verb === "w") nameFields(flags);
  return complaint + printArgument(args[reader.argument++], { verb, flags });
}

function readFlags(reader: Reader): Flags {
  const flags = { ...NO_FLAGS };
  for (;; reader.position++) {
    switch (reader.format[reader.position]) {
      case "#":
        flags.sharp = true;
        break;
      case "0":
        flags.zero = true;
        break;
      case "+":
        flags.plus = true;
        break;
      case "-":
        flags.minus = true;
        break;
      case " ":
        flags.space = true;
        break;
      default:
        return flags;
    }
  }
}

/** Under `%v`, `#` and `+` do not mean what they mean for numbers. */
function nameFields(flags: Flags): void {
  flags.sharpV = flags.sharp;
  flags.sharp = false;
  flags.plusV = flags.plus;
  flags.plus = false;
}

/** Reads `[n]`, which says which argument comes next. */
function readIndex(reader: Reader): void {
  const { format, position, args } = reader;
  reader.afterIndex = false;
  if (format[position] !== "[") return;
  reader.reordered = true;
  const close = format.indexOf("]", position);
  if (close === -1 || format.length - position < 3) {
    reader.isGoodIndex = false;
    reader.position++;
    return;
  }
  reader.position = close + 1;
  const number = readNumber(format.slice(position + 1, close));
  const isNumber = number !== undefined;
  reader.afterIndex = isNumber;
  if (isNumber && number >= 1 && number <= args.length) {
    reader.argument = number - 1;
  } else reader.isGoodIndex = false;
}

function readNumber(text: string): number | undefined {
  if (!/^[0-9]+$/.test(text)) return undefined;
  const number = Number(text);
  return number > TOO_LARGE * 10 ? undefined : number;
}

function readWidth(reader: Reader, flags: Flags): void {
  const { format } = reader;
  if (format[reader.position] !== "*") {
    flags.width = readDigits(reader);
    if (reader.afterIndex && flags.width !== undefined) {
      reader.isGoodIndex = false;
    }
    return;
  }
  reader.position++;
  const width = takeInteger(reader);
  reader.afterIndex = false;
  if (width === undefined) reader.complaint += "%!(BADWIDTH)";
  flags.width = width;
  if (width === undefined || width >= 0) return;
  flags.width = -width;
  flags.minus = true;
  flags.zero = false;
}

function readPrecision(reader: Reader, flags: Flags): void {
  const { format } = reader;
  if (format[reader.position] !== "." || reader.position + 1 >= format.length) {
    return;
  }
  reader.position++;
  if (reader.afterIndex) reader.isGoodIndex = false;
  readIndex(reader);
  if (format[reader.position] !== "*") {
    flags.precision = readDigits(reader) ?? 0;
    return;
  }
  reader.position++;
  const precision = takeInteger(reader);
  reader.afterIndex = false;
  const isGood = precision !== undefined && precision >= 0;
  if (isGood) flags.precision = precision;
  else reader.complaint += "%!(BADPREC)";
}

/** A number that is far too long takes the rest of the format with it. */
function readDigits(reader: Reader): number | undefined {
  const { format } = reader;
  const digits = /[0-9]*/y;
  digits.lastIndex = reader.position;
  const text = digits.exec(format)?.[0] ?? "";
  if (text === "") return undefined;
  const number = readNumber(text);
  reader.position = number === undefined
    ? format.length
    : reader.position + text.length;
  return number;
}

/** Takes an argument for a `*`. */
function takeInteger(reader: Reader): number | undefined {
  const { args } = reader;
  if (reader.argument >= args.length) return undefined;
  const integer = integerOf(args[reader.argument++]);
  if (integer === undefined) return undefined;
  const number = Number(integer);
  return Math.abs(number) > TOO_LARGE ? undefined : number;
}

function formatExtra({ args, argument, reordered }: Reader): string {
  if (reordered || argument >= args.length) return "";
  const extra = args.slice(argument).map((value) =>
    value === null || value === undefined
      ? "<nil>"
      : `${typeName(value)}=${goPrint(value)}`
  );
  return `%!(EXTRA ${extra.join(", ")})`;
}
