import type { ExitCode } from "./exit_code.ts";
import type { Terminal } from "./terminal.ts";

/** What all commands work with, and the exit code that they leave behind. */
export interface Session {
  readonly terminal: Terminal;
  /** Ends what runs until it is told to stop. */
  readonly signal: AbortSignal;
  exitCode: ExitCode;
}
