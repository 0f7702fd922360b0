/**
 * The program `k0render`.
 *
 * @module
 */

import { run } from "./program.ts";
import { systemTerminal } from "./terminal.ts";

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(name, () => stop.abort());
}
Deno.exit(
  await run(Deno.args, { terminal: systemTerminal(), signal: stop.signal }),
);
