/**
 * From what stands for a value to a closure that yields it.
 *
 * @module
 */

import { setField, type Value, type ValueMap } from "../../model/mod.ts";
import { TEMPLATE_RULES } from "../rules.ts";
import type { CallNode, ExpressionNode, HashNode, LiteralNode } from "./ast.ts";
import { checkArguments } from "./arguments.ts";
import { type Helper, HELPERS, isTruthy } from "./helpers/mod.ts";
import { locationOf } from "./location.ts";
import { compilePath } from "./path.ts";
import type { Report } from "./report.ts";
import { type Call, type Run, spend, spendSize, weigh } from "./run.ts";
import type { Scope } from "./scope.ts";

/** Yields a value from the slots of one evaluation. */
export type Expression = (slots: Value[], run: Run) => Value;

/** What compiling an expression needs besides the expression. */
export interface ExpressionSite {
  readonly path: string;
  readonly scope: Scope;
  readonly report: Report;
}

/**
 * Compiles an expression.
 *
 * @param node The expression.
 * @param site The template, the names it sees and where to report.
 * @returns The closure; where something was reported, one that yields null.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeTemplate } from "./testing.ts";
 * assertEquals(writeTemplate("a: {{concat x 1}}", { x: "b" }), "a: b1\n");
 * ```
 */
export function compileExpression(
  node: ExpressionNode,
  site: ExpressionSite,
): Expression {
  switch (node.type) {
    case "PathExpression":
      return compilePath(node, site);
    case "SubExpression":
      return compileCall(node, site);
    default:
      return compileLiteral(node, site);
  }
}

/**
 * Compiles a call of a helper.
 *
 * @param node The call, in parentheses or as a tag.
 * @param site The template, the names it sees and where to report.
 * @returns The closure.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeTemplate } from "./testing.ts";
 * assertEquals(writeTemplate("a: {{or x y}}", { x: 0, y: 1 }), "a: 1\n");
 * ```
 */
export function compileCall(node: CallNode, site: ExpressionSite): Expression {
  const location = locationOf(site.path, node);
  const name = nameOfCall(node);
  const params = node.params.map((param) => compileExpression(param, site));
  const lazy = LAZY.get(name);
  if (lazy !== undefined) {
    const fine = checkArguments(node, { name, arity: lazy.arity }, site);
    return fine ? lazy.compile(params) : nothing;
  }
  const helper = HELPERS.get(name);
  if (helper === undefined) {
    const message = `Cannot call "${name}": no such helper`;
    site.report(TEMPLATE_RULES["templates/unknown-name"], location, message);
    return nothing;
  }
  if (!checkArguments(node, { name, ...helper }, site)) return nothing;
  const hash = compileHash(node.hash, site);
  return callHelper(helper, { at: { name, location }, params, hash });
}

function nothing(): null {
  return null;
}

/** The name of the helper or block that is called. */
export function nameOfCall({ path }: CallNode): string {
  return path.type === "PathExpression" ? path.original : "a literal";
}

interface HelperCall {
  readonly at: Call;
  readonly params: readonly Expression[];
  readonly hash: ((slots: Value[], run: Run) => ValueMap) | undefined;
}

function callHelper(
  helper: Helper,
  { at, params, hash }: HelperCall,
): Expression {
  const { call, whole = false } = helper;
  return (slots, run) => {
    const args = params.map((param) => param(slots, run));
    const named = hash === undefined ? {} : hash(slots, run);
    spend(run, 1);
    run.call = at;
    if (whole) { for (const arg of args) weigh(run, arg); }
    const value = call(args, named);
    if (typeof value === "string") spendSize(run, value.length);
    else if (Array.isArray(value)) spend(run, value.length);
    return value;
  };
}

/**
 * Compiles arguments by name.
 *
 * @param hash The arguments.
 * @param site The template, the names it sees and where to report.
 * @returns A closure that yields them as a map; `undefined` without any.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeTemplate } from "./testing.ts";
 * assertEquals(writeTemplate("a: {{dict b=x}}", { x: 1 }), 'a: {"b":1}\n');
 * ```
 */
export function compileHash(
  hash: HashNode | undefined,
  site: ExpressionSite,
): ((slots: Value[], run: Run) => ValueMap) | undefined {
  if (hash === undefined) return undefined;
  const pairs = hash.pairs.map(({ key, value }) =>
    [key, compileExpression(value, site)] as const
  );
  return (slots, run) => {
    const map: ValueMap = {};
    for (const [key, value] of pairs) setField(map, key, value(slots, run));
    return map;
  };
}

function compileLiteral(node: LiteralNode, site: ExpressionSite): Expression {
  if (node.type === "UndefinedLiteral") {
    const location = locationOf(site.path, node);
    const message = 'Cannot use "undefined": a missing value is no value';
    site.report(TEMPLATE_RULES["templates/unsupported"], location, message);
  }
  const value = "value" in node ? node.value : null;
  return () => value;
}

interface LazyHelper {
  readonly arity: Helper["arity"];
  readonly compile: (params: readonly Expression[]) => Expression;
}

/** Helpers that evaluate only the arguments they need. */
const LAZY: ReadonlyMap<string, LazyHelper> = new Map<string, LazyHelper>([
  ["and", { arity: [1, Infinity], compile: (params) => decide(params, false) }],
  ["or", { arity: [1, Infinity], compile: (params) => decide(params, true) }],
  ["choose", { arity: [3, 3], compile: choose }],
]);

/** Yields the first argument whose truth is as wanted, else the last one. */
function decide(params: readonly Expression[], wanted: boolean): Expression {
  return (slots, run) => {
    let value: Value = null;
    for (const param of params) {
      value = param(slots, run);
      if (isTruthy(value) === wanted) return value;
    }
    return value;
  };
}

function choose(params: readonly Expression[]): Expression {
  const [condition, yes, no] = params as [Expression, Expression, Expression];
  return (slots, run) =>
    isTruthy(condition(slots, run)) ? yes(slots, run) : no(slots, run);
}
