/**
 * Lists whose items are told apart by some of their fields.
 *
 * @module
 */

import type { z } from "zod";

/**
 * A check that no two items of a list have the same key.
 *
 * @param fields The fields that make the key.
 * @returns The check, for the `check` method of a list's schema; the second of
 * two equal items is the one that is reported.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { assert } from "@std/assert";
 * const schema = z.array(z.object({ name: z.string() })).check(uniqueBy(["name"]));
 * assert(!schema.safeParse([{ name: "a" }, { name: "a" }]).success);
 * ```
 */
export function uniqueBy<Field extends string>(
  fields: readonly Field[],
): (
  context: z.core.ParsePayload<{ readonly [F in Field]: string }[]>,
) => void {
  return (context) => {
    const seen = new Map<string, number>();
    context.value.forEach((item, index) => {
      const key = JSON.stringify(fields.map((field) => item[field]));
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, index);
        return;
      }
      const words = fields.map((field) => `${field} "${item[field]}"`);
      context.issues.push({
        code: "custom",
        input: item,
        path: [index],
        message: `item ${first} has the same ${words.join(" and ")}`,
      });
    });
  };
}
