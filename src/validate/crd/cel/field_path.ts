/**
 * The field that a rule of a CRD blames.
 *
 * @module
 */

import type { FieldPath } from "../../../model/mod.ts";

/**
 * Reads a rule's `fieldPath`.
 *
 * @param text The path, as `.spec.name` or `['a.b']`; left out, the field that
 * has the rule.
 * @returns The path from there.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(fieldPathOf(".spec['a.b'].c"), ["spec", "a.b", "c"]);
 * ```
 */
export function fieldPathOf(text = ""): FieldPath {
  return [...text.matchAll(/\.([^.[\]']+)|\['([^']*)'\]/g)]
    .map(([, field, quoted]) => field ?? quoted ?? "");
}
