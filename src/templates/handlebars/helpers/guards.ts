/**
 * Helpers that ask what a value is, or refuse it.
 *
 * @module
 */

import { isMap } from "../../../model/mod.ts";
import { TemplateError } from "../run.ts";
import { type Helpers, textOf } from "./helper.ts";

/** Helpers that ask what a value is, or refuse it. */
export const GUARD_HELPERS: Helpers = {
  required: {
    arity: [2, 2],
    call: ([message, value = null]) => {
      if (value === null || value === "") {
        throw new TemplateError(textOf(message));
      }
      return value;
    },
  },
  fail: {
    arity: [1, 1],
    call: ([message]) => {
      throw new TemplateError(textOf(message));
    },
  },
  isMap: { arity: [1, 1], call: ([value]) => isMap(value) },
  isList: { arity: [1, 1], call: ([value]) => Array.isArray(value) },
  isString: { arity: [1, 1], call: ([value]) => typeof value === "string" },
  isNumber: {
    arity: [1, 1],
    call: ([value]) => typeof value === "number" || typeof value === "bigint",
  },
};
