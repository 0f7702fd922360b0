/**
 * Executes small templates for tests and examples.
 *
 * @module
 */

import { compileTemplates, execute } from "./execute.ts";
import type { GoFunction } from "./function.ts";
import { GoTemplateError } from "./template_error.ts";
import type { GoValue } from "./value.ts";

/**
 * Executes a text.
 *
 * @param text The template, which is named `t`.
 * @param data Its dot.
 * @param functions Functions without parameters, by name.
 * @returns What it wrote, or the error's text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(executeText("{{ .a }}", { a: "b" }), "b");
 * ```
 */
export function executeText(
  text: string,
  data: GoValue,
  functions: Readonly<Record<string, () => GoValue>> = {},
): string {
  const table = Object.entries(functions).map(([name, call]) =>
    [name, { params: [], call } satisfies GoFunction] as const
  );
  const set = compileTemplates(new Map([["t", text]]), new Map(table));
  if (set instanceof GoTemplateError) return set.message;
  const done = execute(set, "t", { data });
  return done instanceof GoTemplateError ? done.message : done.text;
}
