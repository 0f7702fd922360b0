/**
 * The part of a CRD's structural schema that is read here; all else goes to
 * ajv as it stands.
 *
 * @module
 */

import { z } from "zod";
import type { Value } from "../../model/mod.ts";

/** A structural schema of a CustomResourceDefinition. */
export interface CrdSchema {
  readonly description?: string;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, CrdSchema>>;
  readonly items?: CrdSchema;
  readonly additionalProperties?: CrdSchema | boolean;
  readonly nullable?: boolean;
  readonly default?: Value;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
  readonly "x-kubernetes-embedded-resource"?: boolean;
  readonly "x-kubernetes-int-or-string"?: boolean;
  readonly "x-kubernetes-list-type"?: "atomic" | "set" | "map";
  readonly "x-kubernetes-list-map-keys"?: readonly string[];
  readonly "x-kubernetes-validations"?: readonly CelRule[];
}

/** The schema of {@linkcode CelRule}. */
export const celRule = z.object({
  rule: z.string(),
  message: z.string().optional(),
  /** CEL as well; gives the message, where it can be evaluated. */
  messageExpression: z.string().optional(),
  /** The field to blame, from the rule's own: `.spec.name`. */
  fieldPath: z.string().optional(),
});

/** A rule in CEL, at the field that it is about. */
export type CelRule = z.infer<typeof celRule>;

/**
 * The schema of an object's field.
 *
 * @param schema The schema of the object.
 * @param name The field's name.
 * @returns The field's schema; `undefined` where it is not declared.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const schema = { additionalProperties: { type: "string" } };
 * assertEquals(schemaOfField(schema, "a"), { type: "string" });
 * ```
 */
export function schemaOfField(
  schema: CrdSchema,
  name: string,
): CrdSchema | undefined {
  const { properties = {}, additionalProperties } = schema;
  if (Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === "object"
    ? additionalProperties
    : undefined;
}
