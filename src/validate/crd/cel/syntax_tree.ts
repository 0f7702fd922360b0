/**
 * Going through the syntax tree of an expression.
 *
 * @module
 */

import type { ASTNode } from "@marcbachmann/cel-js";

/**
 * The nodes directly below a node.
 *
 * @param node The node.
 * @returns Those it is made of.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parse } from "@marcbachmann/cel-js";
 * assertEquals(children(parse("self.a == f(1)").ast).map(({ op }) => op), [".", "call"]);
 * ```
 */
export function children(node: ASTNode): ASTNode[] {
  return node.op === "value" ? [] : [node.args].flat(3).filter(isNode);
}

/**
 * All nodes of a tree.
 *
 * @param node The root.
 * @returns The root, and all below.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parse } from "@marcbachmann/cel-js";
 * assertEquals([...allNodes(parse("a + b").ast)].length, 3);
 * ```
 */
export function* allNodes(node: ASTNode): Generator<ASTNode> {
  yield node;
  for (const child of children(node)) yield* allNodes(child);
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === "object" && value !== null && "op" in value;
}
