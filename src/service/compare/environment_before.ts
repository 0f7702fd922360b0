/**
 * Which environment was one before a change.
 *
 * @module
 */

import type { Environment } from "../../source/mod.ts";

/** The environments on both sides of a change. */
export interface EnvironmentsOfSides {
  readonly before: readonly Environment[];
  readonly after: readonly Environment[];
}

/**
 * Finds what an environment was before a change. Who follows a branch does not
 * see that its environment has a new name.
 *
 * @param environment One of the environments after the change.
 * @param sides The environments on both sides.
 * @returns That of the same name; else that of the same branch whose name is
 * gone.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * const before = DEFAULT_CONFIG.environments;
 * const [old] = before;
 * const renamed = { ...old!, name: "prod" };
 * assertEquals(environmentBefore(renamed, { before, after: [renamed] }), old);
 * ```
 */
export function environmentBefore(
  { name, branch }: Environment,
  { before, after }: EnvironmentsOfSides,
): Environment | undefined {
  const kept = new Set(after.map((each) => each.name));
  return before.find((each) => each.name === name) ??
    before.find((each) => each.branch === branch && !kept.has(each.name));
}
