/**
 * Compiles pipelines and their commands to closures.
 *
 * @module
 */

import { type Argument, compileCall, MISSING } from "./call.ts";
import { describeNode } from "./describe_node.ts";
import type { Execution } from "./execution.ts";
import { compileChain, compileField, compileVariable } from "./field.ts";
import type { FunctionTable } from "./function.ts";
import type { CommandNode, NumberNode, Operand, PipeNode } from "./node.ts";
import type { GoValue } from "./value.ts";

/** Evaluates to a value; a nil interface is `null`, no value `undefined`. */
export type Evaluate = (run: Execution, dot: GoValue) => GoValue;

/** Evaluates a command, given the value of the one before it. */
export type Command = (
  run: Execution,
  dot: GoValue,
  final: GoValue | typeof MISSING,
) => GoValue;

/**
 * Compiles a pipeline.
 *
 * @param pipe The pipeline.
 * @param functions The functions that it calls.
 * @returns What evaluates it and sets its variables; never to `null`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ .a | print 1 }}", { a: "b" }), "1b");
 * ```
 */
export function compilePipeline(
  pipe: PipeNode,
  functions: FunctionTable,
): Evaluate {
  const commands = pipe.commands.map((node) => compileCommand(node, functions));
  const names = pipe.variables.map((variable) => variable.names[0] as string);
  const [first, ...others] = commands as [Command, ...Command[]];
  if (others.length === 0 && names.length === 0) {
    return (run, dot) => {
      run.node = pipe;
      return first(run, dot, MISSING) ?? undefined;
    };
  }
  return (run, dot) => {
    run.node = pipe;
    let value = first(run, dot, MISSING) ?? undefined;
    for (const command of others) value = command(run, dot, value) ?? undefined;
    for (const name of names) setVariable(run, name, value, pipe.assigns);
    return value;
  };
}

function setVariable(
  run: Execution,
  name: string,
  value: GoValue,
  assigns: boolean,
): void {
  if (!assigns) {
    run.variables.push({ name, value, type: undefined });
    return;
  }
  const variable = run.variable(name);
  variable.value = value;
  variable.type = undefined;
}

function compileCommand(node: CommandNode, functions: FunctionTable): Command {
  const [first, ...others] = node.operands;
  const args: readonly Argument[] = others.map((node) => ({ node, functions }));
  switch (first.kind) {
    case "field":
      return compileField(first, args);
    case "chain":
      return compileChain(first, { args, functions });
    case "variable":
      return compileVariable(first, args);
    case "identifier":
      return compileCall(first, { args, functions, command: node });
    default:
      return compileOperand(first, { args, functions });
  }
}

/** A command that takes no arguments. */
function compileOperand(
  node: Operand,
  { args, functions }: {
    readonly args: readonly Argument[];
    readonly functions: FunctionTable;
  },
): Command {
  const evaluate = node.kind === "pipe"
    ? nestPipeline(node, functions)
    : compileConstant(node);
  return (run, dot, final) => {
    if (node.kind !== "pipe") run.node = node;
    if (args.length > 0 || final !== MISSING) refuseArguments(run, node);
    return evaluate(run, dot);
  };
}

/**
 * Ends the execution since something that is no function has arguments.
 *
 * @param run The execution.
 * @param node What is no function.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(
 *   executeText("{{ true 1 }}", {}),
 *   'template: t:1:3: executing "t" at <true>: can\'t give argument to non-function true',
 * );
 * ```
 */
export function refuseArguments(run: Execution, node: Operand): never {
  const text = describeNode(node);
  return run.fail(
    `can't give argument to non-function ${node.kind === "pipe" ? text : text}`,
  );
}

/**
 * Compiles a pipeline in parentheses.
 *
 * @param pipe The pipeline.
 * @param functions The functions that it calls.
 * @returns What evaluates it, one level deeper.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ (print 1) }}", {}), "1");
 * ```
 */
export function nestPipeline(
  pipe: PipeNode,
  functions: FunctionTable,
): Evaluate {
  const evaluate = compilePipeline(pipe, functions);
  return (run, dot) => {
    run.budget.enter();
    const value = evaluate(run, dot);
    run.budget.leave();
    return value;
  };
}

/** Compiles the dot, `nil` or a constant. */
function compileConstant(node: Operand): Evaluate {
  switch (node.kind) {
    case "bool":
      return () => node.value;
    case "string":
      return () => node.text;
    case "number":
      return compileNumber(node);
    case "dot":
      return (_run, dot) => dot;
    default:
      return (run) => run.fail("nil is not a command");
  }
}

/**
 * Compiles a number for which no type is asked.
 *
 * @param node The number.
 * @returns What evaluates to it, or refuses it as too big.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ 0x10 }} {{ 1e6 }}", {}), "16 1e+06");
 * ```
 */
export function compileNumber(node: NumberNode): Evaluate {
  const { ideal } = node.constant;
  if (ideal !== undefined) return () => ideal;
  return (run) => run.fail(`${node.text} overflows int`);
}
