/**
 * Parses texts, actions and blocks.
 *
 * @module
 */

import type { BranchNode, Statement } from "./node.ts";
import { readString } from "./parse_operand.ts";
import { parsePipeline } from "./parse_pipeline.ts";
import {
  addDefinition,
  beginDefinition,
  nested,
  type ParseState,
} from "./parse_state.ts";
import type { Token } from "./token.ts";

/** What ends a list of statements. */
export interface ListEnd {
  readonly kind: "end" | "else";
}

/**
 * Whether what was parsed ends the list it stands in.
 *
 * @param node What was parsed.
 * @returns Whether it is no statement but an end.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isListEnd({ kind: "end" }));
 * ```
 */
export function isListEnd(node: Statement | ListEnd): node is ListEnd {
  return node.kind === "end" || node.kind === "else";
}

/**
 * Parses statements up to the `end` or `else` that belongs to them.
 *
 * @param state The parse.
 * @returns The statements, and what ended them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parse } from "./parser.ts";
 * const [definition] = parse("t", "{{ if .a }}b{{ end }}", new Map());
 * assertEquals(definition?.body.map((node) => node.kind), ["if"]);
 * ```
 */
export function parseList(
  state: ParseState,
): { body: Statement[]; end: ListEnd["kind"] } {
  const { cursor } = state;
  const body: Statement[] = [];
  while (cursor.peekNonSpace().kind !== "EOF") {
    const node = parseStatement(state);
    if (isListEnd(node)) return { body, end: node.kind };
    body.push(node);
  }
  return cursor.fail("unexpected EOF");
}

/**
 * Parses one statement.
 *
 * @param state The parse.
 * @returns The statement, or the end of the list it would be in.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parse } from "./parser.ts";
 * const [definition] = parse("t", "text", new Map());
 * assertEquals(definition?.body.length, 1);
 * ```
 */
export function parseStatement(state: ParseState): Statement | ListEnd {
  const { cursor, source } = state;
  const token = cursor.nextNonSpace();
  if (token.kind === "text") {
    const { text, position } = token;
    return { kind: "text", text, source, position };
  }
  if (token.kind !== "left") {
    cursor.unexpected(token, "input", state.actionLine);
  }
  state.actionLine = token.line;
  const node = parseAction(state);
  state.actionLine = 0;
  return node;
}

function parseAction(state: ParseState): Statement | ListEnd {
  const { cursor, source } = state;
  const token = cursor.nextNonSpace();
  switch (token.kind) {
    case "block":
      return parseBlock(state);
    case "break":
    case "continue":
      return parseJump(state, token.kind, token);
    case "else":
      return parseElse(state);
    case "end":
      cursor.expect(["right"], "end", state.actionLine);
      return { kind: "end" };
    case "if":
    case "range":
    case "with":
      return parseBranch(state, token.kind);
    case "template":
      return parseTemplate(state);
  }
  cursor.index--;
  const { position } = cursor.peek();
  const pipe = parsePipeline(state, "command", "right");
  return { kind: "action", pipe, source, position };
}

function parseJump(
  state: ParseState,
  kind: "break" | "continue",
  { position }: Token,
): Statement {
  const { cursor, source } = state;
  cursor.expect(["right"], `{{${kind}}}`, state.actionLine);
  if (state.rangeDepth === 0) cursor.fail(`{{${kind}}} outside {{range}}`);
  return { kind, source, position };
}

/** The `if` of an `else if` is left for the branch to read. */
function parseElse(state: ParseState): ListEnd {
  const { kind } = state.cursor.peekNonSpace();
  if (kind !== "if" && kind !== "with") {
    state.cursor.expect(["right"], "else", state.actionLine);
  }
  return { kind: "else" };
}

function parseBranch(state: ParseState, kind: BranchNode["kind"]): BranchNode {
  return nested(state, () => {
    const known = state.variables.length;
    const branch = parseBranchParts(state, kind);
    state.variables.length = known;
    return branch;
  });
}

function parseBranchParts(
  state: ParseState,
  kind: BranchNode["kind"],
): BranchNode {
  const { source } = state;
  const pipe = parsePipeline(state, kind, "right");
  if (kind === "range") state.rangeDepth++;
  const { body, end } = parseList(state);
  if (kind === "range") state.rangeDepth--;
  const branch = { kind, pipe, body, source, position: pipe.position };
  if (end === "end") return branch;
  return { ...branch, otherwise: parseOtherwise(state, kind) };
}

function parseOtherwise(
  state: ParseState,
  kind: BranchNode["kind"],
): Statement[] {
  const { cursor } = state;
  if (kind !== "range" && cursor.peek().kind === kind) {
    cursor.next();
    return [parseBranch(state, kind)];
  }
  const { body, end } = parseList(state);
  if (end !== "end") cursor.fail(`expected end; found {{${end}}}`);
  return body;
}

function parseBlock(state: ParseState): Statement {
  const context = "block clause";
  const { cursor, source } = state;
  const token = cursor.nextNonSpace();
  const name = parseTemplateName(state, token, context);
  const pipe = parsePipeline(state, context, "right");
  const { position } = token;
  nested(state, () => {
    const inner = beginDefinition(state.file);
    const { body, end } = parseList(inner);
    if (end !== "end") cursor.fail(`unexpected {{${end}}} in ${context}`);
    addDefinition(inner, { name, body });
  });
  return { kind: "template", name, pipe, source, position };
}

function parseTemplate(state: ParseState): Statement {
  const context = "template clause";
  const { cursor, source } = state;
  const token = cursor.nextNonSpace();
  const name = parseTemplateName(state, token, context);
  const { position } = token;
  if (cursor.nextNonSpace().kind === "right") {
    return { kind: "template", name, source, position };
  }
  cursor.index--;
  const pipe = parsePipeline(state, context, "right");
  return { kind: "template", name, pipe, source, position };
}

function parseTemplateName(
  state: ParseState,
  token: Token,
  context: string,
): string {
  if (token.kind !== "string" && token.kind !== "raw string") {
    state.cursor.unexpected(token, context, state.actionLine);
  }
  return readString(state, token);
}
