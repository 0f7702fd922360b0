import { Command, InvalidArgumentError } from "commander";
import { watchRepository } from "../../service/mod.ts";
import { type CommitOptions, commitSettings } from "../commit_settings.ts";
import { renderLog } from "../render_log.ts";
import type { Session } from "../session.ts";
import { withSourceOptions } from "../source_options.ts";

interface ServeOptions extends CommitOptions {
  readonly interval: number;
}

/**
 * `k0render serve`: watches a repository and renders it whenever its branches
 * are not what the last render left behind.
 *
 * @param session What the command works with.
 * @returns The command.
 */
export function serveCommand(session: Session): Command {
  return withSourceOptions(new Command("serve"))
    .description("watch a repository, and render it whenever it changes")
    .option(
      "--interval <seconds>",
      "how long to wait between two looks",
      seconds,
      60,
    )
    .option("--signing-key <file>", "sign commits with this OpenSSH key")
    .action((options: ServeOptions) => serve(session, options));
}

async function serve(session: Session, options: ServeOptions): Promise<void> {
  const { terminal, signal } = session;
  const settings = await commitSettings(session, options);
  if (settings === undefined) return;
  terminal.err(
    `Watching ${settings.remote.url} every ${options.interval} seconds\n`,
  );
  await watchRepository({
    ...settings,
    intervalMs: options.interval * 1000,
    signal,
    onRender: (outcome) => terminal.err(renderLog(outcome, terminal)),
    onFailure: (reason) => terminal.err(`error: ${reason}\n`),
  });
}

function seconds(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value >= 1) return value;
  throw new InvalidArgumentError("Give a number of seconds, at least 1");
}
