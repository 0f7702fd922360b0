/**
 * What compiling a statement needs besides the statement.
 *
 * @module
 */

import type { Value } from "../../model/mod.ts";
import type { Program } from "./ast.ts";
import type { ExpressionSite } from "./expression.ts";
import type { Template } from "./parse.ts";
import type { Run } from "./run.ts";

/** Writes to one evaluation, from its slots. */
export type Statement = (slots: Value[], run: Run) => void;

/** A template that can be evaluated. */
export interface Compiled {
  /** How many slots an evaluation needs. */
  readonly slots: number;
  readonly statement: Statement;
}

/** What a template writes: YAML, or a text that becomes one scalar. */
export type Mode = "yaml" | "text";

/** The place in a template at which a statement is compiled. */
export interface Site extends ExpressionSite {
  readonly template: Template;
  readonly mode: Mode;
  /** How many columns lines are moved to the left, within `#text`. */
  readonly dedent: number;
  /** Takes a slot that nothing else uses. */
  readonly takeSlot: () => number;
  /** Finds a partial; `undefined`, after reporting, where there is none. */
  readonly findPartial: (
    name: string,
    mode: Mode,
  ) => Compiled | "missing" | "circular";
  readonly compileProgram: (
    program: Program | undefined,
    site: Site,
  ) => Statement;
}
