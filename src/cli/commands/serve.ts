import { Command, InvalidArgumentError } from "commander";
import {
  DEFAULT_BRANCH,
  openRepository,
  readBuiltInTemplates,
  watchRepository,
} from "../../service/mod.ts";
import { EXIT } from "../exit_code.ts";
import { renderLog } from "../render_log.ts";
import type { Session } from "../session.ts";
import { loadSigningKey } from "../signing_key.ts";
import {
  addressOf,
  overridesOf,
  type SourceOptions,
  withSourceOptions,
} from "../source_options.ts";

interface ServeOptions extends SourceOptions {
  readonly interval: number;
  readonly signingKey?: string;
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
  const key = await loadSigningKey(options.signingKey);
  const opened = await openRepository(addressOf(options, session));
  if (key.kind === "unusable" || opened.kind === "unreadable") {
    const reason = key.kind === "unusable" ? key.reason : "";
    const other = opened.kind === "unreadable" ? opened.reason : "";
    terminal.err(`error: ${reason || other}\n`);
    session.exitCode = EXIT.errors;
    return;
  }
  terminal.err(
    `Watching ${opened.remote.url} every ${options.interval} seconds\n`,
  );
  await watchRepository({
    repository: opened.repository,
    remote: opened.remote,
    branch: options.ref ?? DEFAULT_BRANCH,
    builtIn: await readBuiltInTemplates(),
    overrides: overridesOf(options),
    environment: options.environment,
    signingKey: key.key,
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
