/**
 * Compiles statements to closures.
 *
 * @module
 */

import { compilePipeline } from "./compile_pipeline.ts";
import { compileRange } from "./compile_range.ts";
import type { FunctionTable } from "./function.ts";
import { printAction } from "./print.ts";
import type {
  ActionNode,
  BranchNode,
  Statement,
  TemplateNode,
} from "./node.ts";
import { type Body, BREAK, CONTINUE, NEXT } from "./template_set.ts";
import { isTrue } from "./truth.ts";

/**
 * Compiles a list of statements.
 *
 * @param statements The statements.
 * @param functions The functions that they call.
 * @returns What executes them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("a{{ if .b }}c{{ end }}", { b: true }), "ac");
 * ```
 */
export function compileBody(
  statements: readonly Statement[],
  functions: FunctionTable,
): Body {
  const parts = statements.map((node) => compileStatement(node, functions));
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return (run, dot) => {
    for (let at = 0; at < parts.length; at++) {
      const flow = (parts[at] as Body)(run, dot);
      if (flow !== NEXT) return flow;
    }
    return NEXT;
  };
}

function compileStatement(node: Statement, functions: FunctionTable): Body {
  switch (node.kind) {
    case "text":
      return (run) => {
        run.write(node.text);
        return NEXT;
      };
    case "action":
      return compileAction(node, functions);
    case "if":
    case "with":
      return compileBranch(node, functions);
    case "range":
      return compileRange(node, functions);
    case "template":
      return compileTemplate(node, functions);
    case "break":
      return () => BREAK;
    case "continue":
      return () => CONTINUE;
  }
}

function compileAction(node: ActionNode, functions: FunctionTable): Body {
  const pipe = compilePipeline(node.pipe, functions);
  const isSilent = node.pipe.variables.length > 0;
  return (run, dot) => {
    run.step();
    const value = pipe(run, dot);
    if (isSilent) return NEXT;
    run.node = node;
    run.write(printAction(value));
    return NEXT;
  };
}

function compileBranch(node: BranchNode, functions: FunctionTable): Body {
  const pipe = compilePipeline(node.pipe, functions);
  const body = compileBody(node.body, functions);
  const otherwise = compileBody(node.otherwise ?? [], functions);
  const setsDot = node.kind === "with";
  return (run, dot) => {
    run.step();
    const { variables, dotType } = run;
    const mark = variables.length;
    const value = pipe(run, dot);
    run.budget.enter();
    let flow = NEXT;
    if (!isTrue(value)) flow = otherwise(run, dot);
    else if (setsDot) {
      run.dotType = undefined;
      flow = body(run, value);
      run.dotType = dotType;
    } else flow = body(run, dot);
    run.budget.leave();
    variables.length = mark;
    return flow;
  };
}

function compileTemplate(node: TemplateNode, functions: FunctionTable): Body {
  const pipe = node.pipe && compilePipeline(node.pipe, functions);
  return (run, dot) => {
    run.step();
    run.node = node;
    const template = run.requireTemplate(node.name);
    run.callTemplate(template, pipe?.(run, dot));
    return NEXT;
  };
}
