/**
 * The command line.
 *
 * @module
 */

import { Command, CommanderError } from "commander";
import { checkGit } from "../git/mod.ts";
import { VERSION } from "../service/mod.ts";
import { chartsCommand } from "./commands/charts.ts";
import { demoCommand } from "./commands/demo.ts";
import { diffCommand } from "./commands/diff.ts";
import { explainCommand } from "./commands/explain.ts";
import { fluxCommand } from "./commands/flux.ts";
import { initCommand } from "./commands/init.ts";
import { renderCommand } from "./commands/render.ts";
import { serveCommand } from "./commands/serve.ts";
import { validateCommand } from "./commands/validate.ts";
import { EXIT, type ExitCode } from "./exit_code.ts";
import type { Session } from "./session.ts";
import type { Terminal } from "./terminal.ts";

const USE_GIT: ReadonlySet<string> = new Set([
  "render",
  "diff",
  "serve",
  "demo",
]);

const COMMANDS = [
  initCommand,
  validateCommand,
  renderCommand,
  diffCommand,
  explainCommand,
  chartsCommand,
  fluxCommand,
  serveCommand,
  demoCommand,
];

/** What a command line runs with. */
export interface RunOptions {
  readonly terminal: Terminal;
  /** Ends what runs until it is told to stop. */
  readonly signal: AbortSignal;
}

/**
 * Runs a command line.
 *
 * @param args The arguments, without the program's name.
 * @param options Where to write, and what ends the work.
 * @returns The exit code.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * let out = "";
 * const terminal = {
 *   out: (text: string) => { out += text; },
 *   err: () => {},
 *   colour: false,
 *   interactive: false,
 * };
 * const { signal } = new AbortController();
 * assertEquals(await run(["--help"], { terminal, signal }), 0);
 * assertEquals(await run(["rendr"], { terminal, signal }), 2);
 * ```
 */
export async function run(
  args: readonly string[],
  options: RunOptions,
): Promise<ExitCode> {
  const session: Session = { ...options, exitCode: EXIT.fine };
  try {
    await program(session).parseAsync([...args], { from: "user" });
    return session.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
    }
    if (options.signal.aborted) return EXIT.errors;
    options.terminal.err(`error: ${reasonOf(error)}\n`);
    return EXIT.errors;
  }
}

/** What keeps to the grammar is shown as it is; the rest gets an introduction. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith("Cannot ")) return message;
  const isSystem = Object.values(Deno.errors)
    .some((kind) => error instanceof kind);
  return isSystem
    ? `Cannot go on: the system says "${message}"`
    : `Cannot go on because of a bug in k0render, please report it: ${message}`;
}

/**
 * The program with all its commands, as `docs/reference/cli.md` describes it.
 *
 * @param session What the commands work with.
 * @returns The program.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const terminal = { out() {}, err() {}, colour: false, interactive: false };
 * const { signal } = new AbortController();
 * const { commands } = program({ terminal, signal, exitCode: 0 });
 * assert(commands.some((command) => command.name() === "validate"));
 * ```
 */
export function program(session: Session): Command {
  const { terminal } = session;
  const root = new Command("k0render")
    .description(
      "Renders k0rdent definitions into what Flux applies: Cluster API, Flux and Sveltos manifests on a branch.",
    )
    .version(VERSION)
    .showHelpAfterError("Run with --help for what there is");
  root.hook("preAction", (_root, command) => warnOfOldGit(command, terminal));
  for (const make of COMMANDS) root.addCommand(make(session));
  for (const command of withSubcommands(root)) {
    command.exitOverride().configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
      getOutHasColors: () => terminal.colour,
      getErrHasColors: () => terminal.colour,
    });
  }
  return root;
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

async function warnOfOldGit(
  command: Command,
  terminal: Terminal,
): Promise<void> {
  if (!USE_GIT.has(command.name())) return;
  const git = await checkGit();
  if (git.kind === "old") terminal.err(`warning: ${git.warning}\n`);
}
