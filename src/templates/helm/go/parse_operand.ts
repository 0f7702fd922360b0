/**
 * Parses operands: constants, fields, variables, function names, parentheses.
 *
 * @module
 */

import { describeNode } from "./describe_node.ts";
import type { Operand, VariableNode } from "./node.ts";
import { readConstant } from "./number_constant.ts";
import { nested, type ParseState } from "./parse_state.ts";
import { parsePipeline } from "./parse_pipeline.ts";
import { quote } from "./quote.ts";
import type { Token } from "./token.ts";
import { unquote } from "./unquote.ts";

/**
 * Parses a term and the fields that follow it.
 *
 * @param state The parse.
 * @returns The operand, or `undefined` where none begins here.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parse } from "./parser.ts";
 * const [body] = parse("t", "{{ .a.b }}", new Map());
 * assertEquals(body?.name, "t");
 * ```
 */
export function parseOperand(state: ParseState): Operand | undefined {
  const { cursor, source } = state;
  const node = parseTerm(state);
  if (node === undefined) return undefined;
  const { kind, position } = cursor.peek();
  if (kind !== "field") return node;
  const names: string[] = [];
  while (cursor.peek().kind === "field") {
    names.push(cursor.next().text.slice(1));
  }
  switch (node.kind) {
    case "field":
    case "variable":
      return { ...node, position, names: [...node.names, ...names] };
    case "bool":
    case "string":
    case "number":
    case "nil":
    case "dot":
      cursor.fail(`unexpected . after term ${quote(describeNode(node))}`);
  }
  return { kind: "chain", node, names, source, position };
}

function parseTerm(state: ParseState): Operand | undefined {
  const { cursor, source } = state;
  const token = cursor.nextNonSpace();
  const { position, text } = token;
  switch (token.kind) {
    case "identifier":
      if (!state.file.functions.has(text)) {
        cursor.fail(`function ${quote(text)} not defined`);
      }
      return { kind: "identifier", name: text, source, position };
    case ".":
      return { kind: "dot", source, position };
    case "nil":
      return { kind: "nil", source, position };
    case "variable":
      return useVariable(state, token);
    case "field":
      return { kind: "field", names: [text.slice(1)], source, position };
    case "bool":
      return { kind: "bool", value: text === "true", source, position };
    case "character constant":
    case "complex":
    case "number":
      return parseNumber(state, token);
    case "left paren":
      return nested(
        state,
        () => parsePipeline(state, "parenthesized pipeline", "right paren"),
      );
    case "string":
    case "raw string":
      return {
        kind: "string",
        quoted: text,
        text: readString(state, token),
        source,
        position,
      };
  }
  cursor.index--;
  return undefined;
}

function parseNumber(state: ParseState, { text, position }: Token): Operand {
  const constant = readConstant(text);
  if (typeof constant === "string") state.cursor.fail(constant);
  return { kind: "number", text, constant, source: state.source, position };
}

function useVariable(state: ParseState, token: Token): VariableNode {
  if (!state.variables.includes(token.text)) {
    state.cursor.fail(`undefined variable ${quote(token.text)}`);
  }
  return variableNode(state, token);
}

/**
 * The node of a variable.
 *
 * @param state The parse.
 * @param token The variable's name.
 * @returns The node.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ $ }}", "a"), "a");
 * ```
 */
export function variableNode(state: ParseState, token: Token): VariableNode {
  const { text, position } = token;
  return { kind: "variable", names: [text], source: state.source, position };
}

/**
 * The meaning of a string constant.
 *
 * @param state The parse, which ends where the constant is malformed.
 * @param token The constant.
 * @returns The string.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(executeText("{{ `a` }}", {}), "a");
 * ```
 */
export function readString(state: ParseState, { text }: Token): string {
  return unquote(text) ?? state.cursor.fail("invalid syntax");
}
