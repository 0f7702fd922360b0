/**
 * Base64 as Go decodes it.
 *
 * @module
 */

const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Map(
  [...ALPHABET].map((char, value) => [char.charCodeAt(0), value]),
);
const PADDING = 0x3D;
const LINE_BREAKS: readonly (number | undefined)[] = [0x0A, 0x0D];

/**
 * Decodes base64 with padding; line breaks do not count.
 *
 * @param source The bytes of the encoded text.
 * @returns The bytes, or the text of Go's error.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const encoder = new TextEncoder();
 * assertEquals(decodeBase64(encoder.encode("aGk=")), encoder.encode("hi"));
 * assertEquals(
 *   decodeBase64(encoder.encode("a!==")),
 *   "illegal base64 data at input byte 1",
 * );
 * ```
 */
export function decodeBase64(source: Uint8Array): Uint8Array | string {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (let at = 0; at < source.length; at++) {
    const byte = source[at] as number;
    if (LINE_BREAKS.includes(byte)) continue;
    if (byte === PADDING) {
      const wrong = checkPadding(source, at, held);
      if (wrong !== undefined) return corrupt(wrong);
      return new Uint8Array([...bytes, ...rest(bits, held)]);
    }
    const value = VALUES.get(byte);
    if (value === undefined) return corrupt(at);
    bits = bits << 6 | value;
    if (++held < 4) continue;
    bytes.push(bits >> 16 & 0xFF, bits >> 8 & 0xFF, bits & 0xFF);
    bits = held = 0;
  }
  return held === 0 ? new Uint8Array(bytes) : corrupt(source.length - held);
}

/** The offset that Go complains of; `undefined` where the padding is right. */
function checkPadding(
  source: Uint8Array,
  first: number,
  held: number,
): number | undefined {
  if (held < 2) return first;
  let at = skipLineBreaks(source, first + 1);
  if (held === 2) {
    if (at === source.length) return source.length;
    if (source[at] !== PADDING) return at - 1;
    at = skipLineBreaks(source, at + 1);
  }
  return at < source.length ? at : undefined;
}

function skipLineBreaks(source: Uint8Array, start: number): number {
  let at = start;
  while (LINE_BREAKS.includes(source[at])) at++;
  return at;
}

function rest(bits: number, held: number): number[] {
  return held === 2
    ? [bits >> 4 & 0xFF]
    : [bits >> 10 & 0xFF, bits >> 2 & 0xFF];
}

function corrupt(offset: number): string {
  return `illegal base64 data at input byte ${offset}`;
}
