/**
 * What a schema has against an object, in the words of k0render's findings.
 *
 * @module
 */

import type { z } from "zod";
import {
  type Definition,
  type FieldPath,
  type Finding,
  type FindingDetails,
  formatIdentity,
  formatPath,
  getField,
  getPath,
  identityOf,
  makeFinding,
} from "../model/mod.ts";
import { describeType, describeValue } from "./describe.ts";
import { didYouMean } from "./did_you_mean.ts";
import { mistakenField } from "./mistaken_fields.ts";
import { K0RDENT_RULES } from "./rules.ts";
import { suggestField } from "./suggest_field.ts";

/** Nobody reads on; and each costs a search for what was meant. */
const MOST_KEYS = 100;

/** What was read, and by which schema. */
export interface SchemaSubject {
  readonly definition: Definition;
  readonly schema: z.ZodType;
  /** The field that was read, for instance `["spec"]`. */
  readonly root: FieldPath;
  readonly freeField?: string;
}

/**
 * Turns an issue of a schema into findings.
 *
 * @param issue The issue.
 * @param subject What was read, and by which schema.
 * @returns One finding, or one for each unknown field.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { assertEquals } from "@std/assert";
 * const schema = z.strictObject({ a: z.string() });
 * const definition = {
 *   manifest: { apiVersion: "v1", kind: "Thing", metadata: { name: "x" }, spec: { a: 1 } },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * const [issue] = schema.safeParse({ a: 1 }).error!.issues;
 * assertEquals(
 *   schemaFindings(issue!, { definition, schema, root: ["spec"] })[0]?.message,
 *   'Cannot read "spec.a" of Thing x: expected a string, found the number 1',
 * );
 * ```
 */
export function schemaFindings(
  issue: z.core.$ZodIssue,
  subject: SchemaSubject,
): Finding[] {
  const path = issue.path as FieldPath;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, MOST_KEYS)
      .map((key) => unknownField([...path, key], subject));
  }
  const field = [...subject.root, ...path];
  const found = getPath(subject.definition.manifest, field);
  const report = reporter(field, subject);
  if (found === undefined && issue.code === "invalid_type") {
    return [report("k0rdent/missing-field", "it is required")];
  }
  switch (issue.code) {
    case "invalid_type": {
      const expected = describeType(issue.expected);
      return [report(
        "k0rdent/wrong-type",
        `expected ${expected}, found ${describeValue(found)}`,
        typeRemedy(issue.expected, { found, field }),
      )];
    }
    case "invalid_value":
      return [notAmong(issue.values.map(String), { found, report })];
    case "custom":
      if (issue.params?.expected === undefined) {
        return [report("k0rdent/broken-rule", trimPeriod(issue.message))];
      }
      return [report(
        "k0rdent/wrong-type",
        `expected ${describeType(String(issue.params.expected))}, found ${
          describeValue(found)
        }`,
      )];
    default:
      return [report(
        "k0rdent/invalid-value",
        `${limitOf(issue)}, found ${describeValue(found)}`,
      )];
  }
}

type Report = (
  rule: keyof typeof K0RDENT_RULES,
  problem: string,
  details?: FindingDetails,
) => Finding;

function reporter(field: FieldPath, subject: SchemaSubject): Report {
  const object = identityOf(subject.definition.manifest);
  const place = { origin: subject.definition.origin, field };
  const what = `"${formatPath(field)}" of ${formatIdentity(object)}`;
  return (rule, problem, details) =>
    makeFinding(K0RDENT_RULES[rule], `Cannot read ${what}: ${problem}`, {
      place,
      object,
      ...details,
    });
}

function unknownField(path: FieldPath, subject: SchemaSubject): Finding {
  const { definition, root } = subject;
  const object = identityOf(definition.manifest);
  const suggestion = mistakenField(object.kind, [...root, ...path]) ??
    suggestField(path, subject);
  return makeFinding(
    K0RDENT_RULES["k0rdent/unknown-field"],
    `Cannot read "${formatPath([...root, ...path])}" of ${
      formatIdentity(object)
    }: a ${object.kind} has no such field`,
    {
      place: {
        origin: definition.origin,
        field: [...root, ...path],
        key: true,
      },
      object,
      ...(suggestion === undefined ? {} : { remedy: suggestion }),
    },
  );
}

function notAmong(
  allowed: readonly string[],
  options: { readonly found: unknown; readonly report: Report },
): Finding {
  const found = options.found as Parameters<typeof describeValue>[0];
  const nearest = typeof found === "string"
    ? didYouMean(found, allowed)
    : undefined;
  return options.report(
    found === undefined ? "k0rdent/missing-field" : "k0rdent/invalid-value",
    `expected one of ${
      allowed.map((value) => `"${value}"`).join(", ")
    }, found ${describeValue(found)}`,
    nearest === undefined ? {} : { remedy: `Did you mean "${nearest}"?` },
  );
}

/**
 * YAML reads 1.30 as a number and yes as true; quotes make them strings. Where
 * k0rdent has a name, other kinds have a reference with a name in it.
 */
function typeRemedy(
  expected: string,
  { found, field }: { readonly found: unknown; readonly field: FieldPath },
): FindingDetails {
  if (expected !== "string") return {};
  const name = getField(found, "name");
  if (typeof name === "string") {
    return { remedy: `Write the name alone: "${field.at(-1)}: ${name}".` };
  }
  if (typeof found !== "number" && typeof found !== "boolean") return {};
  const read = typeof found === "number" ? "a number" : "true or false";
  return { remedy: `Put the value in quotes, else YAML reads ${read}.` };
}

function limitOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small" || issue.code === "too_big") {
    const isSmall = issue.code === "too_small";
    const limit = isSmall ? issue.minimum : issue.maximum;
    const bound = `${isSmall ? "at least" : "at most"} ${limit}`;
    if (issue.origin === "string") return `expected ${bound} characters`;
    if (issue.origin === "array") return `expected ${bound} items`;
    return `expected ${bound}`;
  }
  return issue.message;
}

function trimPeriod(message: string): string {
  return message.endsWith(".") ? message.slice(0, -1) : message;
}
