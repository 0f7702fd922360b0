/**
 * Whether errors hide what is copied.
 *
 * @module
 */

import { K0RDENT_GROUP } from "../../k0rdent/mod.ts";
import { groupOf } from "../../model/mod.ts";
import type { Scope } from "../scope.ts";

/**
 * Whether nobody can tell what should be copied to other namespaces. What has
 * errors need not say what it said before; and where a label is a mistake, the
 * errors are those of the clusters that miss what it had brought.
 *
 * @param scope The definitions.
 * @param isPartial Whether anything has errors.
 * @returns Whether there is also an AccessManagement.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * assert(!hidesCopies(demoScope(), true));
 * ```
 */
export function hidesCopies(
  { inventory }: Scope,
  isPartial: boolean,
): boolean {
  return isPartial &&
    [...inventory.all.values()].some(({ manifest }) =>
      manifest.kind === "AccessManagement" &&
      groupOf(manifest.apiVersion) === K0RDENT_GROUP
    );
}
