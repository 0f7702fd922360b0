/**
 * What ajv has against an object, in the words of k0render's findings.
 *
 * @module
 */

import type { ErrorObject } from "ajv";
import { describeType, describeValue } from "../../k0rdent/describe.ts";
import { didYouMean } from "../../k0rdent/did_you_mean.ts";
import {
  type FieldPath,
  formatPath,
  getField,
  isMap,
  type Value,
} from "../../model/mod.ts";
import type { Problem } from "./problem.ts";

/** What each bound of a JSON Schema counts. */
const BOUNDS: Readonly<Record<string, string>> = {
  minLength: "at least % characters",
  maxLength: "at most % characters",
  minItems: "at least % items",
  maxItems: "at most % items",
  minProperties: "at least % fields",
  maxProperties: "at most % fields",
  minimum: "at least %",
  maximum: "at most %",
  exclusiveMinimum: "more than %",
  exclusiveMaximum: "less than %",
};

/** Says of alternatives only that they do not fit; their own errors say less. */
const JUNCTIONS: Readonly<Record<string, string>> = {
  anyOf: "it fits none of the alternatives that the CRD allows",
  oneOf: "it has to fit exactly one of the alternatives that the CRD allows",
  not: "it is what the CRD excludes",
};

/**
 * Whether an error stands for itself, and is not a part of another one.
 *
 * @param error The error.
 * @returns Whether to report it.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const error = { keyword: "required", instancePath: "", params: {} };
 * assert(standsAlone({ ...error, schemaPath: "#/properties/spec/required" }));
 * assert(!standsAlone({ ...error, schemaPath: "#/anyOf/0/required" }));
 * ```
 */
export function standsAlone({ schemaPath, keyword }: ErrorObject): boolean {
  return keyword !== "propertyNames" &&
    !/\/(?:anyOf|oneOf)\/\d+\/|\/not\//.test(schemaPath);
}

/**
 * Describes an error of ajv.
 *
 * @param error The error, with the schema and the value it is about.
 * @param root The object that was checked.
 * @returns The problem.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Ajv } from "ajv";
 * const ajv = new Ajv({ verbose: true });
 * ajv.validate({ properties: { a: { type: "string" } } }, { a: 1 });
 * assertEquals(describeError(ajv.errors![0]!, { a: 1 }), {
 *   rule: "crd/invalid-value",
 *   path: ["a"],
 *   detail: "expected a string, found the number 1",
 * });
 * ```
 */
export function describeError(error: ErrorObject, root: Value): Problem {
  const { keyword, params } = error;
  const path = pathOf(error.instancePath, root);
  if (keyword === "additionalProperties") {
    return unknownField(error, path);
  }
  if (keyword === "required") {
    return {
      rule: "crd/missing-field",
      path: [...path, params.missingProperty],
      detail: "it is required",
    };
  }
  if (error.propertyName !== undefined) {
    return {
      rule: "crd/invalid-value",
      path: [...path, error.propertyName],
      key: true,
      detail: "it is no allowed key",
    };
  }
  const found = error.data as Value;
  if (keyword === "enum") {
    return notAmong(params.allowedValues, { path, found });
  }
  return {
    rule: "crd/invalid-value",
    path,
    detail: JUNCTIONS[keyword] ??
      `expected ${expectation(error)}, found ${describeValue(found)}`,
  };
}

function expectation({ keyword, params, message }: ErrorObject): string {
  const bound = BOUNDS[keyword];
  if (bound !== undefined) return bound.replace("%", String(params.limit));
  switch (keyword) {
    case "type":
      return [params.type].flat().map(typeName).join(" or ");
    case "pattern":
      return `text that matches "${params.pattern}"`;
    case "format":
      return `text of the format "${params.format}"`;
    default:
      return `what the CRD allows (${message})`;
  }
}

function typeName(type: string): string {
  return describeType(type === "integer" ? "int" : type);
}

function unknownField(error: ErrorObject, parent: FieldPath): Problem {
  const field = String(error.params.additionalProperty);
  const properties = getField(error.parentSchema, "properties");
  const near = didYouMean(
    field,
    isMap(properties) ? Object.keys(properties) : [],
  );
  return {
    rule: "crd/unknown-field",
    path: [...parent, field],
    key: true,
    detail: "the CRD has no such field",
    ...(near === undefined
      ? {}
      : { remedy: `Did you mean "${formatPath([...parent, near])}"?` }),
  };
}

function notAmong(
  allowed: readonly Value[],
  { path, found }: { readonly path: FieldPath; readonly found: Value },
): Problem {
  const near = typeof found === "string"
    ? didYouMean(found, allowed.filter((value) => typeof value === "string"))
    : undefined;
  return {
    rule: "crd/invalid-value",
    path,
    detail: `expected one of ${
      allowed.map((value) => JSON.stringify(value)).join(", ")
    }, found ${describeValue(found)}`,
    ...(near === undefined ? {} : { remedy: `Did you mean "${near}"?` }),
  };
}

/** A JSON pointer as a path: only in lists are numbers indices. */
function pathOf(pointer: string, root: Value): FieldPath {
  const path: (string | number)[] = [];
  let here: unknown = root;
  for (const token of pointer.split("/").slice(1)) {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(here)) {
      path.push(Number(key));
      here = here[Number(key)];
    } else {
      path.push(key);
      here = getField(here, key);
    }
  }
  return path;
}
