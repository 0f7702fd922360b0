/**
 * Compiles sets of templates, and executes them.
 *
 * @module
 */

import { compileFile } from "./compiled_files.ts";
import { Execution, noTemplate } from "./execution.ts";
import type { FunctionTable } from "./function.ts";
import { Budget } from "./limits.ts";
import { GoTemplateError } from "./template_error.ts";
import { TemplateSet } from "./template_set.ts";
import type { GoValue } from "./value.ts";

/** What a template wrote. */
export interface Executed {
  readonly text: string;
  /** Whether it depends on the answer of `lookup`. */
  readonly usesLookup: boolean;
}

/**
 * Compiles templates into a set.
 *
 * @param sources Their texts by name, in the order in which later definitions
 * replace earlier ones.
 * @param functions What they may call besides Go's own functions.
 * @returns The set, or the first error, as Go finds it.
 *
 * @example
 * ```ts
 * import { assert, assertEquals } from "@std/assert";
 * import { GoTemplateError } from "./template_error.ts";
 * const set = compileTemplates(new Map([["a", "{{ if }}"]]), new Map());
 * assert(set instanceof GoTemplateError);
 * assertEquals(set.message, "template: a:1: missing value for if");
 * ```
 */
export function compileTemplates(
  sources: ReadonlyMap<string, string>,
  functions: FunctionTable,
): TemplateSet | GoTemplateError {
  const set = new TemplateSet(functions);
  try {
    for (const [name, text] of sources) {
      set.add(compileFile(name, text, functions));
    }
    return set;
  } catch (error) {
    if (error instanceof GoTemplateError) return error;
    throw error;
  }
}

/**
 * Executes a template of a set.
 *
 * @param set The set.
 * @param name The template's name.
 * @param options `data`: its dot; `budget`: what it may use, which may be shared
 * by several executions.
 * @returns What it wrote, or why it could not.
 *
 * @example
 * ```ts
 * import { assert, assertEquals } from "@std/assert";
 * import { TemplateSet } from "./template_set.ts";
 * const set = compileTemplates(new Map([["a", "{{ .b }}"]]), new Map());
 * assert(set instanceof TemplateSet);
 * assertEquals(execute(set, "a", { data: { b: 22 } }), {
 *   text: "22",
 *   usesLookup: false,
 * });
 * ```
 */
export function execute(
  set: TemplateSet,
  name: string,
  { data, budget = new Budget() }: {
    readonly data: GoValue;
    readonly budget?: Budget;
  },
): Executed | GoTemplateError {
  const template = set.find(name);
  if (template === undefined) {
    const detail = noTemplate(name);
    const parts = { code: "execution", template: name, line: 0, detail };
    return new GoTemplateError(detail, { ...parts, code: "execution" });
  }
  const run = new Execution(set, budget);
  try {
    const text = run.execute(template, data);
    return { text, usesLookup: run.usesLookup };
  } catch (error) {
    if (error instanceof GoTemplateError) return error;
    throw error;
  }
}
