import { Command, InvalidArgumentError } from "commander";
import {
  type ConfiguredForge,
  openConfiguredForge,
  readServiceConfig,
  serveRepository,
  type ToldPreview,
} from "../../service/mod.ts";
import { type CommitOptions, commitSettings } from "../commit_settings.ts";
import { renderLog } from "../render_log.ts";
import { fail, type Session } from "../session.ts";
import { withSourceOptions } from "../source_options.ts";

interface ServeOptions extends CommitOptions {
  readonly interval: number;
  readonly listen?: Deno.TcpListenOptions;
  readonly publicUrl?: string;
}

/**
 * `k0render serve`: watches a repository and renders it whenever its branches
 * are not what the last render left behind; and tells of each pull request
 * what it does.
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
    .option(
      "--listen <address>",
      "answer webhooks and serve pages here, such as 127.0.0.1:8080",
      address,
    )
    .option("--public-url <url>", "how people reach the pages", webUrl)
    .action((options: ServeOptions) => serve(session, options));
}

async function serve(session: Session, options: ServeOptions): Promise<void> {
  const { terminal, signal } = session;
  const { listen, publicUrl, cache } = options;
  const settings = await commitSettings(session, options);
  if (settings === undefined) return;
  const { forge } = await readServiceConfig(options.serviceConfig);
  let configured: ConfiguredForge | undefined;
  try {
    configured = forge && await openConfiguredForge(forge, {
      remote: settings.remote,
      signal,
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail(session, error.message);
  }
  terminal.err(
    `Watching ${settings.remote.url} every ${options.interval} seconds\n`,
  );
  await serveRepository({
    ...settings,
    cache,
    forge: configured,
    listen,
    publicUrl,
    intervalMs: options.interval * 1000,
    signal,
    onListen: (url) => terminal.err(`Listening on ${url}\n`),
    onRender: (outcome) => terminal.err(renderLog(outcome, terminal)),
    onPreview: (told) => terminal.err(previewLine(told)),
    onFailure: (reason) => terminal.err(`error: ${reason}\n`),
  });
}

function previewLine({ pullRequest, preview, ms }: ToldPreview): string {
  const head = preview.head.slice(0, 12);
  return `${head} previewed pull request ${pullRequest.id} in ${
    Math.round(ms)
  } ms\n`;
}

function seconds(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value >= 1) return value;
  throw new InvalidArgumentError("Give a number of seconds, at least 1");
}

function address(text: string): Deno.TcpListenOptions {
  const url = URL.parse(
    `http://${/^\d+$/.test(text) ? "127.0.0.1:" : ""}${text}`,
  );
  const port = /:(\d+)$/.exec(text)?.[1] ?? (/^\d+$/.test(text) ? text : "");
  if (url !== null && port !== "" && Number(port) <= 65_535) {
    return {
      hostname: url.hostname.replace(/^\[|\]$/g, ""),
      port: Number(port),
    };
  }
  throw new InvalidArgumentError("Give a host and a port, as 127.0.0.1:8080");
}

function webUrl(text: string): string {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return text;
  throw new InvalidArgumentError("Give a URL with https:// or http://");
}
