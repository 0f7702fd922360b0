/**
 * The blocks that name values: `{{#let}}` and `{{#with}}`.
 *
 * @module
 */

import type { BlockNode, ExpressionNode } from "./ast.ts";
import { compileExpression, type Expression } from "./expression.ts";
import { isTruthy } from "./helpers/mod.ts";
import { withContext, withNames } from "./scope.ts";
import type { Site, Statement } from "./site.ts";

/**
 * Compiles `{{#let a=1 b=(add a 1)}}…{{/let}}`: each variable is known from
 * the next one on.
 *
 * @param node The block.
 * @param site Where it stands.
 * @returns The closure.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeTemplate } from "./testing.ts";
 * const text = "{{#let a=1 b=(add a 1)}}\nb: {{b}}\n{{/let}}\n";
 * assertEquals(writeTemplate(text), "b: 2\n");
 * ```
 */
export function compileLet(node: BlockNode, site: Site): Statement {
  const names = new Map(site.scope.names);
  const inner = { ...site, scope: { ...site.scope, names } };
  const variables: { slot: number; value: Expression }[] = [];
  for (const pair of node.hash?.pairs ?? []) {
    const value = compileExpression(pair.value, inner);
    const slot = site.takeSlot();
    variables.push({ slot, value });
    names.set(pair.key, slot);
  }
  const body = site.compileProgram(node.program, inner);
  return (slots, run) => {
    for (const { slot, value } of variables) slots[slot] = value(slots, run);
    body(slots, run);
  };
}

/**
 * Compiles `{{#with value}}…{{else}}…{{/with}}`. Without `as |name|` the value
 * becomes the context; a value that does not count as true leads to `else`.
 *
 * @param node The block.
 * @param site Where it stands.
 * @returns The closure.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeTemplate } from "./testing.ts";
 * const text = "{{#with x as |y|}}\na: {{y}}\n{{/with}}\n";
 * assertEquals(writeTemplate(text, { x: 1 }), "a: 1\n");
 * ```
 */
export function compileWith(node: BlockNode, site: Site): Statement {
  const value = compileExpression(node.params[0] as ExpressionNode, site);
  const slot = site.takeSlot();
  const [name] = node.program?.blockParams ?? [];
  const scope = name === undefined
    ? withContext(site.scope, slot)
    : withNames(site.scope, [[name, slot]]);
  const body = site.compileProgram(node.program, { ...site, scope });
  const otherwise = site.compileProgram(node.inverse, site);
  return (slots, run) => {
    const result = value(slots, run);
    if (!isTruthy(result)) return otherwise(slots, run);
    slots[slot] = result;
    body(slots, run);
  };
}
