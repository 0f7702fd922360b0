/**
 * Which fields a schema has, for suggestions.
 *
 * @module
 */

import { z } from "zod";
import type { FieldPath } from "../model/mod.ts";

/** Strips defaults, optionality and transforms. */
function core(schema: unknown): unknown {
  let here = schema;
  for (;;) {
    if (
      here instanceof z.ZodOptional || here instanceof z.ZodExactOptional ||
      here instanceof z.ZodDefault ||
      here instanceof z.ZodPrefault
    ) {
      here = here.def.innerType;
    } else if (here instanceof z.ZodPipe) {
      const { in: from, out } = here.def;
      here = from instanceof z.ZodTransform ? out : from;
    } else return here;
  }
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> {
  const inner = core(schema);
  return inner instanceof z.ZodObject ? inner.shape : {};
}

/**
 * The names of the fields at a path of a schema.
 *
 * @param schema The schema.
 * @param path Where to look.
 * @returns The fields' names; none where the schema has no map there.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { assertEquals } from "@std/assert";
 * const schema = z.object({ a: z.array(z.object({ b: z.string() })) });
 * assertEquals(fieldsAt(schema, ["a", 0]), ["b"]);
 * ```
 */
export function fieldsAt(schema: z.ZodType, path: FieldPath): string[] {
  let here: unknown = schema;
  for (const step of path) {
    const inner = core(here);
    here = inner instanceof z.ZodArray
      ? inner.def.element
      : shapeOf(inner)[step];
  }
  return Object.keys(shapeOf(here));
}

/**
 * The paths of all fields of a schema, those nearest to the root first.
 *
 * @param schema The schema.
 * @returns The paths; items of lists stand under the index 0.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { assertEquals } from "@std/assert";
 * const schema = z.object({ a: z.object({ b: z.string() }) });
 * assertEquals(allFields(schema), [["a"], ["a", "b"]]);
 * ```
 */
export function allFields(schema: z.ZodType): FieldPath[] {
  const paths: FieldPath[] = [];
  const queue: [FieldPath, unknown][] = [[[], schema]];
  for (const [path, next] of queue) {
    const inner = core(next);
    if (inner instanceof z.ZodArray) {
      queue.push([[...path, 0], inner.def.element]);
      continue;
    }
    for (const [key, field] of Object.entries(shapeOf(inner))) {
      paths.push([...path, key]);
      queue.push([[...path, key], field]);
    }
  }
  return paths;
}
