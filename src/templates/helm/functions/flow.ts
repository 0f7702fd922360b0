/**
 * Functions that decide.
 *
 * @module
 */

import { GoFailure } from "../go/failure.ts";
import { markChartMessage } from "./chart_message.ts";
import { fn, type Functions, variadic } from "./define.ts";
import { isEmpty } from "./kind.ts";

/** Functions that decide. */
export const FLOW: Functions = {
  default: variadic(
    ["any", "any"],
    ([fallback], [given]) => isEmpty(given) ? fallback : given,
  ),
  empty: fn(["any"], ([value]) => isEmpty(value)),
  coalesce: variadic(
    ["any"],
    (_, values) => values.find((value) => !isEmpty(value)) ?? null,
  ),
  all: variadic(["any"], (_, values) => !values.some(isEmpty)),
  any: variadic(["any"], (_, values) => !values.every(isEmpty)),
  ternary: fn(
    ["any", "any", "bool"],
    ([whenTrue, whenFalse, condition]) => condition ? whenTrue : whenFalse,
  ),
  required: fn(["string", "any"], ([message, value]) => {
    if (value === null || value === undefined || value === "") {
      throw new GoFailure(markChartMessage(message));
    }
    return value;
  }),
  fail: fn(["string"], ([message]) => {
    throw new GoFailure(markChartMessage(message));
  }),
};
