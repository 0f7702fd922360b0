/**
 * The few data types of the SSH protocol that keys and signatures are made of.
 *
 * @module
 */

/**
 * Writes a number as SSH does.
 *
 * @param value The number, below 2^32.
 * @returns Four bytes, most significant first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(sshUint32(258), new Uint8Array([0, 0, 1, 2]));
 * ```
 */
export function sshUint32(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/**
 * Writes text or bytes as SSH does: the length, then the bytes.
 *
 * @param value The text or bytes.
 * @returns The bytes with their length before them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(sshString("a"), new Uint8Array([0, 0, 0, 1, 97]));
 * ```
 */
export function sshString(
  value: string | Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const bytes = typeof value === "string"
    ? new TextEncoder().encode(value)
    : value;
  return concatBytes([sshUint32(bytes.length), bytes]);
}

/**
 * Puts pieces one after the other.
 *
 * @param parts The pieces.
 * @returns All of them in one array.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   concatBytes([new Uint8Array([1]), new Uint8Array([2, 3])]),
 *   new Uint8Array([1, 2, 3]),
 * );
 * ```
 */
export function concatBytes(
  parts: readonly Uint8Array<ArrayBuffer>[],
): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Reads SSH data types one after the other. */
export class SshReader {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #offset = 0;

  /**
   * @param bytes What to read.
   */
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
  }

  /**
   * Takes a number of bytes.
   *
   * @param length How many.
   * @returns The bytes.
   * @throws {RangeError} If there are fewer.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * assertEquals(new SshReader(new Uint8Array([1, 2])).bytes(1), new Uint8Array([1]));
   * ```
   */
  bytes(length: number): Uint8Array<ArrayBuffer> {
    const end = this.#offset + length;
    if (end > this.#bytes.length) {
      throw new RangeError("Cannot read the SSH data: it ends too early");
    }
    const part = this.#bytes.slice(this.#offset, end);
    this.#offset = end;
    return part;
  }

  /**
   * Takes a number.
   *
   * @returns The number.
   * @throws {RangeError} If fewer than four bytes are left.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * assertEquals(new SshReader(sshUint32(7)).uint32(), 7);
   * ```
   */
  uint32(): number {
    return new DataView(this.bytes(4).buffer).getUint32(0);
  }

  /**
   * Takes bytes with their length before them.
   *
   * @returns The bytes.
   * @throws {RangeError} If there are fewer than the length says.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * assertEquals(new SshReader(sshString("a")).string(), new Uint8Array([97]));
   * ```
   */
  string(): Uint8Array<ArrayBuffer> {
    return this.bytes(this.uint32());
  }

  /**
   * Takes text with its length before it.
   *
   * @returns The text.
   * @throws {RangeError} If it is shorter than the length says.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * assertEquals(new SshReader(sshString("a")).text(), "a");
   * ```
   */
  text(): string {
    return new TextDecoder().decode(this.string());
  }
}
