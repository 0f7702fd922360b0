/**
 * The breaking of lines as Masterminds/goutils does it, counted in bytes.
 *
 * @module
 */

const SPACE = 0x20;
const LINE_BREAK = "\n";

/**
 * Breaks a line at its spaces.
 *
 * @param line The bytes of the line.
 * @param options How wide a line may be; what to write between lines, by default
 * a line break. Words that are longer are broken only where that is given.
 * @returns The bytes of the lines.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { fromBytes, toBytes } from "../go/byte_string.ts";
 * const wrapped = wrapBytes(toBytes("one two three"), { width: 5 });
 * assertEquals(fromBytes(wrapped), "one\ntwo\nthree");
 * ```
 */
export function wrapBytes(
  line: Uint8Array,
  options: { readonly width: number; readonly separator?: string },
): Uint8Array {
  const width = Math.max(options.width, 1);
  const between = new TextEncoder().encode(options.separator || LINE_BREAK);
  const parts: Uint8Array[] = [];
  let start = 0;
  while (line.length - start > width) {
    if (line[start] === SPACE) {
      start++;
      continue;
    }
    const limit = start + width;
    const { end, next } = lineEnd(line, {
      start,
      limit,
      breaksWords: options.separator !== undefined,
    });
    parts.push(line.subarray(start, end));
    start = next;
    if (end === line.length) break;
    parts.push(between);
  }
  parts.push(line.subarray(start));
  return concatenate(parts);
}

/** Where a line ends, and where the next one starts. */
function lineEnd(
  line: Uint8Array,
  { start, limit, breaksWords }: {
    readonly start: number;
    readonly limit: number;
    readonly breaksWords: boolean;
  },
): { end: number; next: number } {
  const before = line.subarray(0, limit + 1).lastIndexOf(SPACE);
  if (before >= start) return { end: before, next: before + 1 };
  if (breaksWords) return { end: limit, next: limit };
  const after = line.indexOf(SPACE, limit);
  return after < 0
    ? { end: line.length, next: line.length }
    : { end: after, next: after + 1 };
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
