/**
 * Which field somebody meant who wrote one that does not exist.
 *
 * @module
 */

import type { z } from "zod";
import { type FieldPath, formatPath } from "../model/mod.ts";
import { didYouMean } from "./did_you_mean.ts";
import { allFields, fieldsAt } from "./schema_fields.ts";

/** Where a field is unknown. */
export interface FieldContext {
  readonly schema: z.ZodType;
  /** The field of the object that the schema describes. */
  readonly root: FieldPath;
  /** The field below the root that takes free data. */
  readonly freeField?: string;
}

/**
 * Suggests what to write instead of an unknown field: the one field of that
 * name elsewhere, a neighbour with nearly the same name, or the field that
 * takes free data.
 *
 * @param path The unknown field, from the schema's root.
 * @param context The schema, and where it begins.
 * @returns A sentence, or `undefined` where nothing comes near.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { assertEquals } from "@std/assert";
 * const schema = z.object({ template: z.string(), inner: z.object({ services: z.string() }) });
 * const context = { schema, root: ["spec"] };
 * assertEquals(suggestField(["tempalte"], context), 'Did you mean "spec.template"?');
 * assertEquals(suggestField(["services"], context), 'Did you mean "spec.inner.services"?');
 * ```
 */
export function suggestField(
  path: FieldPath,
  context: FieldContext,
): string | undefined {
  const { schema, root, freeField } = context;
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const elsewhere = allFields(schema).filter((field) => field.at(-1) === key);
  const [only] = elsewhere;
  if (only !== undefined && elsewhere.length === 1) {
    return question([...root, ...only]);
  }
  const neighbour = didYouMean(key, fieldsAt(schema, parent));
  if (neighbour !== undefined) {
    return question([...root, ...parent, neighbour]);
  }
  if (freeField === undefined || parent.length > 0) return undefined;
  const inside = formatPath([...root, freeField, key]);
  return `Did you mean "${inside}"? Values of the template's chart belong there.`;
}

function question(path: FieldPath): string {
  const text = formatPath(path).replaceAll("[0]", "[]");
  return `Did you mean "${text}"?`;
}
