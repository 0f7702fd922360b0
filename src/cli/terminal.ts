/**
 * Where a command writes to.
 *
 * @module
 */

/** Standard output for results, standard error for progress and logs. */
export interface Terminal {
  /** Writes a result. */
  out(text: string): void;
  /** Writes progress or a log line. */
  err(text: string): void;
  /** Whether results may have colours. */
  readonly colour: boolean;
  /** Whether somebody watches the progress. */
  readonly interactive: boolean;
}

/**
 * The terminal of this process. Colours are for terminals only, and NO_COLOR
 * turns them off.
 *
 * @returns The terminal.
 *
 * @example
 * ```ts
 * systemTerminal().err("");
 * ```
 */
export function systemTerminal(): Terminal {
  return {
    out: (text) => write(Deno.stdout, text),
    err: (text) => write(Deno.stderr, text),
    colour: Deno.stdout.isTerminal() && !Deno.noColor,
    interactive: Deno.stderr.isTerminal(),
  };
}

function write(
  stream: { writeSync(bytes: Uint8Array): number },
  text: string,
): void {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length;) {
    at += stream.writeSync(bytes.subarray(at));
  }
}
