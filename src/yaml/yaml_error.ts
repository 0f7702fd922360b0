/**
 * The error of text that is not YAML, or not the YAML that Kubernetes reads.
 *
 * @module
 */

import type { Position } from "../model/origin.ts";

/** What is wrong with a text, and where. */
export interface YamlProblem {
  /** What is wrong, by the error-message grammar. */
  readonly message: string;
  /** Where in the text, in UTF-16 code units from 0. */
  readonly offset: number;
  /** How to put it right. */
  readonly remedy?: string | undefined;
  /** Whether a bound was exceeded; the text as such may be sound. */
  readonly tooLarge?: boolean;
}

/**
 * Text that cannot be read, with the place and a way out.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const error = new YamlError({ message: "Cannot read it", offset: 5 }, "a: 1\nb");
 * assertEquals([error.line, error.column], [2, 1]);
 * ```
 */
export class YamlError extends SyntaxError {
  /** What is wrong; its offset counts in the text that was read. */
  readonly problem: YamlProblem;
  /** The line, from 1. */
  readonly line: number;
  /** The column, from 1, in UTF-16 code units. */
  readonly column: number;

  /**
   * @param problem What is wrong.
   * @param text The text that the problem's offset counts in.
   */
  constructor(problem: YamlProblem, text: string) {
    super(problem.message);
    this.name = "YamlError";
    this.problem = problem;
    const { line, column } = positionAt(text, problem.offset);
    this.line = line;
    this.column = column;
  }
}

/**
 * The line and column of an offset.
 *
 * @param text The text.
 * @param offset The offset, in UTF-16 code units from 0.
 * @returns The position; LF, CR LF and CR each end a line.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(positionAt("a: 1\r\nb: 2", 9), { line: 2, column: 4 });
 * ```
 */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n?|\n/g)) {
    if (index + lineBreak.length > offset) break;
    line++;
    lineStart = index + lineBreak.length;
  }
  return { line, column: Math.max(offset - lineStart, 0) + 1 };
}
