/**
 * Go values that are more than data: structs, pointers and types with methods.
 *
 * @module
 */

import type { GoFunction } from "./function.ts";
import type { GoValue } from "./value.ts";

/** The answer of {@linkcode GoObject.field} where there is no such field. */
export const ABSENT: unique symbol = Symbol("absent");

/**
 * A struct, a type with methods, or a map or slice of a type of its own.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * class Version extends GoObject {
 *   override readonly goType = "Version";
 *   override text(): string {
 *     return "v1";
 *   }
 * }
 * assertEquals(new Version().text(), "v1");
 * ```
 */
export abstract class GoObject {
  /** Its type as Go's reflect names it: `*common.Capabilities`. */
  abstract readonly goType: string;

  /** What it is for indexing, ranging, truth, length and printing. */
  readonly kind: "struct" | "map" | "slice" = "struct";

  /**
   * Reads a field of a struct, or an entry of a map.
   *
   * @param _name The field's name.
   * @returns Its value, or {@linkcode ABSENT}.
   */
  field(_name: string): GoValue | typeof ABSENT {
    return ABSENT;
  }

  /**
   * Finds a method.
   *
   * @param _name The method's name.
   * @returns The method, its receiver bound, or `undefined`.
   */
  method(_name: string): GoFunction | undefined {
    return undefined;
  }

  /**
   * What there is to print and to range over.
   *
   * @returns The fields of a struct in their order, the entries of a map in any
   * order, or the elements of a slice with their indices.
   */
  entries(): readonly (readonly [string, GoValue])[] {
    return [];
  }

  /**
   * What the type's `String` or `Error` method answers.
   *
   * @returns The text, or `undefined` where the type has no such method.
   */
  text(): string | undefined {
    return undefined;
  }
}
