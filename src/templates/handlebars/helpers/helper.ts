/**
 * What a helper of the template language is, and how it reads its arguments.
 *
 * @module
 */

import { isMap, type Value, type ValueMap } from "../../../model/mod.ts";
import { formatGo } from "../format_go.ts";

/** A function that templates may call. */
export interface Helper {
  /** The least and the greatest number of arguments. */
  readonly arity: readonly [least: number, greatest: number];
  /** The names of the hash arguments; `"any"` where names are data. */
  readonly hash?: readonly string[] | "any";
  /** Whether the whole of each argument is walked through. */
  readonly whole?: boolean;
  readonly call: (args: readonly Value[], hash: ValueMap) => Value;
}

/** A group of helpers by name. */
export type Helpers = Readonly<Record<string, Helper>>;

/** A helper was given an argument that it does not take. */
export class ArgumentError extends Error {
  /**
   * @param value What it was given.
   * @param expected What it takes, as `a list`.
   */
  constructor(value: Value | undefined, expected: string) {
    super(`Expected ${expected}, got ${nameType(value ?? null)}`);
    this.name = "ArgumentError";
  }
}

/**
 * Names the type of a value as messages do.
 *
 * @param value The value.
 * @returns `a string`, `a number`, `a boolean`, `a list`, `a map` or `null`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(nameType([]), "a list");
 * ```
 */
export function nameType(value: Value): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (isMap(value)) return "a map";
  return typeof value === "bigint" ? "a number" : `a ${typeof value}`;
}

/**
 * Reads a text argument; numbers and booleans are printed as Go prints them.
 *
 * @param value The argument.
 * @returns The text.
 * @throws {ArgumentError} For null, lists and maps.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(textOf(3), "3");
 * ```
 */
export function textOf(value: Value | undefined): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null || typeof value === "object") {
    throw new ArgumentError(value, "text");
  }
  return formatGo(value);
}

/**
 * Reads a list argument.
 *
 * @param value The argument.
 * @returns The list.
 * @throws {ArgumentError} For anything else.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(listOf([1]), [1]);
 * ```
 */
export function listOf(value: Value | undefined): Value[] {
  if (Array.isArray(value)) return value;
  throw new ArgumentError(value, "a list");
}

/**
 * Reads a map argument.
 *
 * @param value The argument.
 * @returns The map.
 * @throws {ArgumentError} For anything else.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(mapOf({ a: 1 }), { a: 1 });
 * ```
 */
export function mapOf(value: Value | undefined): ValueMap {
  if (isMap(value)) return value;
  throw new ArgumentError(value, "a map");
}

/**
 * Reads a number argument.
 *
 * @param value The argument.
 * @returns The number, a `bigint` where it is one.
 * @throws {ArgumentError} For anything else, texts of digits included.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(numberOf(2), 2);
 * ```
 */
export function numberOf(value: Value | undefined): number | bigint {
  if (typeof value === "number" || typeof value === "bigint") return value;
  throw new ArgumentError(value, "a number");
}
