/**
 * `and` and `or`, which evaluate no more than they need.
 *
 * @module
 */

import { compileArgument } from "./argument.ts";
import { BUILTINS } from "./builtins.ts";
import { type Argument, countProblem, MISSING } from "./call.ts";
import type { Command } from "./compile_pipeline.ts";
import type { GoFunction } from "./function.ts";
import type { IdentifierNode } from "./node.ts";
import { isTrue } from "./truth.ts";
import type { GoValue } from "./value.ts";

/**
 * Compiles a call of `and` or `or`.
 *
 * @param node The function's name.
 * @param args Its arguments.
 * @returns What evaluates it to the argument that decides.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ or .a 1 (fail) }}", {}, { fail: () => "" }), "1");
 * ```
 */
export function compileShortCircuit(
  node: IdentifierNode,
  args: readonly Argument[],
): Command {
  const { name } = node;
  const target = BUILTINS.get(name) as GoFunction;
  const decisive = name === "or";
  const evaluate = args.map(({ node, functions }) =>
    compileArgument(node, { type: "value", functions })
  );
  const problem = countProblem({ name, target, args }, { isPiped: false });
  return (run, dot, final) => {
    run.node = node;
    if (final === MISSING && problem !== undefined) run.fail(problem);
    let value: GoValue;
    for (const argument of evaluate) {
      value = argument(run, dot);
      if (isTrue(value) === decisive) return value;
    }
    return final === MISSING ? value : final;
  };
}
