/**
 * Parses pipelines and their commands.
 *
 * @module
 */

import type { CommandNode, Operand, PipeNode, VariableNode } from "./node.ts";
import { parseOperand, variableNode } from "./parse_operand.ts";
import type { ParseState } from "./parse_state.ts";
import type { TokenKind } from "./token.ts";

const OPERANDS: ReadonlySet<TokenKind> = new Set([
  "bool",
  "character constant",
  "complex",
  ".",
  "field",
  "identifier",
  "number",
  "nil",
  "raw string",
  "string",
  "variable",
  "left paren",
]);

const NOT_EXECUTABLE: ReadonlySet<Operand["kind"]> = new Set([
  "bool",
  "dot",
  "nil",
  "number",
  "string",
]);

/**
 * Parses a pipeline with the token that ends it.
 *
 * @param state The parse.
 * @param context What the pipeline belongs to, for errors.
 * @param end What ends it.
 * @returns The pipeline.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parse } from "./parser.ts";
 * const [definition] = parse("t", "{{ $a := .b }}", new Map());
 * assertEquals(definition?.body.map((node) => node.kind), ["action"]);
 * ```
 */
export function parsePipeline(
  state: ParseState,
  context: string,
  end: TokenKind,
): PipeNode {
  const { cursor, source } = state;
  const { position } = cursor.peekNonSpace();
  const { variables, assigns } = parseVariables(state, context);
  const commands: CommandNode[] = [];
  for (;;) {
    const token = cursor.nextNonSpace();
    if (token.kind === end) break;
    if (!OPERANDS.has(token.kind)) {
      cursor.unexpected(token, context, state.actionLine);
    }
    cursor.index--;
    commands.push(parseCommand(state));
  }
  checkCommands(state, commands, context);
  return { kind: "pipe", assigns, variables, commands, source, position };
}

function parseVariables(state: ParseState, context: string) {
  const { cursor } = state;
  const variables: VariableNode[] = [];
  for (;;) {
    const token = cursor.peekNonSpace();
    const start = cursor.index;
    if (token.kind !== "variable") return { variables, assigns: false };
    cursor.next();
    const next = cursor.peekNonSpace();
    const isComma = next.kind === "char" && next.text === ",";
    if (next.kind !== "assign" && next.kind !== "declare" && !isComma) {
      cursor.index = start;
      return { variables, assigns: false };
    }
    cursor.nextNonSpace();
    variables.push(variableNode(state, token));
    state.variables.push(token.text);
    if (!isComma) return { variables, assigns: next.kind === "assign" };
    checkComma(state, context, variables.length);
  }
}

/** Only a range takes two variables. */
function checkComma(state: ParseState, context: string, count: number): void {
  const { cursor } = state;
  if (context !== "range" || count >= 2) {
    cursor.fail(`too many declarations in ${context}`);
  }
  const { kind } = cursor.peekNonSpace();
  if (kind !== "variable" && kind !== "right" && kind !== "right paren") {
    cursor.fail("range can only initialize variables");
  }
}

function checkCommands(
  state: ParseState,
  commands: readonly CommandNode[],
  context: string,
): void {
  if (commands.length === 0) state.cursor.fail(`missing value for ${context}`);
  commands.forEach(({ operands: [first] }, index) => {
    if (index > 0 && NOT_EXECUTABLE.has(first.kind)) {
      const stage = index + 1;
      state.cursor.fail(`non executable command in pipeline stage ${stage}`);
    }
  });
}

function parseCommand(state: ParseState): CommandNode {
  const { cursor, source } = state;
  const { position } = cursor.peekNonSpace();
  const operands: Operand[] = [];
  for (;;) {
    cursor.peekNonSpace();
    const operand = parseOperand(state);
    if (operand !== undefined) operands.push(operand);
    const token = cursor.next();
    if (token.kind === "space") continue;
    if (token.kind === "right" || token.kind === "right paren") cursor.index--;
    else if (token.kind !== "pipe") {
      cursor.unexpected(token, "operand", state.actionLine);
    }
    break;
  }
  const [first, ...others] = operands;
  if (first === undefined) return cursor.fail("empty command");
  return { kind: "command", operands: [first, ...others], source, position };
}
