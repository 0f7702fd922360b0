/**
 * Reading data by a schema as the API server would.
 *
 * @module
 */

import type { z } from "zod";
import { getPath, isMap, type Value } from "../model/mod.ts";

/** Data that was read, or what is wrong with it. */
export type Reading<Spec> =
  | { readonly spec: Spec }
  | { readonly issues: readonly z.core.$ZodIssue[] };

/**
 * Reads data by a schema. A field that is null counts as absent unless its
 * schema takes anything, as in the API server.
 *
 * @param schema The schema.
 * @param input The data; it is not changed.
 * @returns The data with defaults filled in, or what is wrong with it.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { assertEquals } from "@std/assert";
 * const schema = z.strictObject({ a: z.string().default("x") });
 * assertEquals(readSpec(schema, { a: null }), { spec: { a: "x" } });
 * ```
 */
export function readSpec<Spec>(
  schema: z.ZodType<Spec>,
  input: Value,
): Reading<Spec> {
  const first = schema.safeParse(input);
  if (first.success) return { spec: first.data };
  const nulls = first.error.issues
    .map((issue) => issue.path)
    .filter((path) => isNullField(input, path));
  if (nulls.length === 0) return { issues: first.error.issues };
  const second = schema.safeParse(without(input, nulls));
  return second.success
    ? { spec: second.data }
    : { issues: second.error.issues };
}

function isNullField(input: Value, path: readonly PropertyKey[]): boolean {
  return typeof path.at(-1) === "string" &&
    getPath(input, path as (string | number)[]) === null;
}

function without(
  input: Value,
  paths: readonly (readonly PropertyKey[])[],
): Value {
  const copy = structuredClone(input);
  for (const path of paths) {
    const parent = getPath(copy, path.slice(0, -1) as (string | number)[]);
    if (isMap(parent)) delete parent[String(path.at(-1))];
  }
  return copy;
}
