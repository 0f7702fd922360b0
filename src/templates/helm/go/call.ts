/**
 * Calls functions and methods.
 *
 * @module
 */

import { compileArgument } from "./argument.ts";
import { checkArgument } from "./argument_type.ts";
import { BUILTINS } from "./builtins.ts";
import { compileShortCircuit } from "./short_circuit.ts";
import type { Command, Evaluate } from "./compile_pipeline.ts";
import { describeNode } from "./describe_node.ts";
import type { Execution } from "./execution.ts";
import { GoFailure } from "./failure.ts";
import type { FunctionTable, GoFunction, GoType } from "./function.ts";
import type { IdentifierNode, Node, Operand } from "./node.ts";
import { GoTemplateError } from "./template_error.ts";
import { compileSliceIndex } from "./slice_index.ts";
import type { GoValue } from "./value.ts";

/** Stands for the value of the previous command where there is none. */
export const MISSING: unique symbol = Symbol("missing");

/** An argument that has not been compiled yet: its type is not known. */
export interface Argument {
  readonly node: Operand;
  readonly functions: FunctionTable;
}

/**
 * Compiles the call of a function of the table.
 *
 * @param node The function's name.
 * @param call Its arguments, the table, and what an error of it points at.
 * @returns What calls it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ len .a }}", { a: "four" }), "4");
 * ```
 */
export function compileCall(
  node: IdentifierNode,
  { args, functions, command }: {
    readonly args: readonly Argument[];
    readonly functions: FunctionTable;
    readonly command: Node;
  },
): Command {
  const { name } = node;
  const target = functions.get(name) as GoFunction;
  if (target === BUILTINS.get(name)) {
    if (name === "and" || name === "or") {
      return compileShortCircuit(node, args);
    }
    if (name === "call") return compileRefusal(node, args, command);
  }
  const evaluate = compileArguments(target, args);
  if (target === BUILTINS.get("slice")) {
    for (let at = 1; at < args.length; at++) {
      const { node } = args[at] as Argument;
      evaluate[at] = compileSliceIndex(node, evaluate[at] as Evaluate);
    }
  }
  return (run, dot, final) => {
    run.node = node;
    checkCount(run, { name, target, count: args.length, final });
    const values = evaluate.map((argument) => argument(run, dot));
    addFinal(run, { values, target, final });
    return invoke(run, { name, target, values, node: command });
  };
}

/** A call whose target is known only now: that of a method. */
export interface MethodCall {
  readonly name: string;
  readonly target: GoFunction;
  readonly args: readonly Argument[];
  readonly final: GoValue | typeof MISSING;
  readonly node: Node;
}

/** Calls a method. */
export function callFunction(
  run: Execution,
  dot: GoValue,
  { name, target, args, final, node }: MethodCall,
): GoValue {
  checkCount(run, { name, target, count: args.length, final });
  const values = compileArguments(target, args)
    .map((argument) => argument(run, dot));
  addFinal(run, { values, target, final });
  return invoke(run, { name, target, values, node });
}

function compileArguments(
  target: GoFunction,
  args: readonly Argument[],
): Evaluate[] {
  return args.map(({ node, functions }, index) =>
    compileArgument(node, {
      type: parameterType(target, index) ?? "any",
      functions,
    })
  );
}

function parameterType(
  { params, variadic }: GoFunction,
  index: number,
): GoType | undefined {
  return params[index] ?? variadic;
}

/** Refuses a call with too few or too many arguments. */
export function checkCount(
  run: Execution,
  { name, target, count, final }: {
    readonly name: string;
    readonly target: GoFunction;
    readonly count: number;
    readonly final: GoValue | typeof MISSING;
  },
): void {
  const given = final === MISSING ? count : count + 1;
  const wanted = target.params.length;
  const what = `wrong number of args for ${name}: want`;
  if (target.variadic !== undefined) {
    if (given < wanted) run.fail(`${what} at least ${wanted} got ${count}`);
  } else if (given !== wanted) run.fail(`${what} ${wanted} got ${given}`);
}

function addFinal(
  run: Execution,
  { values, target, final }: {
    readonly values: GoValue[];
    readonly target: GoFunction;
    readonly final: GoValue | typeof MISSING;
  },
): void {
  if (final === MISSING) return;
  const type = parameterType(target, values.length) ?? "any";
  values.push(checkArgument(run, final, type));
}

function invoke(
  run: Execution,
  { name, target, values, node }: {
    readonly name: string;
    readonly target: GoFunction;
    readonly values: readonly GoValue[];
    readonly node: Node;
  },
): GoValue {
  run.step();
  try {
    return target.call(values, run);
  } catch (error) {
    const isError = error instanceof GoFailure ||
      (error instanceof GoTemplateError && error.code !== "limit");
    if (!isError) throw error;
    run.node = node;
    return run.fail(`error calling ${name}: ${error.message}`, error);
  }
}

/** Go's `call` calls functions that are values, of which data holds none. */
function compileRefusal(
  node: IdentifierNode,
  args: readonly Argument[],
  command: Node,
): Command {
  const target = BUILTINS.get("call") as GoFunction;
  const evaluate = compileArguments(target, args);
  const [first] = args;
  return (run, dot, final) => {
    run.node = node;
    checkCount(run, { name: "call", target, count: args.length, final });
    const values = evaluate.map((argument) => argument(run, dot));
    addFinal(run, { values, target, final });
    const callee = first === undefined ? final : describeNode(first.node);
    values.unshift(typeof callee === "string" ? callee : "");
    return invoke(run, { name: "call", target, values, node: command });
  };
}
