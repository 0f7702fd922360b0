/**
 * The blocks `{{#if}}` and `{{#unless}}`.
 *
 * @module
 */

import type { BlockNode, ExpressionNode } from "./ast.ts";
import { compileExpression } from "./expression.ts";
import { isTruthy } from "./helpers/mod.ts";
import type { Site, Statement } from "./site.ts";

/**
 * Compiles `{{#if condition}}…{{else}}…{{/if}}`.
 *
 * @param node The block.
 * @param site Where it stands.
 * @returns The closure.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeTemplate } from "./testing.ts";
 * const text = "{{#if x}}\na: 1\n{{else}}\nb: 1\n{{/if}}\n";
 * assertEquals(writeTemplate(text, { x: [] }), "b: 1\n");
 * ```
 */
export function compileIf(node: BlockNode, site: Site): Statement {
  const condition = compileExpression(node.params[0] as ExpressionNode, site);
  const yes = site.compileProgram(node.program, site);
  const no = site.compileProgram(node.inverse, site);
  return (slots, run) => {
    if (isTruthy(condition(slots, run))) yes(slots, run);
    else no(slots, run);
  };
}

/**
 * Compiles `{{#unless condition}}…{{else}}…{{/unless}}`.
 *
 * @param node The block.
 * @param site Where it stands.
 * @returns The closure.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeTemplate } from "./testing.ts";
 * const text = "{{#unless x}}\na: 1\n{{/unless}}\n";
 * assertEquals(writeTemplate(text, { x: [] }), "a: 1\n");
 * ```
 */
export function compileUnless(node: BlockNode, site: Site): Statement {
  const { program, inverse, ...rest } = node;
  return compileIf({
    ...rest,
    ...(inverse === undefined ? {} : { program: inverse }),
    ...(program === undefined ? {} : { inverse: program }),
  }, site);
}
