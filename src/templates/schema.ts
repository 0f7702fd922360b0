/**
 * The schema of a package's values.
 *
 * @module
 */

import { Ajv, type ErrorObject, type Options } from "ajv";
import { Ajv2019 } from "ajv/dist/2019";
import { Ajv2020 } from "ajv/dist/2020";
import {
  type FieldPath,
  formatPath,
  isMap,
  type Value,
  type ValueMap,
} from "../model/mod.ts";
import { byText } from "./by_text.ts";
import { FORMATS } from "./schema_formats.ts";
import { compilePattern } from "./schema_patterns.ts";
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
  code: { regExp: compilePattern },
};
/** Later drafts take a format for a remark. */
const WITH_FORMATS: Options = {
  ...OPTIONS,
  validateFormats: true,
  formats: FORMATS,
};

/**
 * Compiles the schema of a package's values. References to other files are
 * not followed.
 *
 * @param text The schema; without `$schema` it is of 2020-12, as in Helm.
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
  const { $schema: draft = "", ...rules } = schema;
  const validate = newAjv(String(draft)).compile(rules);
  return {
    data: schema,
    check: (values) =>
      validate(toNumbers(values)) ? [] : describeAll(validate.errors ?? []),
  };
}

/** A schema that names no draft is of the newest. */
function newAjv(draft: string): Pick<Ajv, "compile"> {
  if (/draft-0[467]/.test(draft)) return new Ajv(WITH_FORMATS);
  return draft.includes("2019-09")
    ? new Ajv2019(OPTIONS)
    : new Ajv2020(OPTIONS);
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
