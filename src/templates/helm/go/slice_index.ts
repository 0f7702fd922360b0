/**
 * The indices of `slice`, which Go refuses where they are elements of data.
 *
 * @module
 */

import type { Evaluate } from "./compile_pipeline.ts";
import type { Execution } from "./execution.ts";
import type { Operand } from "./node.ts";
import { GoObject } from "./object.ts";
import { INTERFACE } from "./type_name.ts";

/** Stands for any element: all that `slice` looks at is its type. */
class Element extends GoObject {
  override readonly goType = INTERFACE;
}

const ELEMENT = new Element();

/**
 * Compiles an index of `slice`. Of all functions, this one alone does not look
 * into the `interface {}` that an element of data is.
 *
 * @param node The index.
 * @param evaluate What evaluates it.
 * @returns What evaluates it to something that is no index, if it is an element.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ slice . 1 }}", "ab"), "b");
 * ```
 */
export function compileSliceIndex(node: Operand, evaluate: Evaluate): Evaluate {
  return (run, dot) => {
    const value = evaluate(run, dot);
    return isElement(run, node) && value !== undefined ? ELEMENT : value;
  };
}

function isElement(run: Execution, node: Operand): boolean {
  switch (node.kind) {
    case "field":
    case "chain":
      return true;
    case "dot":
      return run.dotType === INTERFACE;
    case "variable": {
      const [name = "$", ...fields] = node.names;
      return fields.length > 0 || run.variable(name).type === INTERFACE;
    }
    default:
      return false;
  }
}
