/**
 * Integers of other types than `int`, which is a plain `bigint`.
 *
 * Go keeps the types apart where a type is asked for: `until (add 1 2)` fails,
 * `has 3 (list (add 1 2))` is false, `typeOf (add 1 2)` is `int64`.
 *
 * @module
 */

import { GoObject } from "./object.ts";
import type { GoValue } from "./value.ts";

/**
 * An `int64`, `uint64`, `uint8` and so on.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(new SizedInt(3n, "uint64").goKind, "uint64");
 * ```
 */
export class SizedInt extends GoObject {
  override readonly goType: string;
  /** The integer. */
  readonly value: bigint;

  /**
   * Gives an integer a type.
   *
   * @param value The integer, which the type holds.
   * @param goType The type.
   */
  constructor(value: bigint, goType = "int64") {
    super();
    this.goType = goType;
    this.value = value;
  }

  /**
   * The kind that its type is of.
   *
   * @returns The kind; for most types, the type itself.
   */
  get goKind(): string {
    return this.goType;
  }
}

/**
 * An `int64`.
 *
 * @param value The integer; what 64 bits do not hold wraps round.
 * @returns The value.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(int64(2n ** 63n).value, -(2n ** 63n));
 * ```
 */
export function int64(value: bigint): SizedInt {
  return new SizedInt(BigInt.asIntN(64, value));
}

/**
 * The integer that a value is, whatever its type.
 *
 * @param value The value.
 * @returns The integer; `undefined` where it is of no integer type.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(integerOf(int64(3n)), 3n);
 * assertEquals(integerOf(3), undefined);
 * ```
 */
export function integerOf(value: GoValue): bigint | undefined {
  if (typeof value === "bigint") return value;
  return value instanceof SizedInt ? value.value : undefined;
}
