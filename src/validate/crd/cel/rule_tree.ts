/**
 * The rules of a structural schema, at the fields that they are about.
 *
 * @module
 */

import type { CelRule, CrdSchema } from "../schema.ts";
import { celName } from "./cel_value.ts";
import {
  type BrokenExpression,
  type Expression,
  readExpression,
} from "./expression.ts";

/** A rule, read. */
export interface ReadRule {
  readonly source: CelRule;
  readonly expression: Expression | BrokenExpression;
  readonly message?: Expression | BrokenExpression;
}

/** The rules of a field and of what is in it. */
export interface RuleTree {
  readonly rules: readonly ReadRule[];
  /** By the name that expressions use. */
  readonly fields: ReadonlyMap<string, RuleField>;
  /** Those of each item of a list, or of each value of a map. */
  readonly items?: RuleTree;
  /** What tells the items of a list apart, by the names of expressions. */
  readonly keys?: readonly string[];
}

/** The rules of a field that has a name. */
export interface RuleField {
  readonly name: string;
  readonly tree: RuleTree;
}

/**
 * Reads the rules of a structural schema.
 *
 * @param schema The schema.
 * @returns The rules, or `undefined` where there are none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const rule = { rule: "self > 0" };
 * const schema = { properties: { a: { "x-kubernetes-validations": [rule] }, b: {} } };
 * assertEquals([...readRules(schema)?.fields.keys() ?? []], ["a"]);
 * ```
 */
export function readRules(schema: CrdSchema): RuleTree | undefined {
  const rules = (schema["x-kubernetes-validations"] ?? []).map(readRule);
  const fields = new Map<string, RuleField>();
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const tree = readRules(field);
    if (tree !== undefined) fields.set(celName(name), { name, tree });
  }
  const inner = schema.items ?? schema.additionalProperties;
  const items = typeof inner === "object" ? readRules(inner) : undefined;
  if (rules.length === 0 && fields.size === 0 && !items) return undefined;
  const keys = schema["x-kubernetes-list-map-keys"]?.map(celName);
  return { rules, fields, ...(items && { items }), ...(keys && { keys }) };
}

/**
 * All rules of a tree.
 *
 * @param tree The tree.
 * @returns The rules.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals([...allRules({ rules: [], fields: new Map() })], []);
 * ```
 */
export function* allRules(tree: RuleTree): Generator<ReadRule> {
  yield* tree.rules;
  for (const field of tree.fields.values()) yield* allRules(field.tree);
  if (tree.items) yield* allRules(tree.items);
}

function readRule(source: CelRule): ReadRule {
  const { rule, messageExpression } = source;
  return {
    source,
    expression: readExpression(rule),
    ...(messageExpression !== undefined &&
      { message: readExpression(messageExpression) }),
  };
}
