/**
 * Parses templates.
 *
 * @module
 */

import { Cursor } from "./cursor.ts";
import { scan } from "./lexer.ts";
import type { Definition, Statement } from "./node.ts";
import { readString } from "./parse_operand.ts";
import { isListEnd, parseList, parseStatement } from "./parse_statement.ts";
import {
  addDefinition,
  beginDefinition,
  type FileState,
  type ParseState,
} from "./parse_state.ts";

/**
 * Parses a template.
 *
 * @param name Its name, also for errors.
 * @param text The template.
 * @param functions The functions that it may call.
 * @returns What it defines, itself last.
 * @throws {GoTemplateError} If it is no template.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const found = parse("t", '{{ define "x" }}a{{ end }}b', new Map());
 * assertEquals(found.map((definition) => definition.name), ["x", "t"]);
 * ```
 */
export function parse(
  name: string,
  text: string,
  functions: ReadonlyMap<string, unknown>,
): readonly Definition[] {
  const file: FileState = {
    cursor: new Cursor(name, scan(text, functions)),
    source: { name, text },
    functions,
    definitions: new Map(),
    nesting: 0,
  };
  const state = beginDefinition(file);
  addDefinition(state, { name, body: parseFile(state) });
  return [...file.definitions.values()];
}

function parseFile(state: ParseState): Statement[] {
  const { cursor } = state;
  const body: Statement[] = [];
  while (cursor.peek().kind !== "EOF") {
    const start = cursor.index;
    if (
      cursor.next().kind === "left" && cursor.nextNonSpace().kind === "define"
    ) {
      parseDefinition(beginDefinition(state.file));
      continue;
    }
    cursor.index = start;
    const node = parseStatement(state);
    if (isListEnd(node)) return cursor.fail(`unexpected {{${node.kind}}}`);
    body.push(node);
  }
  return body;
}

function parseDefinition(state: ParseState): void {
  const context = "define clause";
  const { cursor } = state;
  const token = cursor.expect(["string", "raw string"], context, 0);
  const name = readString(state, token);
  cursor.expect(["right"], context, 0);
  const { body, end } = parseList(state);
  if (end !== "end") cursor.fail(`unexpected {{${end}}} in ${context}`);
  addDefinition(state, { name, body });
}
