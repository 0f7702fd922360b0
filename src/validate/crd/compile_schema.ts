/**
 * Structural schemas of CRDs, ready to check objects.
 *
 * @module
 */

import { createHash } from "node:crypto";
import type { Manifest } from "../../model/mod.ts";
import { toCel } from "./cel/cel_value.ts";
import { checkRules, checkTransition } from "./cel/check_rules.ts";
import { readRules } from "./cel/rule_tree.ts";
import { withDefaults } from "./defaults.ts";
import type { Verdict } from "./problem.ts";
import type { CrdSchema } from "./schema.ts";
import { isStructural } from "./structural.ts";
import { compileStructure } from "./structure.ts";

/** Says what an API server would have against an object. */
export type ObjectCheck = (object: Manifest) => Verdict;

/** Says what an API server would have against a change of an object. */
export type ChangeCheck = (before: Manifest, after: Manifest) => Verdict;

/** A check, or why the schema cannot be used. */
export type CompiledSchema =
  | {
    readonly kind: "compiled";
    readonly check: ObjectCheck;
    readonly checkChange: ChangeCheck;
  }
  | { readonly kind: "broken"; readonly reason: string };

const NOTHING: Verdict = { problems: [], unchecked: [] };

/** By digest of the schema: versions and copies of a CRD are often the same. */
const compiled = new Map<string, CompiledSchema>();

/**
 * Compiles a schema, once for equal ones.
 *
 * @param schema The schema of the whole object.
 * @returns The check, or why the schema cannot be used.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const result = compileSchema({ type: "object", properties: { a: { type: "string" } } });
 * if (result.kind === "compiled") {
 *   const object = { apiVersion: "a.b/v1", kind: "A", metadata: { name: "a" }, a: 1 };
 *   assertEquals(result.check(object).problems[0]?.path, ["a"]);
 * }
 * ```
 */
export function compileSchema(schema: CrdSchema): CompiledSchema {
  const digest = createHash("sha256").update(JSON.stringify(schema))
    .digest("hex");
  const known = compiled.get(digest);
  if (known !== undefined) return known;
  const result = compile(schema);
  compiled.set(digest, result);
  return result;
}

function compile(schema: CrdSchema): CompiledSchema {
  if (!isStructural(schema)) {
    return { kind: "broken", reason: "its schema is no structural schema" };
  }
  try {
    const structure = compileStructure(schema);
    const rules = readRules(schema);
    return {
      kind: "compiled",
      check(object) {
        const value = withDefaults(object, schema);
        const problems = structure(value);
        const isWrong = problems.some(({ rule }) =>
          rule !== "crd/unknown-field"
        );
        // Like an API server: rules may rely on what the schema says.
        if (isWrong || rules === undefined) return { problems, unchecked: [] };
        const verdict = checkRules(toCel(value, schema), rules);
        return { ...verdict, problems: [...problems, ...verdict.problems] };
      },
      checkChange(...change) {
        const [before, after] = change
          .map((object) => withDefaults(object, schema));
        const isWrong = [before, after].some((value) =>
          value === undefined || structure(value).length > 0
        );
        if (isWrong || rules === undefined) return NOTHING;
        return checkTransition({
          before: toCel(before!, schema),
          after: toCel(after!, schema),
        }, rules);
      },
    };
  } catch (error) {
    return { kind: "broken", reason: (error as Error).message };
  }
}
