/**
 * Templates that can call each other by name.
 *
 * @module
 */

import type { Execution } from "./execution.ts";
import type { FunctionTable } from "./function.ts";
import type { GoValue } from "./value.ts";

/** Where execution goes on: the next statement, or out of the loop. */
export type Flow = 0 | 1 | 2;
export const NEXT: Flow = 0;
export const BREAK: Flow = 1;
export const CONTINUE: Flow = 2;

/** Statements, compiled. */
export type Body = (run: Execution, dot: GoValue) => Flow;

/** A template, compiled. */
export interface Template {
  readonly name: string;
  readonly isEmpty: boolean;
  readonly body: Body;
}

/**
 * Templates by name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const set = new TemplateSet(new Map());
 * set.add([{ name: "a", isEmpty: true, body: () => NEXT }]);
 * assertEquals(set.find("a")?.name, "a");
 * ```
 */
export class TemplateSet {
  readonly functions: FunctionTable;
  readonly #parent: TemplateSet | undefined;
  readonly #templates = new Map<string, Template>();

  /**
   * Makes an empty set.
   *
   * @param functions What its templates may call.
   * @param parent A set whose templates are known here too.
   */
  constructor(functions: FunctionTable, parent?: TemplateSet) {
    this.functions = functions;
    this.#parent = parent;
  }

  /**
   * Adds the templates of a file. A later template replaces an earlier one of
   * its name, unless it is empty.
   *
   * @param templates The templates.
   */
  add(templates: readonly Template[]): void {
    for (const template of templates) {
      const { name, isEmpty } = template;
      if (isEmpty && this.find(name) !== undefined) continue;
      this.#templates.set(name, template);
    }
  }

  /**
   * Finds a template.
   *
   * @param name Its name.
   * @returns The template, or `undefined` where there is none.
   */
  find(name: string): Template | undefined {
    return this.#templates.get(name) ?? this.#parent?.find(name);
  }
}
