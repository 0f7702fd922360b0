/**
 * Go's `[]byte`.
 *
 * @module
 */

import { fromBytes } from "./byte_string.ts";
import { GoObject } from "./object.ts";
import type { GoValue } from "./value.ts";

/**
 * Bytes, as `.Files` holds them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const bytes = new GoBytes(new TextEncoder().encode("hi"));
 * assertEquals(bytes.decode(), "hi");
 * ```
 */
export class GoBytes extends GoObject {
  override readonly goType = "[]uint8";
  override readonly kind = "slice";
  readonly bytes: Uint8Array;

  /**
   * Wraps bytes.
   *
   * @param bytes The bytes.
   */
  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes;
  }

  override entries(): readonly (readonly [string, GoValue])[] {
    return Array.from(this.bytes, (byte, index) => [`${index}`, BigInt(byte)]);
  }

  /**
   * The bytes as a string.
   *
   * @returns The text that they are UTF-8 of.
   */
  decode(): string {
    return fromBytes(this.bytes);
  }
}
