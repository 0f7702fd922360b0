/**
 * Go's YAML packages as a judge: a program of our own, asked in JSON lines.
 *
 * @module
 */

import { GoProgram } from "./go_program.ts";

/** What to do with a text; tests/go/yaml/main.go says what each means. */
export interface GoQuestion {
  readonly do: "read" | "write" | "v2" | "v3";
  readonly text: string;
}

/** What Go made of it, or why it refused. */
export interface GoAnswer {
  readonly text: string;
  readonly error?: string;
}

/** The program, running. */
export type GoYaml = GoProgram<GoQuestion, GoAnswer>;

/** Builds the program and starts it. */
export function startGoYaml(): Promise<GoYaml> {
  return GoProgram.start("yaml");
}
