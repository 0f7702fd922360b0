/**
 * Reading data by a schema as the API server would.
 *
 * @module
 */

import type { z } from "zod";
import { getPath, isMap, type Value } from "../model/mod.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Data that was read, and what is wrong with it. */
export interface Reading<Spec> {
  /** The data with defaults filled in, as far as it could be read. */
  readonly spec?: Spec;
  readonly issues: readonly Issue[];
}

/**
 * Reads data by a schema. A field that is null counts as absent unless its
 * schema takes anything, as in the API server. Unknown fields are issues, but
 * do not keep the rest from being read.
 *
 * @param schema The schema.
 * @param input The data; it is not changed.
 * @returns The data with defaults filled in, and what is wrong with it.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { assertEquals } from "@std/assert";
 * const schema = z.strictObject({ a: z.string().default("x") });
 * assertEquals(readSpec(schema, { a: null }), { spec: { a: "x" }, issues: [] });
 * ```
 */
export function readSpec<Spec>(
  schema: z.ZodType<Spec>,
  input: Value,
): Reading<Spec> {
  const first = schema.safeParse(input);
  if (first.success) return { spec: first.data, issues: [] };
  const { issues } = first.error;
  const nulls = issues.map(({ path }) => path)
    .filter((path) => isNullField(input, path));
  const unknown = issues.filter((issue) => issue.code === "unrecognized_keys");
  const extra = unknown.flatMap(({ keys, path }) =>
    keys.map((key) => [...path, key])
  );
  if (nulls.length === 0 && extra.length === 0) return { issues };
  const second = schema.safeParse(without(input, [...nulls, ...extra]));
  return second.success
    ? { spec: second.data, issues: unknown }
    : { issues: [...unknown, ...second.error.issues] };
}

function isNullField(input: Value, path: Path): boolean {
  return typeof path.at(-1) === "string" &&
    getPath(input, path as (string | number)[]) === null;
}

function without(
  input: Value,
  paths: readonly Path[],
): Value {
  const copy = structuredClone(input);
  for (const path of paths) {
    const parent = getPath(copy, path.slice(0, -1) as (string | number)[]);
    if (isMap(parent)) delete parent[String(path.at(-1))];
  }
  return copy;
}
