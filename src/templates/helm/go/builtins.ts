/**
 * The functions that belong to Go's template language itself.
 *
 * @module
 */

import { equalsAny, isAtMost, isLess } from "./compare.ts";
import { escapeHtml, escapeQuery, escapeScript } from "./escape.ts";
import type { FunctionTable, GoFunction } from "./function.ts";
import { indexInto, lengthOf, sliceOf } from "./indexing.ts";
import { goSprint, goSprintln } from "./print.ts";
import { goSprintf } from "./printf.ts";
import { isTrue } from "./truth.ts";
import type { GoValue } from "./value.ts";

/** Go's own functions; `and`, `or` and `call` do their work where they are called. */
export const BUILTINS: FunctionTable = new Map<string, GoFunction>([
  ["and", firstAndMore((value) => value)],
  ["or", firstAndMore((value) => value)],
  ["not", { params: ["value"], call: ([value]) => !isTrue(value) }],
  ["call", firstAndMore((value) => value)],
  ["eq", firstAndMore(equalsAny)],
  ["ne", comparison((a, b) => !equalsAny(a, [b]))],
  ["lt", comparison(isLess)],
  ["le", comparison(isAtMost)],
  ["gt", comparison((a, b) => !isAtMost(a, b))],
  ["ge", comparison((a, b) => !isLess(a, b))],
  ["index", firstAndMore(indexInto)],
  ["slice", firstAndMore(sliceOf)],
  ["len", { params: ["value"], call: ([value]) => lengthOf(value) }],
  ["print", writer(goSprint)],
  ["println", writer(goSprintln)],
  ["printf", {
    params: ["string"],
    variadic: "any",
    call: ([format, ...args]) => goSprintf(format as string, args),
  }],
  ["html", writer(escapeHtml)],
  ["js", writer(escapeScript)],
  ["urlquery", writer(escapeQuery)],
]);

function firstAndMore(
  call: (first: GoValue, others: readonly GoValue[]) => GoValue,
): GoFunction {
  return {
    params: ["value"],
    variadic: "value",
    call: ([first, ...others]) => call(first, others),
  };
}

function comparison(
  call: (a: GoValue, b: GoValue) => boolean,
): GoFunction {
  return { params: ["value", "value"], call: ([a, b]) => call(a, b) };
}

function writer(write: (values: readonly GoValue[]) => string): GoFunction {
  return { params: [], variadic: "any", call: (values) => write(values) };
}
