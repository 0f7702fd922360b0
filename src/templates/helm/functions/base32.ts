/**
 * Base32 as Go encodes and decodes it.
 *
 * @module
 */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const VALUES = new Map(
  [...ALPHABET].map((char, value) => [char.charCodeAt(0), value]),
);
const PADDING = 0x3D;
const BLOCK = 8;

/**
 * Encodes bytes in base32, with padding.
 *
 * @param bytes The bytes.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(encodeBase32(new TextEncoder().encode("hi")), "NBUQ====");
 * ```
 */
export function encodeBase32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    bits = bits << 8 | byte;
    count += 8;
    while (count >= 5) text += letter(bits >> (count -= 5));
    bits &= 0xFF;
  }
  if (count > 0) text += letter(bits << (5 - count));
  return text.padEnd(Math.ceil(text.length / BLOCK) * BLOCK, "=");
}

function letter(bits: number): string {
  return ALPHABET.charAt(bits & 31);
}

/**
 * Decodes base32 with padding; line breaks do not count.
 *
 * @param source The bytes of the encoded text.
 * @returns The bytes, or the text of Go's error.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const encoder = new TextEncoder();
 * assertEquals(decodeBase32(encoder.encode("NBUQ====")), encoder.encode("hi"));
 * assertEquals(
 *   decodeBase32(encoder.encode("nb")),
 *   "illegal base32 data at input byte 0",
 * );
 * ```
 */
export function decodeBase32(source: Uint8Array): Uint8Array | string {
  const text = source.filter((byte) => byte !== 0x0A && byte !== 0x0D);
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const [at, byte] of text.entries()) {
    const left = text.length - at - 1;
    if (byte === PADDING && held >= 2 && left < BLOCK) {
      const wrong = checkPadding(text, at, held);
      return wrong === undefined ? new Uint8Array(bytes) : corrupt(wrong);
    }
    const value = VALUES.get(byte);
    if (value === undefined) return corrupt(at);
    bits = (bits << 5 | value) & 0xFFF;
    const before = held * 5 % 8;
    held = (held + 1) % BLOCK;
    if (before >= 3) bytes.push(bits >> (before - 3) & 0xFF);
  }
  return held === 0 ? new Uint8Array(bytes) : corrupt(text.length - held);
}

/** The offset that Go complains of; `undefined` where the padding is right. */
function checkPadding(
  text: Uint8Array,
  at: number,
  held: number,
): number | undefined {
  const left = text.length - at - 1;
  if (left + held < BLOCK - 1) return text.length;
  const wrong = text.subarray(at + 1, at + BLOCK - held)
    .findIndex((byte) => byte !== PADDING);
  if (wrong >= 0) return at + wrong;
  return held === 3 || held === 6 ? at : undefined;
}

function corrupt(offset: number): string {
  return `illegal base32 data at input byte ${offset}`;
}
