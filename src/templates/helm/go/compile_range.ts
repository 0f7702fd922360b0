/**
 * Compiles `range` to a closure.
 *
 * @module
 */

import { compileBody } from "./compile_body.ts";
import { compilePipeline } from "./compile_pipeline.ts";
import type { Execution, Variable } from "./execution.ts";
import type { FunctionTable } from "./function.ts";
import { orderedEntries, sortedKeys } from "./key_order.ts";
import type { BranchNode } from "./node.ts";
import { GoObject } from "./object.ts";
import { printAction } from "./print.ts";
import { SizedInt } from "./sized_int.ts";
import { type Body, BREAK, NEXT } from "./template_set.ts";
import { elementType } from "./type_name.ts";
import { getEntry, type GoMap, type GoValue } from "./value.ts";

/** Executes the body for one element; whether the loop is to go on. */
type Iterate = (index: GoValue, element: GoValue, type?: string) => boolean;

/**
 * Compiles a `range`.
 *
 * @param node The block.
 * @param functions The functions that it calls.
 * @returns What executes it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ range $i, $e := . }}{{ $i }}{{ $e }}{{ end }}", ["a"]), "0a");
 * ```
 */
export function compileRange(
  node: BranchNode,
  functions: FunctionTable,
): Body {
  const pipe = compilePipeline(node.pipe, functions);
  const body = compileBody(node.body, functions);
  const otherwise = compileBody(node.otherwise ?? [], functions);
  const bind = compileBinding(node);
  return (run, dot) => {
    run.step();
    run.node = node;
    const { variables, dotType } = run;
    const mark = variables.length;
    const value = pipe(run, dot);
    const inner = variables.length;
    run.budget.enter();
    const iterate: Iterate = (index, element, type) => {
      run.step();
      bind(run, index, { value: element, type });
      run.dotType = type;
      const flow = body(run, element);
      variables.length = inner;
      return flow !== BREAK;
    };
    const ran = forEach(run, value, { iterate, node });
    run.dotType = dotType;
    const flow = ran ? NEXT : otherwise(run, dot);
    run.budget.leave();
    variables.length = mark;
    // A break ends the innermost range, be it only the `else` of it.
    return flow === BREAK ? NEXT : flow;
  };
}

type Element = Pick<Variable, "value" | "type">;

/** How an iteration sets the variables of the range. */
function compileBinding(
  { pipe: { variables, assigns } }: BranchNode,
): (run: Execution, index: GoValue, element: Element) => void {
  const [first, second] = variables.map(({ names }) => names[0] as string);
  if (first === undefined) return () => {};
  if (!assigns) {
    return (run, index, element) => {
      const top = run.variables.length - 1;
      Object.assign(run.variables[top] as Variable, element);
      if (second === undefined) return;
      const below = run.variables[top - 1] as Variable;
      below.value = index;
      below.type = undefined;
    };
  }
  if (second === undefined) {
    return (run, _index, element) => {
      Object.assign(run.variable(first), element);
    };
  }
  return (run, index, element) => {
    Object.assign(run.variable(first), { value: index, type: undefined });
    Object.assign(run.variable(second), element);
  };
}

interface Loop {
  readonly iterate: Iterate;
  readonly node: BranchNode;
}

/** Goes through a value; whether there was anything in it. */
function forEach(run: Execution, value: GoValue, loop: Loop): boolean {
  const { iterate } = loop;
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return forEachItem(value, iterate);
  if (typeof value === "bigint" || value instanceof SizedInt) {
    return forEachInteger(run, value, loop);
  }
  if (value instanceof GoObject && value.kind !== "struct") {
    return forEachEntry(value, iterate);
  }
  if (typeof value === "object" && !(value instanceof GoObject)) {
    return forEachKey(run, value, iterate);
  }
  return run.fail(`range can't iterate over ${printAction(value)}`);
}

function forEachItem(list: readonly GoValue[], iterate: Iterate): boolean {
  const type = elementType(list as GoValue[]);
  const { length } = list;
  for (let at = 0; at < length; at++) {
    if (!iterate(BigInt(at), list[at] ?? null, type)) break;
  }
  return length > 0;
}

function forEachKey(run: Execution, map: GoMap, iterate: Iterate): boolean {
  const type = elementType(map);
  const entries = sortedKeys(map).map((key) =>
    [key, getEntry(map, key)] as const
  );
  run.budget.pass(entries);
  for (const [key, value] of entries) {
    if (!iterate(key, value ?? null, type)) break;
  }
  return entries.length > 0;
}

function forEachEntry(object: GoObject, iterate: Iterate): boolean {
  const entries = orderedEntries(object);
  for (const [key, value] of entries) {
    const index = object.kind === "slice" ? BigInt(key) : key;
    if (!iterate(index, value)) break;
  }
  return entries.length > 0;
}

function forEachInteger(
  run: Execution,
  value: bigint | SizedInt,
  { iterate, node }: Loop,
): boolean {
  const end = typeof value === "bigint" ? value : value.value;
  if (node.pipe.variables.length > 1) {
    run.fail(`can't use ${end} to iterate over more than one variable`);
  }
  for (let at = 0n; at < end; at++) {
    const element = typeof value === "bigint"
      ? at
      : new SizedInt(at, value.goType);
    if (!iterate(undefined, element)) break;
  }
  return end > 0n;
}
