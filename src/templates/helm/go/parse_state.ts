/**
 * What the parser keeps in mind.
 *
 * @module
 */

import type { Cursor } from "./cursor.ts";
import { type Definition, isEmptyBody, type SourceText } from "./node.ts";
import { quote } from "./quote.ts";

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

/**
 * Parses something that may nest, within the bounds.
 *
 * @param state The parse.
 * @param parse What parses it.
 * @returns What was parsed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ ((1)) }}", {}), "1");
 * ```
 */
export function nested<Result>(
  { file, cursor }: ParseState,
  parse: () => Result,
): Result {
  if (file.nesting >= MAX_NESTING) {
    cursor.fail("max expression depth exceeded");
  }
  file.nesting++;
  const result = parse();
  file.nesting--;
  return result;
}

/**
 * Keeps a definition, unless that would give one name two meanings.
 *
 * @param state The parse.
 * @param definition The definition.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * const twice = '{{ define "x" }}a{{ end }}{{ define "x" }}b{{ end }}';
 * assertEquals(
 *   executeText(twice, {}),
 *   'template: t:1: template: multiple definition of template "x"',
 * );
 * ```
 */
export function addDefinition(
  { file, cursor }: ParseState,
  definition: Definition,
): void {
  const { definitions } = file;
  const known = definitions.get(definition.name);
  if (known === undefined || isEmptyBody(known.body)) {
    definitions.set(definition.name, definition);
  } else if (!isEmptyBody(definition.body)) {
    const name = quote(definition.name);
    cursor.fail(`template: multiple definition of template ${name}`);
  }
}
