/**
 * CustomResourceDefinitions, as far as they are read.
 *
 * @module
 */

import { z } from "zod";
import { getField, isMap, type Value } from "../../model/mod.ts";
import type { CrdSchema } from "./schema.ts";

const version = z.object({
  name: z.string(),
  served: z.boolean(),
  schema: z.object({
    openAPIV3Schema: z.custom<CrdSchema>(isMap, "expected a map").optional(),
  }).optional(),
});

const customResource = z.object({
  apiVersion: z.literal("apiextensions.k8s.io/v1"),
  kind: z.literal("CustomResourceDefinition"),
  spec: z.object({
    group: z.string(),
    names: z.object({ kind: z.string() }),
    versions: z.array(version),
  }),
});

/** A CustomResourceDefinition. */
export type CustomResource = z.infer<typeof customResource>;

/** A CustomResourceDefinition, or why it cannot be read. */
export type ReadCustomResource =
  | { readonly kind: "read"; readonly crd: CustomResource }
  | { readonly kind: "unreadable"; readonly reason: string };

/**
 * Whether an object says that it is a CustomResourceDefinition.
 *
 * @param object The object.
 * @returns Whether that is its kind.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isCustomResource({ kind: "CustomResourceDefinition" }));
 * ```
 */
export function isCustomResource(object: Value): boolean {
  return getField(object, "kind") === "CustomResourceDefinition";
}

/**
 * Reads a CustomResourceDefinition.
 *
 * @param object The object.
 * @returns The definition, or why it cannot be read.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readCustomResource({ kind: "Secret" }).kind, "unreadable");
 * ```
 */
export function readCustomResource(object: Value): ReadCustomResource {
  const { data, error } = customResource.safeParse(withoutBigInts(object));
  if (data !== undefined) return { kind: "read", crd: data };
  const [issue] = error.issues;
  return {
    kind: "unreadable",
    reason: `${issue?.path.join(".")}: ${issue?.message}`,
  };
}

/** Bounds of integers are written exactly; JSON Schema reads them as numbers. */
function withoutBigInts(value: Value): unknown {
  return JSON.parse(JSON.stringify(
    value,
    (_, part) => typeof part === "bigint" ? Number(part) : part,
  ));
}
