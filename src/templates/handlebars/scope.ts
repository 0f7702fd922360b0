/**
 * Which names a place in a template sees.
 *
 * Names are resolved when the template is compiled: each variable has a slot,
 * an index into the array that holds one evaluation's values.
 *
 * @module
 */

/** The names that a place in a template sees. */
export interface Scope {
  /** The slot of the context, which paths without a variable start from. */
  readonly context: number;
  /** The slots of variables and, with their `@`, of loop data. */
  readonly names: ReadonlyMap<string, number>;
  /** The scope with the context around this one, for `../`. */
  readonly outer: Scope | undefined;
}

/** The slot of the data that a template is evaluated with. */
export const ROOT_SLOT = 0;

/** The scope in which a template begins. */
export const ROOT_SCOPE: Scope = {
  context: ROOT_SLOT,
  names: new Map(),
  outer: undefined,
};

/**
 * Adds names to a scope.
 *
 * @param scope The scope; it stays as it is.
 * @param names The names with their slots; they hide names of the same text.
 * @returns The scope with the names.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(withNames(ROOT_SCOPE, [["a", 1]]).names.get("a"), 1);
 * ```
 */
export function withNames(
  scope: Scope,
  names: Iterable<readonly [string, number]>,
): Scope {
  return { ...scope, names: new Map([...scope.names, ...names]) };
}

/**
 * Replaces the context of a scope.
 *
 * @param scope The scope; `../` leads to it.
 * @param context The slot of the new context.
 * @returns The scope with the new context.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(withContext(ROOT_SCOPE, 2).outer, ROOT_SCOPE);
 * ```
 */
export function withContext(scope: Scope, context: number): Scope {
  return { context, names: scope.names, outer: scope };
}
