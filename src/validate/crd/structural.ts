/**
 * Whether something is a structural schema.
 *
 * @module
 */

import { z } from "zod";
import { isMap } from "../../model/mod.ts";
import { celRule, type CrdSchema } from "./schema.ts";

/** What is read of a schema, apart from the schemas in it. */
const keywords = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  nullable: z.boolean().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.boolean().optional(),
  exclusiveMaximum: z.boolean().optional(),
  "x-kubernetes-list-map-keys": z.array(z.string()).optional(),
  "x-kubernetes-validations": z.array(celRule).optional(),
});

/**
 * Whether something has the form of a structural schema, as far as it is read
 * here. What ajv reads, ajv checks.
 *
 * @param value What to look at.
 * @returns Whether it is a schema.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isStructural({ properties: { a: { type: "string" } } }));
 * assert(!isStructural({ properties: { a: 5 } }));
 * ```
 */
export function isStructural(value: unknown): value is CrdSchema {
  if (!isMap(value)) return false;
  const { properties = {}, items, additionalProperties = true, ...rest } =
    value;
  return keywords.safeParse(rest).success && isMap(properties) &&
    Object.values(properties).every(isStructural) &&
    (items === undefined || isStructural(items)) &&
    (typeof additionalProperties === "boolean" ||
      isStructural(additionalProperties));
}
