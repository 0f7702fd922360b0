/**
 * What the structural schema of a CRD has against an object.
 *
 * @module
 */

import { Ajv } from "ajv";
import { formatPath, type Value } from "../../model/mod.ts";
import { describeError, standsAlone } from "./describe_error.ts";
import { FORMATS } from "./formats.ts";
import { duplicates } from "./lists.ts";
import { METADATA_SCHEMA } from "./metadata.ts";
import { type Pattern, readPattern } from "./pattern.ts";
import type { Problem } from "./problem.ts";
import { toJsonSchema } from "./rewrite.ts";
import type { CrdSchema } from "./schema.ts";

/** Says what is wrong with an object that has its defaults. */
export type StructureCheck = (object: Value) => Problem[];

const ajv = new Ajv({
  allErrors: true,
  strict: false,
  verbose: true,
  logger: false,
  formats: FORMATS,
  code: { regExp: Object.assign(goPattern, { code: "goPattern" }) },
});

/**
 * Compiles a structural schema. This takes about 30 ms.
 *
 * @param schema The schema of the whole object.
 * @returns The check.
 * @throws {Error} If it is no schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const check = compileStructure({
 *   type: "object",
 *   properties: { spec: { type: "object", properties: { a: { type: "string" } } } },
 * });
 * const object = { metadata: { name: "x" }, spec: { b: 1 } };
 * assertEquals(check(object)[0]?.path, ["spec", "b"]);
 * ```
 */
export function compileStructure(schema: CrdSchema): StructureCheck {
  const validate = ajv.compile(objectSchema(schema));
  return (object) => {
    validate(object);
    return [
      ...(validate.errors ?? []).filter(standsAlone)
        .map((error) => describeError(error, object)),
      ...duplicates(object, schema).map(({ path, key }): Problem => ({
        rule: "crd/duplicate-item",
        path,
        detail: `${key} stands in ${formatPath(path.slice(0, -1))} already`,
      })),
    ];
  };
}

function goPattern(source: string): Pattern {
  return readPattern(source);
}

/** The schema of `metadata` can only narrow what holds for all objects. */
function objectSchema(schema: CrdSchema): Record<string, unknown> {
  const { properties = {}, ...keywords } = schema;
  const { apiVersion, kind, metadata, ...fields } = properties;
  const jsonSchema = toJsonSchema({ ...keywords, properties: fields });
  const { additionalProperties: _, ...narrowed } = metadata === undefined
    ? {}
    : toJsonSchema(metadata);
  return {
    ...jsonSchema,
    properties: {
      ...jsonSchema.properties as Record<string, unknown>,
      apiVersion: { type: "string", ...apiVersion && toJsonSchema(apiVersion) },
      kind: { type: "string", ...kind && toJsonSchema(kind) },
      metadata: { ...METADATA_SCHEMA, allOf: [narrowed] },
    },
  };
}
