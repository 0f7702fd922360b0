/**
 * Helm's own engine as a judge of functions: a program of our own, asked in
 * JSON lines.
 *
 * @module
 */

import { GoProgram } from "./go_program.ts";

/** Values as JSON holds them. */
export type JsonMap = { readonly [key: string]: unknown };

/** A template and a chart's values; no template asks for all functions' names. */
export interface HelmQuestion {
  readonly template: string;
  readonly values: JsonMap;
}

/** What Helm made of it. */
export interface HelmAnswer {
  /** The bytes that were written, in base64; null where there are none. */
  readonly text: string | null;
  /** The names of all functions, where no template was given. */
  readonly names?: readonly string[];
  readonly error?: string;
}

/** The program, running. */
export type GoFunctions = GoProgram<HelmQuestion, HelmAnswer>;

/** Builds the program and starts it. */
export function startGoFunctions(): Promise<GoFunctions> {
  return GoProgram.start("functions");
}
