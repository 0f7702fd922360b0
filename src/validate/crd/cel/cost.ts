/**
 * How much work a rule can make, before it is evaluated: CEL always comes to
 * an end, but not always soon.
 *
 * @module
 */

import type { ASTNode } from "@marcbachmann/cel-js";
import { children } from "./syntax_tree.ts";

/** What of a rule makes its work grow with the value. */
export interface Shape {
  readonly nodes: number;
  /** How many comprehensions work on each other, or in each other. */
  readonly depth: number;
  /** How many `+` may have made lists longer. */
  readonly sums: number;
}

/** Macros that go through a list or map, and `bind`, which keeps a result. */
const COMPREHENSIONS = new Set([
  "all",
  "bind",
  "exists",
  "exists_one",
  "filter",
  "map",
]);

/**
 * Measures a rule.
 *
 * @param node Its syntax tree.
 * @returns What makes its work grow.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parse } from "@marcbachmann/cel-js";
 * const { ast } = parse("self.all(x, self.exists(y, x == y))");
 * assertEquals(shapeOf(ast).depth, 2);
 * ```
 */
export function shapeOf(node: ASTNode): Shape {
  const parts = children(node).map(shapeOf);
  const total = (key: "nodes" | "sums") =>
    parts.reduce((sum, part) => sum + part[key], 0);
  const isLoop = node.op === "rcall" && COMPREHENSIONS.has(node.args[0]);
  return {
    nodes: 1 + total("nodes"),
    sums: (node.op === "+" ? 1 : 0) + total("sums"),
    depth: (isLoop ? 1 : 0) + Math.max(0, ...parts.map(({ depth }) => depth)),
  };
}

/**
 * The most steps that a rule can take.
 *
 * @param shape The rule.
 * @param longest The longest list, map or text of the value.
 * @returns An upper bound of the steps.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(costOf({ nodes: 7, depth: 2, sums: 0 }, 10), 700);
 * ```
 */
export function costOf(shape: Shape, longest: number): number {
  const { nodes, depth, sums } = shape;
  return nodes * (Math.max(1, longest) * 2 ** sums) ** depth;
}
