/**
 * One execution of a template, and of the templates that it includes.
 *
 * @module
 */

import { compileFile } from "./compiled_files.ts";
import { GoFailure } from "./failure.ts";
import type { Run } from "./function.ts";
import { type Budget, LimitReached } from "./limits.ts";
import type { Node } from "./node.ts";
import { quote } from "./quote.ts";
import {
  executionError,
  GoTemplateError,
  type Incident,
} from "./template_error.ts";
import { type Template, TemplateSet } from "./template_set.ts";
import type { GoMap, GoValue } from "./value.ts";

/** The name of the set itself in Helm, and so of all texts given to `tpl`. */
export const SET_NAME = "gotpl";

/** With more variables than this, looking for one counts as work. */
const MANY = 64;

/** A variable of the templates being executed. */
export interface Variable {
  readonly name: string;
  value: GoValue;
  /** The type it is declared with, where that is an element's. */
  type: string | undefined;
}

/**
 * The state of an execution.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Budget } from "./limits.ts";
 * import { TemplateSet } from "./template_set.ts";
 * const run = new Execution(new TemplateSet(new Map()), new Budget());
 * const text = run.execute(
 *   { name: "a", isEmpty: false, body: (run) => (run.write("b"), 0) },
 *   null,
 * );
 * assertEquals(text, "b");
 * ```
 */
export class Execution implements Run {
  readonly budget: Budget;
  /** What is being evaluated, for errors. */
  node: Node | undefined;
  /** The type that the dot is declared with, where that is an element's. */
  dotType: string | undefined;
  /** The variables in force, the newest last. */
  variables: Variable[] = [];
  /** Whether `lookup` was asked. */
  usesLookup = false;
  #set: TemplateSet;
  #template = SET_NAME;
  #output = "";

  /**
   * Prepares an execution.
   *
   * @param set The templates.
   * @param budget What it may use.
   */
  constructor(set: TemplateSet, budget: Budget) {
    this.#set = set;
    this.budget = budget;
  }

  /**
   * Executes a template on its own: it sees no variables and writes to a text
   * of its own.
   *
   * @param template The template.
   * @param data Its dot.
   * @returns What it wrote.
   */
  execute(template: Template, data: GoValue): string {
    this.budget.enterTemplate();
    const { node } = this;
    const output = this.#output;
    this.#output = "";
    this.node = undefined;
    this.#enter(template, data ?? undefined);
    const text = this.#output;
    this.#output = output;
    this.node = node;
    this.budget.leaveTemplate();
    return text;
  }

  /**
   * Finds a template that an action names.
   *
   * @param name The template's name.
   * @returns The template.
   */
  requireTemplate(name: string): Template {
    return this.#set.find(name) ??
      this.fail(`template ${quote(name)} not defined`);
  }

  /**
   * Executes a template in place, as the action `template` does.
   *
   * @param template The template.
   * @param data Its dot.
   */
  callTemplate(template: Template, data: GoValue): void {
    this.budget.enterTemplate();
    const { node } = this;
    this.#enter(template, data);
    this.node = node;
    this.budget.leaveTemplate();
  }

  #enter(template: Template, data: GoValue): void {
    const { variables, dotType } = this;
    const executing = this.#template;
    this.#template = template.name;
    this.variables = [{ name: "$", value: data, type: undefined }];
    this.dotType = undefined;
    try {
      template.body(this, data);
    } catch (error) {
      throw this.#located(error);
    } finally {
      this.#template = executing;
    }
    this.variables = variables;
    this.dotType = dotType;
  }

  include(name: string, data: GoValue): string {
    const template = this.#set.find(name);
    if (template === undefined) throw new GoFailure(noTemplate(name));
    return this.execute(template, data);
  }

  tpl(text: string, data: GoValue): string {
    const outer = this.#set;
    this.#set = new TemplateSet(outer.functions, outer);
    const output = this.#tpl(text, data);
    this.#set = outer;
    return output.replaceAll("<no value>", "");
  }

  #tpl(text: string, data: GoValue): string {
    const set = this.#set;
    this.step(text.length / 64);
    const templates = attempt(
      `cannot parse template ${quote(text)}`,
      () => compileFile(SET_NAME, text, set.functions),
    );
    set.add(templates);
    const main = templates.at(-1) as Template;
    return attempt(
      `error during tpl function execution for ${quote(text)}`,
      () => this.execute(main, data),
    );
  }

  lookup(): GoMap {
    this.usesLookup = true;
    return {};
  }

  step(count = 1): void {
    this.budget.step(count);
  }

  /**
   * Writes to the output.
   *
   * @param text What to write.
   */
  write(text: string): void {
    this.budget.write(text.length);
    this.#output += text;
  }

  /**
   * Finds the newest variable of a name.
   *
   * @param name The name, with its `$`.
   * @returns The variable.
   */
  variable(name: string): Variable {
    const { variables } = this;
    if (variables.length > MANY) this.step(variables.length / MANY);
    for (let at = variables.length - 1; at >= 0; at--) {
      const variable = variables[at] as Variable;
      if (variable.name === name) return variable;
    }
    return this.fail(`undefined variable: ${name}`);
  }

  /**
   * Ends the execution at the node that is being evaluated.
   *
   * @param detail What is wrong.
   * @param cause The error that says so.
   */
  fail(detail: string, cause?: unknown): never {
    throw executionError(this.#incident(detail, "execution", cause));
  }

  /** A bound is reached in the template that is being executed then. */
  #located(error: unknown): unknown {
    const detail = limitDetail(error);
    return detail === undefined
      ? error
      : executionError(this.#incident(detail, "limit", error));
  }

  #incident(
    detail: string,
    code: Incident["code"],
    cause: unknown,
  ): Incident {
    return { executing: this.#template, node: this.node, detail, code, cause };
  }
}

/**
 * Says that a template is not in the set, in Go's words.
 *
 * @param name The template's name.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   noTemplate("x"),
 *   'template: no template "x" associated with template "gotpl"',
 * );
 * ```
 */
export function noTemplate(name: string): string {
  return `template: no template ${quote(name)} associated with template ${
    quote(SET_NAME)
  }`;
}

/** Says what was being done when a template failed; limits pass through. */
function attempt<Result>(what: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof GoTemplateError) || error.code === "limit") {
      throw error;
    }
    throw new GoFailure(`${what}: ${error.message}`, { cause: error });
  }
}

/** What an error says of a bound, be it ours or the engine's. */
function limitDetail(error: unknown): string | undefined {
  if (error instanceof LimitReached) return error.message;
  return error instanceof RangeError
    ? "template limit exceeded: stack or memory"
    : undefined;
}
