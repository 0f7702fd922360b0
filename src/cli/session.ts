/**
 * What all commands work with.
 *
 * @module
 */

import { EXIT, type ExitCode } from "./exit_code.ts";
import type { Terminal } from "./terminal.ts";

/** What all commands work with, and the exit code that they leave behind. */
export interface Session {
  readonly terminal: Terminal;
  /** Ends what runs until it is told to stop. */
  readonly signal: AbortSignal;
  exitCode: ExitCode;
}

/**
 * Says why a command cannot do its work.
 *
 * @param session The command's session.
 * @param reason Why, by the error-message grammar.
 * @param code The exit code.
 * @returns Nothing, so that a command can end with it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const session: Session = {
 *   terminal: { out() {}, err() {}, colour: false, interactive: false },
 *   signal: new AbortController().signal,
 *   exitCode: 0,
 * };
 * fail(session, "Cannot do it");
 * assertEquals(session.exitCode, 1);
 * ```
 */
export function fail(
  session: Session,
  reason: string,
  code: ExitCode = EXIT.errors,
): undefined {
  session.terminal.err(`error: ${reason}\n`);
  session.exitCode = code;
  return undefined;
}
