/**
 * Compiles the arguments of calls.
 *
 * @module
 */

import { canBeNil, checkArgument, nameOfType } from "./argument_type.ts";
import { compileCall, MISSING } from "./call.ts";
import {
  type Command,
  compileNumber,
  type Evaluate,
  nestPipeline,
} from "./compile_pipeline.ts";
import { describeNode } from "./describe_node.ts";
import { compileChain, compileField, compileVariable } from "./field.ts";
import type { FunctionTable, GoType } from "./function.ts";
import type { NumberNode, Operand } from "./node.ts";
import { int64 } from "./sized_int.ts";

/**
 * Compiles an argument for a parameter of a known type.
 *
 * @param node The argument.
 * @param parameter The parameter's type, and the functions there are.
 * @returns What evaluates and checks it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ print .a (len .a) }}", { a: "b" }), "b1");
 * ```
 */
export function compileArgument(
  node: Operand,
  { type, functions }: {
    readonly type: GoType;
    readonly functions: FunctionTable;
  },
): Evaluate {
  const command = compileValue(node, functions);
  if (command !== undefined) {
    return (run, dot) => {
      run.node = node;
      return checkArgument(run, command(run, dot, MISSING), type);
    };
  }
  const evaluate = compileConstantArgument(node, type);
  return (run, dot) => {
    run.node = node;
    return evaluate(run, dot);
  };
}

/** An argument that is evaluated first and checked then. */
function compileValue(
  node: Operand,
  functions: FunctionTable,
): Command | undefined {
  switch (node.kind) {
    case "dot":
      return (_run, dot) => dot;
    case "field":
      return compileField(node, []);
    case "variable":
      return compileVariable(node, []);
    case "chain":
      return compileChain(node, { args: [], functions });
    case "identifier":
      return compileCall(node, { args: [], functions, command: node });
    case "pipe":
      return nestPipeline(node, functions);
    default:
      return undefined;
  }
}

/** A constant takes on the type that is asked for, if it can. */
function compileConstantArgument(node: Operand, type: GoType): Evaluate {
  if (node.kind === "nil") return compileNil(type);
  const text = describeNode(node);
  switch (type) {
    case "any":
    case "value":
      return compileAny(node);
    case "bool":
      return node.kind === "bool"
        ? () => node.value
        : (run) => run.fail(`expected bool; found ${text}`);
    case "string":
      return node.kind === "string"
        ? () => node.text
        : (run) => run.fail(`expected string; found ${text}`);
    case "int":
    case "int64":
      return compileInteger(node, type);
    case "float64":
      return node.kind === "number"
        ? () => node.constant.float
        : (run) => run.fail(`expected float; found ${text}`);
    default:
      return (run) =>
        run.fail(`can't handle ${text} for arg of type ${nameOfType(type)}`);
  }
}

function compileNil(type: GoType): Evaluate {
  if (type === "value") return () => undefined;
  if (canBeNil(type)) return () => null;
  return (run) => run.fail(`cannot assign nil to ${nameOfType(type)}`);
}

function compileAny(node: Operand): Evaluate {
  switch (node.kind) {
    case "bool":
      return () => node.value;
    case "string":
      return () => node.text;
    default:
      return compileNumber(node as NumberNode);
  }
}

function compileInteger(node: Operand, type: GoType): Evaluate {
  const int = node.kind === "number" ? node.constant.int : undefined;
  if (int === undefined) {
    return (run) => run.fail(`expected integer; found ${describeNode(node)}`);
  }
  const value = type === "int64" ? int64(int) : int;
  return () => value;
}
