/**
 * Compiles access to fields, methods and entries of maps.
 *
 * @module
 */

import {
  type Argument,
  compileCall,
  compileInvocation,
  MISSING,
} from "./call.ts";
import {
  type Command,
  nestPipeline,
  refuseArguments,
} from "./compile_pipeline.ts";
import type { Execution } from "./execution.ts";
import type { FunctionTable } from "./function.ts";
import type { ChainNode, FieldNode, VariableNode } from "./node.ts";
import { ABSENT, GoObject } from "./object.ts";
import { elementType, INTERFACE, typeName } from "./type_name.ts";
import { getEntry, type GoMap, type GoValue, isGoMap } from "./value.ts";

type FieldsNode = FieldNode | VariableNode | ChainNode;

/**
 * Compiles `.a.b`.
 *
 * @param node The fields.
 * @param args The arguments of the last, which is a method then.
 * @returns What reads them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ .a.b }}", { a: { b: "c" } }), "c");
 * ```
 */
export function compileField(
  node: FieldNode,
  args: readonly Argument[],
): Command {
  const access = compileAccess(node, node.names, args);
  return (run, dot, final) => {
    run.node = node;
    return access(run, dot, { receiver: dot, type: run.dotType, final });
  };
}

/**
 * Compiles `$a` and `$a.b`.
 *
 * @param node The variable and fields.
 * @param args The arguments of the last field, which is a method then.
 * @returns What reads them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ $a := . }}{{ $a.b }}", { b: "c" }), "c");
 * ```
 */
export function compileVariable(
  node: VariableNode,
  args: readonly Argument[],
): Command {
  const [name = "$", ...names] = node.names;
  const access = compileAccess(node, names, args);
  return (run, dot, final) => {
    run.node = node;
    const { value, type } = run.variable(name);
    if (names.length > 0) {
      return access(run, dot, { receiver: value, type, final });
    }
    if (args.length > 0 || final !== MISSING) refuseArguments(run, node);
    return value;
  };
}

/**
 * Compiles `(pipeline).a.b`.
 *
 * @param node The pipeline and fields.
 * @param options The arguments of the last field, which is a method then; the
 * functions that the pipeline calls.
 * @returns What evaluates it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ (index . 0).a }}", [{ a: "b" }]), "b");
 * ```
 */
export function compileChain(
  node: ChainNode,
  { args, functions }: {
    readonly args: readonly Argument[];
    readonly functions: FunctionTable;
  },
): Command {
  const access = compileAccess(node, node.names, args);
  const evaluate = compileHead(node, functions);
  return (run, dot, final) => {
    run.node = node;
    const receiver = evaluate(run, dot, MISSING);
    return access(run, dot, { receiver, type: undefined, final });
  };
}

function compileHead({ node }: ChainNode, functions: FunctionTable): Command {
  if (node.kind === "pipe") {
    const evaluate = nestPipeline(node, functions);
    return (run, dot) => {
      run.node = node;
      return evaluate(run, dot);
    };
  }
  if (node.kind === "identifier") {
    return compileCall(node, { args: [], functions, command: node });
  }
  return (run) => run.fail("indirection through explicit nil");
}

/** Where a chain of fields begins. */
interface Start {
  readonly receiver: GoValue;
  /** The type that the receiver is declared with, if it is an element. */
  readonly type: string | undefined;
  readonly final: GoValue | typeof MISSING;
}

function compileAccess(
  node: FieldsNode,
  names: readonly string[],
  args: readonly Argument[],
): (run: Execution, dot: GoValue, start: Start) => GoValue {
  const last = names.length - 1;
  return (run, dot, start) => {
    const takesNone = args.length === 0 && start.final === MISSING;
    let here = start.receiver;
    let holder: GoMap | undefined;
    for (let at = 0; at <= last && here !== undefined; at++) {
      const name = names[at] as string;
      if (isGoMap(here)) {
        if (at === last && !takesNone) {
          run.fail(`${name} is not a method but has arguments`);
        }
        holder = here;
        here = getEntry(holder, name) ?? zeroElement(holder);
        continue;
      }
      if (here === null) {
        run.fail(`nil pointer evaluating ${INTERFACE}.${name}`);
      }
      const isLast = at === last;
      here = readObject(run, dot, {
        receiver: here,
        type: holder === undefined
          ? (at === 0 ? start.type : undefined)
          : elementType(holder),
        name,
        node,
        args: isLast ? args : [],
        final: isLast ? start.final : MISSING,
      });
      holder = undefined;
    }
    return here;
  };
}

function zeroElement(map: GoMap): GoValue {
  return elementType(map) === "string" ? "" : null;
}

interface ObjectAccess extends Start {
  readonly name: string;
  readonly node: FieldsNode;
  readonly args: readonly Argument[];
}

function readObject(
  run: Execution,
  dot: GoValue,
  access: ObjectAccess,
): GoValue {
  const { receiver, name, args, final, node } = access;
  if (receiver instanceof GoObject) {
    const method = receiver.method(name);
    if (method !== undefined) {
      const call = compileInvocation({ name, target: method, args, node });
      return call(run, dot, final);
    }
    const value = receiver.field(name);
    if (value !== ABSENT || receiver.kind === "map") {
      if (args.length > 0 || final !== MISSING) {
        run.fail(
          receiver.kind === "map"
            ? `${name} is not a method but has arguments`
            : `${name} has arguments but cannot be invoked as function`,
        );
      }
      return value === ABSENT ? null : value;
    }
  }
  const type = access.type ?? typeName(receiver);
  return run.fail(`can't evaluate field ${name} in type ${type}`);
}
