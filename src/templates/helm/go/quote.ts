/**
 * Go's `strconv.Quote` and its relatives.
 *
 * @module
 */

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\x07", "\\a"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\v", "\\v"],
  ["\\", "\\\\"],
]);

/** A byte that is part of no character, as `byte_string.ts` holds it. */
const STRAY_BYTE = /^[\udc80-\udcff]$/;
const PLAIN = /^[ !#-[\]-~]*$/;
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/**
 * Whether Go holds a character to be printable.
 *
 * @param character One character.
 * @returns Whether it is printable.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isPrintable("é"));
 * assert(!isPrintable("\u00a0"));
 * ```
 */
export function isPrintable(character: string): boolean {
  return PRINTABLE.test(character);
}

/**
 * Quotes a string as Go does.
 *
 * @param text The string.
 * @param options `quote`: the quotation mark, `"` where absent; `ascii`: whether
 * everything outside ASCII is escaped.
 * @returns The quoted string.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(quote("a\n\u00a0"), String.raw`"a\n\u00a0"`);
 * assertEquals(quote("é", { ascii: true }), String.raw`"\u00e9"`);
 * ```
 */
export function quote(
  text: string,
  options: { readonly quote?: string; readonly ascii?: boolean } = {},
): string {
  const mark = options.quote ?? '"';
  if (mark === '"' && PLAIN.test(text)) return `"${text}"`;
  let quoted = mark;
  for (const character of text) {
    quoted += escape(character, mark, options.ascii === true);
  }
  return quoted + mark;
}

function escape(character: string, mark: string, ascii: boolean): string {
  if (character === mark) return `\\${mark}`;
  const short = ESCAPES.get(character);
  if (short !== undefined) return short;
  const code = scalarOf(character);
  if (STRAY_BYTE.test(character)) {
    return `\\x${hex(character.charCodeAt(0) & 0xff, 2)}`;
  }
  if (code < 0x7f && code >= 0x20) return character;
  if (code >= 0x80 && !ascii && isPrintable(character)) return character;
  if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`;
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}

/** A lone surrogate is no character; Go would hold the replacement for it. */
function scalarOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, "0");
}
