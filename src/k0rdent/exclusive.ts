/**
 * Rules on which fields of a map may stand together.
 *
 * @module
 */

import type { z } from "zod";

/** What the API server says where the rule is broken. */
export interface ExclusiveMessages {
  readonly several: string;
  readonly none?: string;
}

/**
 * A check that exactly one of some fields is set.
 *
 * @param fields The fields.
 * @param messages What to say where several are set, and where none is; where
 * there is nothing to say about none, none may be set.
 * @returns The check, for the `check` method of a schema.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { assert } from "@std/assert";
 * const schema = z.object({ a: z.string().optional(), b: z.string().optional() })
 *   .check(oneOf(["a", "b"], { several: "not both" }));
 * assert(!schema.safeParse({ a: "1", b: "2" }).success);
 * ```
 */
export function oneOf<Field extends string>(
  fields: readonly Field[],
  messages: ExclusiveMessages,
): (context: z.core.ParsePayload<{ readonly [F in Field]?: unknown }>) => void {
  return (context) => {
    const present = fields.filter((field) =>
      Object.hasOwn(context.value, field)
    );
    const message = present.length > 1
      ? messages.several
      : present.length === 0
      ? messages.none
      : undefined;
    if (message === undefined) return;
    context.issues.push({
      code: "custom",
      input: context.value,
      path: present.slice(1, 2),
      message,
    });
  };
}
