/**
 * Go's strings are bytes; ours are text. A byte that is part of no character
 * stands in our text as the lone surrogate U+DC00 + byte, so that cutting a
 * character in two and decoding binary data lose nothing.
 *
 * @module
 */

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const ASCII = /^[\0-\x7F]*$/;
const FIRST_STRAY = 0xDC00;

/**
 * The bytes of a text.
 *
 * @param text The text.
 * @returns Its UTF-8, with stray bytes as themselves.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals([...toBytes("é\uDCFF")], [0xC3, 0xA9, 0xFF]);
 * ```
 */
export function toBytes(text: string): Uint8Array<ArrayBuffer> {
  if (text.isWellFormed()) return ENCODER.encode(text);
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (code >= FIRST_STRAY + 0x80 && code <= FIRST_STRAY + 0xFF) {
      bytes.push(code - FIRST_STRAY);
    } else bytes.push(...ENCODER.encode(char));
  }
  return new Uint8Array(bytes);
}

/**
 * The text of bytes.
 *
 * @param bytes The bytes.
 * @returns The text; bytes that are no UTF-8 are kept as stray ones.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(fromBytes(new Uint8Array([0x61, 0xE2, 0x82])), "a\uDCE2\uDC82");
 * ```
 */
export function fromBytes(bytes: Uint8Array): string {
  try {
    return DECODER.decode(bytes);
  } catch {
    return fromBrokenBytes(bytes);
  }
}

function fromBrokenBytes(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const size = characterSize(bytes, at);
    text += size === 0
      ? String.fromCharCode(FIRST_STRAY + (bytes[at] as number))
      : DECODER.decode(bytes.subarray(at, at + size));
    at += size || 1;
  }
  return text;
}

/** The length of the character at an offset; 0 where there is none. */
function characterSize(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const size = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (size === 0 || at + size > bytes.length) return 0;
  try {
    DECODER.decode(bytes.subarray(at, at + size));
    return size;
  } catch {
    return 0;
  }
}

/**
 * How many bytes a text has: Go's `len`.
 *
 * @param text The text.
 * @returns Its length.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(byteLength("é"), 2);
 * ```
 */
export function byteLength(text: string): number {
  return ASCII.test(text) ? text.length : toBytes(text).length;
}

/**
 * The part of a text between two bytes.
 *
 * @param text The text.
 * @param start The first byte.
 * @param end The byte after the last; by default the text's end.
 * @returns The part.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(sliceBytes("aé", 0, 2), "a\uDCC3");
 * ```
 */
export function sliceBytes(text: string, start: number, end?: number): string {
  if (ASCII.test(text)) return text.slice(start, end);
  return fromBytes(toBytes(text).subarray(start, end));
}
