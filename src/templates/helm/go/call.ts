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
import { typeName } from "./type_name.ts";
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
  const isBuiltin = target === BUILTINS.get(name);
  if (isBuiltin && (name === "and" || name === "or")) {
    return compileShortCircuit(node, args);
  }
  const known = isBuiltin && name === "call" ? refusalOf(target, args) : target;
  const call = compileInvocation({ name, target: known, args, node: command });
  return (run, dot, final) => {
    run.node = node;
    return call(run, dot, final);
  };
}

/** A call, its function known. */
export interface Invocation {
  readonly name: string;
  readonly target: GoFunction;
  readonly args: readonly Argument[];
  /** What an error of the function points at. */
  readonly node: Node;
}

/**
 * Compiles a call whose function is known: the count of its arguments is
 * checked, then they are evaluated, then it is made.
 *
 * @param invocation The call.
 * @returns What makes it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ print 1 2 }}", {}), "1 2");
 * ```
 */
export function compileInvocation(invocation: Invocation): Command {
  const { name, target, args, node } = invocation;
  const evaluate = compileArguments(target, args);
  const alone = countProblem(invocation, { isPiped: false });
  const piped = countProblem(invocation, { isPiped: true });
  const finalType = parameterType(target, args.length);
  return (run, dot, final) => {
    const problem = final === MISSING ? alone : piped;
    if (problem !== undefined) run.fail(problem);
    const values: GoValue[] = [];
    for (const argument of evaluate) values.push(argument(run, dot));
    if (final !== MISSING) values.push(checkArgument(run, final, finalType));
    run.step();
    for (const value of values) run.budget.pass(value);
    try {
      const answer = target.call(values, run);
      run.budget.pass(answer);
      return answer;
    } catch (error) {
      return refuse(run, error, { name, node });
    }
  };
}

function compileArguments(
  target: GoFunction,
  args: readonly Argument[],
): Evaluate[] {
  const isSlice = target === BUILTINS.get("slice");
  return args.map(({ node, functions }, index) => {
    const type = parameterType(target, index);
    const evaluate = compileArgument(node, { type, functions });
    return isSlice && index > 0 ? compileSliceIndex(node, evaluate) : evaluate;
  });
}

/** Where there is no such parameter, the count is refused before the type. */
function parameterType(
  { params, variadic }: GoFunction,
  index: number,
): GoType {
  return params[index] ?? variadic ?? "any";
}

/**
 * Says what is wrong with the number of arguments.
 *
 * @param invocation The call.
 * @param options Whether the value of the previous command is given, too.
 * @returns Go's words for it, or `undefined` where the number is right.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const call = { name: "f", target: { params: [], call: () => null }, args: [] };
 * assertEquals(countProblem(call, { isPiped: false }), undefined);
 * assertEquals(
 *   countProblem(call, { isPiped: true }),
 *   "wrong number of args for f: want 0 got 1",
 * );
 * ```
 */
export function countProblem(
  { name, target, args }: Pick<Invocation, "name" | "target" | "args">,
  { isPiped }: { readonly isPiped: boolean },
): string | undefined {
  const given = args.length + (isPiped ? 1 : 0);
  const wanted = target.params.length;
  const what = `wrong number of args for ${name}: want`;
  if (target.variadic === undefined) {
    return given === wanted ? undefined : `${what} ${wanted} got ${given}`;
  }
  return given < wanted
    ? `${what} at least ${wanted} got ${args.length}`
    : undefined;
}

function refuse(
  run: Execution,
  error: unknown,
  { name, node }: Pick<Invocation, "name" | "node">,
): never {
  const isFailure = error instanceof GoFailure ||
    (error instanceof GoTemplateError && error.code !== "limit");
  if (!isFailure) throw error;
  run.node = node;
  return run.fail(`error calling ${name}: ${error.message}`, error);
}

/** Go's `call` calls functions that are values, of which data holds none. */
function refusalOf(target: GoFunction, [first]: readonly Argument[]) {
  return {
    ...target,
    call: ([value]: readonly GoValue[]): never => {
      if (value === null || value === undefined) {
        throw new GoFailure("call of nil");
      }
      const type = typeName(value);
      const text = typeof value === "string" ? value : `<${type} Value>`;
      const name = first === undefined ? text : describeNode(first.node);
      throw new GoFailure(`non-function ${name} of type ${type}`);
    },
  };
}
