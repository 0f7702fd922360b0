/**
 * A file of a chart.
 *
 * @module
 */

import { fromBytes } from "../go/byte_string.ts";

/** A file of a chart, wherever the chart comes from. */
export interface ChartFile {
  /** The path within the chart's directory, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Takes the byte order mark off a file's content, as Helm does for all files.
 *
 * @param bytes The content.
 * @returns The content without it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(withoutMark(new Uint8Array([0xef, 0xbb, 0xbf, 65])), new Uint8Array([65]));
 * ```
 */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  const marked = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte);
  return marked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
}

/**
 * Reads a file as text.
 *
 * @param file The file.
 * @returns Its text, as templates hold text: bytes that are no UTF-8 are kept.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const bytes = new TextEncoder().encode("a: 1\n");
 * assertEquals(textOf({ path: "values.yaml", bytes }), "a: 1\n");
 * ```
 */
export function textOf(file: ChartFile): string {
  return fromBytes(file.bytes);
}
