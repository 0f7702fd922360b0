/**
 * Patterns of schemas, matched as Go matches them: in linear time.
 *
 * @module
 */

import type { RegExpEngine } from "ajv/dist/types/index.js";
import { RE2JS } from "re2js";

/**
 * Compiles a pattern for ajv. What RE2 does not know is an error, as in Helm.
 *
 * @param pattern The pattern.
 * @returns What tests texts.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(compilePattern("^a+$", "u").test("aaa"));
 * ```
 */
export const compilePattern: RegExpEngine = Object.assign(
  function (pattern: string) {
    const compiled = RE2JS.compile(pattern);
    return {
      test: (text: string) => compiled.matcher(text).find(),
      toString: () => `/${pattern}/`,
    };
  },
  // Only for schemas that are written out as modules, which none is.
  { code: "" },
);
