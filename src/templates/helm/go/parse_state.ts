/**
 * What the parser keeps in mind.
 *
 * @module
 */

import type { Cursor } from "./cursor.ts";
import type { Definition, SourceText } from "./node.ts";

/** How deep blocks and parentheses may nest; more might exhaust the stack. */
export const MAX_NESTING = 300;

/** What all definitions of a file share. */
export interface FileState {
  readonly cursor: Cursor;
  readonly source: SourceText;
  readonly functions: ReadonlyMap<string, unknown>;
  readonly definitions: Map<string, Definition>;
  nesting: number;
}

/** What belongs to one definition. */
export interface ParseState {
  readonly file: FileState;
  readonly cursor: Cursor;
  readonly source: SourceText;
  /** The variables that are declared here. */
  readonly variables: string[];
  rangeDepth: number;
  /** The line of the action that is being read; 0 outside one. */
  actionLine: number;
}

/**
 * Begins a definition.
 *
 * @param file The file that it stands in.
 * @returns A state without variables but `$`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Cursor } from "./cursor.ts";
 * const source = { name: "t", text: "" };
 * const state = beginDefinition({
 *   cursor: new Cursor("t", []),
 *   source,
 *   functions: new Map(),
 *   definitions: new Map(),
 *   nesting: 0,
 * });
 * assertEquals(state.variables, ["$"]);
 * ```
 */
export function beginDefinition(file: FileState): ParseState {
  const { cursor, source } = file;
  const variables = ["$"];
  return { file, cursor, source, variables, rangeDepth: 0, actionLine: 0 };
}

/** Parses something that may nest, within the bounds. */
export function nested<Result>(
  state: ParseState,
  parse: (state: ParseState) => Result,
): Result {
  const { file } = state;
  if (file.nesting >= MAX_NESTING) {
    state.cursor.fail("max expression depth exceeded");
  }
  file.nesting++;
  const result = parse(state);
  file.nesting--;
  return result;
}
