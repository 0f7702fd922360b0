/**
 * Goes through tokens, with as much looking ahead as is needed.
 *
 * @module
 */

import type { Token, TokenKind } from "./token.ts";
import { describeToken } from "./token.ts";
import { syntaxError } from "./template_error.ts";

/**
 * A place among the tokens of a template.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { scan } from "./lexer.ts";
 * const cursor = new Cursor("t", scan("a{{ 1 }}", new Map()));
 * assertEquals(cursor.next().text, "a");
 * assertEquals(cursor.peek().kind, "left");
 * ```
 */
export class Cursor {
  readonly #name: string;
  readonly #tokens: readonly Token[];
  #furthest = 0;
  /** The number of the token that comes next; may be set back. */
  index = 0;

  /**
   * Stands before the first token.
   *
   * @param name The template's name, for errors.
   * @param tokens Its tokens, of which there is at least one.
   */
  constructor(name: string, tokens: readonly Token[]) {
    this.#name = name;
    this.#tokens = tokens;
  }

  /**
   * Takes the next token.
   *
   * @returns The token; the last one again where there are no more.
   */
  next(): Token {
    const index = Math.min(this.index, this.#tokens.length - 1);
    this.#furthest = Math.max(this.#furthest, index);
    this.index = index + 1;
    return this.#tokens[index] as Token;
  }

  /**
   * Looks at the next token.
   *
   * @returns The token, which stays the next one.
   */
  peek(): Token {
    const { index } = this;
    const token = this.next();
    this.index = index;
    return token;
  }

  /**
   * Takes the next token that is not space.
   *
   * @returns The token.
   */
  nextNonSpace(): Token {
    for (;;) {
      const token = this.next();
      if (token.kind !== "space") return token;
    }
  }

  /**
   * Passes space, and looks at the token behind it.
   *
   * @returns The token, which is the next one now.
   */
  peekNonSpace(): Token {
    const token = this.nextNonSpace();
    this.index--;
    return token;
  }

  /**
   * Takes the next token that is not space, which must be of a kind.
   *
   * @param kinds The kinds that may stand here.
   * @param context What is being read, for the error.
   * @param actionLine Where the action began, for the error.
   * @returns The token.
   */
  expect(
    kinds: readonly TokenKind[],
    context: string,
    actionLine: number,
  ): Token {
    const token = this.nextNonSpace();
    if (!kinds.includes(token.kind)) {
      this.unexpected(token, context, actionLine);
    }
    return token;
  }

  /**
   * Refuses a token.
   *
   * @param token The token.
   * @param context What is being read.
   * @param actionLine Where the action began; 0 outside one.
   */
  unexpected(token: Token, context: string, actionLine: number): never {
    if (token.kind !== "error") {
      this.fail(`unexpected ${describeToken(token)} in ${context}`);
    }
    if (actionLine === 0 || actionLine === token.line) this.fail(token.text);
    const joint = token.text.endsWith(" action") ? "" : " in action";
    this.fail(`${token.text}${joint} started at ${this.#name}:${actionLine}`);
  }

  /**
   * Ends the parse with an error at the line that has been read up to.
   *
   * @param detail What is wrong.
   */
  fail(detail: string): never {
    const line = this.#tokens[this.#furthest]?.line ?? 1;
    throw syntaxError(this.#name, line, detail);
  }
}
