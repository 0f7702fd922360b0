/**
 * Expressions of CRDs in CEL.
 *
 * @module
 */

import { Environment, type ParseResult } from "@marcbachmann/cel-js";
import { SAFE_MATCHES, withKubernetesFunctions } from "./functions.ts";
import { type Shape, shapeOf } from "./cost.ts";
import { allNodes } from "./syntax_tree.ts";

/** An expression that can be evaluated. */
export interface Expression {
  readonly kind: "expression";
  readonly evaluate: ParseResult;
  readonly shape: Shape;
  /** Whether it compares the object with what it was before. */
  readonly isTransition: boolean;
}

/** An expression that cannot be evaluated, and why. */
export interface BrokenExpression {
  readonly kind: "broken";
  readonly reason: string;
}

const LIMITS = { maxAstNodes: 10_000, maxDepth: 100 } as const;

const ENVIRONMENT = withKubernetesFunctions(
  new Environment({
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: false,
    limits: LIMITS,
  }).registerVariable("self", "dyn").registerVariable("oldSelf", "dyn"),
);

/**
 * Reads an expression.
 *
 * @param text The expression.
 * @returns The expression, or why it cannot be evaluated.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const expression = readExpression("self.matches('^a+$')");
 * if (expression.kind === "expression") {
 *   assertEquals(expression.evaluate({ self: "aaa" }), true);
 * }
 * assertEquals(readExpression("self ==").kind, "broken");
 * ```
 */
export function readExpression(text: string): Expression | BrokenExpression {
  try {
    const { ast } = ENVIRONMENT.parse(text);
    const evaluate = ENVIRONMENT.parse(withSafeMatches(text, ast));
    const checked = evaluate.check();
    if (!checked.valid) {
      return { kind: "broken", reason: summaryOf(checked.error) };
    }
    const nodes = [...allNodes(evaluate.ast)];
    if (nodes.some(isUnsafe)) {
      return { kind: "broken", reason: 'its call of "matches" cannot be read' };
    }
    return {
      kind: "expression",
      evaluate,
      shape: shapeOf(evaluate.ast),
      isTransition: nodes.some(({ op, args }) =>
        op === "id" && args === "oldSelf"
      ),
    };
  } catch (error) {
    return { kind: "broken", reason: summaryOf(error) };
  }
}

/**
 * What an error of the evaluator says, without the excerpt below it.
 *
 * @param error The error.
 * @returns Its first line.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(summaryOf(new Error("No such key: a\n> 1 | self.a")), "No such key: a");
 * ```
 */
export function summaryOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n")[0] ?? "";
}

/**
 * The library's own `matches` runs on JavaScript's expressions, which can take
 * for ever, and cannot be replaced: calls are renamed instead.
 */
function withSafeMatches(text: string, ast: ParseResult["ast"]): string {
  const starts = [...allNodes(ast)].filter(isUnsafe)
    .map(({ args }) => text.indexOf("matches", receiverOf(args).end))
    .sort((a, b) => b - a);
  return starts.reduce(
    (rest, start) =>
      `${rest.slice(0, start)}${SAFE_MATCHES}${rest.slice(start + 7)}`,
    text,
  );
}

type Call = Extract<ParseResult["ast"], { op: "rcall" }>;

function isUnsafe(node: ParseResult["ast"]): node is Call {
  return node.op === "rcall" && node.args[0] === "matches";
}

function receiverOf(args: Call["args"]): ParseResult["ast"] {
  return args[1];
}
