/**
 * The schema of a package's values.
 *
 * @module
 */

import { Ajv, type ErrorObject, type Options } from "ajv";
import { Ajv2020 } from "ajv/dist/2020";
import {
  type FieldPath,
  formatPath,
  isMap,
  type Value,
  type ValueMap,
} from "../model/mod.ts";
import { byText } from "./by_text.ts";
import { describeViolation } from "./violation.ts";

/** A value that the schema refuses. */
export interface ValueProblem {
  readonly field: FieldPath;
  readonly path: string;
  readonly message: string;
}

/** A schema of values. */
export interface ValuesSchema {
  /** The schema itself. */
  readonly data: ValueMap;
  /**
   * Checks values.
   *
   * @param values The values, merged over the defaults.
   * @returns What is wrong with them.
   */
  check(values: ValueMap): readonly ValueProblem[];
}

const OPTIONS: Options = {
  allErrors: true,
  strict: false,
  validateFormats: false,
  verbose: true,
  logger: false,
};

/**
 * Compiles the schema of a package's values. References to other files are
 * not followed.
 *
 * @param text The schema, of draft 7 or of 2020-12.
 * @returns The schema.
 * @throws {Error} When it is no schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { check } = compileSchema('{"required": ["region"]}');
 * assertEquals(check({})[0]?.message, 'Cannot use the values: "region" is missing');
 * ```
 */
export const compileSchema: (text: string) => ValuesSchema = byText(
  compile,
  100,
);

function compile(text: string): ValuesSchema {
  const schema: unknown = JSON.parse(text);
  if (!isMap(schema)) {
    throw new SyntaxError("Cannot use the schema: it is no map");
  }
  // Charts name drafts that ajv has never heard of; 7 is close to all of them.
  const { $schema: draft = "", ...rules } = schema;
  const ajv = String(draft).includes("2020-12")
    ? new Ajv2020(OPTIONS)
    : new Ajv(OPTIONS);
  const validate = ajv.compile(rules);
  return {
    data: schema,
    check: (values) =>
      validate(toNumbers(values)) ? [] : describeAll(validate.errors ?? []),
  };
}

/** Schemas know no bigint; beyond 2^53 only the size matters to them. */
function toNumbers(value: Value): Value {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(toNumbers);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, toNumbers(item)]),
  );
}

function describeAll(errors: readonly ErrorObject[]): ValueProblem[] {
  const problems = new Map<string, ValueProblem>();
  for (const error of errors) {
    if (isSummary(error) && errors.some((other) => isDetail(other, error))) {
      continue;
    }
    const { field, message } = describeViolation(error);
    const path = formatPath(field);
    problems.set(`${path} ${message}`, { field, path, message });
  }
  return [...problems.values()];
}

/** Whether an error only says that one of the others occurred. */
function isSummary({ keyword }: ErrorObject): boolean {
  return keyword === "anyOf" || keyword === "oneOf" || keyword === "if";
}

function isDetail(error: ErrorObject, summary: ErrorObject): boolean {
  return !isSummary(error) &&
    error.instancePath.startsWith(summary.instancePath);
}
