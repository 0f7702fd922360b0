/**
 * A template's text while it is split into tokens.
 *
 * @module
 */

import type { Token, TokenKind } from "./token.ts";

/**
 * A text, how far it has been read, and the tokens found so far.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const source = new Source("a\nb", new Map());
 * source.emit("text", 2);
 * assertEquals(source.tokens, [{ kind: "text", text: "a\n", position: 0, line: 1 }]);
 * assertEquals(source.line, 2);
 * ```
 */
export class Source {
  readonly text: string;
  /** Names that are functions, so that they are no keywords. */
  readonly functions: ReadonlyMap<string, unknown>;
  readonly tokens: Token[] = [];
  #position = 0;
  #line = 1;
  #lineEnd: number;

  /**
   * Stands at the beginning of a text.
   *
   * @param text The text.
   * @param functions The functions that it may call.
   */
  constructor(text: string, functions: ReadonlyMap<string, unknown>) {
    this.text = text;
    this.functions = functions;
    this.#lineEnd = this.#lineEndAfter(0);
  }

  /**
   * How far the text has been read.
   *
   * @returns The position, in UTF-16 units.
   */
  get position(): number {
    return this.#position;
  }

  /**
   * The line of the position.
   *
   * @returns The line, from 1.
   */
  get line(): number {
    return this.#line;
  }

  /**
   * Adds the text from here to a position as one token.
   *
   * @param kind What it is.
   * @param end The position.
   * @returns That the scan goes on.
   */
  emit(kind: TokenKind, end: number): true {
    const { text, position, line } = this;
    this.tokens.push({ kind, text: text.slice(position, end), position, line });
    this.skipTo(end);
    return true;
  }

  /**
   * Ends the scan with an error.
   *
   * @param message What is wrong.
   * @returns That the scan is over.
   */
  fail(message: string): false {
    const { position, line } = this;
    this.tokens.push({ kind: "error", text: message, position, line });
    return false;
  }

  /**
   * Moves on, counting the lines that are passed.
   *
   * @param position Where to.
   */
  skipTo(position: number): void {
    while (this.#lineEnd < position) {
      this.#line++;
      this.#lineEnd = this.#lineEndAfter(this.#lineEnd + 1);
    }
    this.#position = position;
  }

  /** Searched for once a line, so that long lines cost no more than short. */
  #lineEndAfter(position: number): number {
    const found = this.text.indexOf("\n", position);
    return found === -1 ? this.text.length : found;
  }
}
