import { Command, InvalidArgumentError } from "commander";
import {
  type DemoRepository,
  listRendered,
  makeDemoRepository,
  renderDemo,
  serveDemo,
} from "../../service/mod.ts";
import { EXIT } from "../exit_code.ts";
import { renderLog } from "../render_log.ts";
import type { Session } from "../session.ts";

interface DemoOptions {
  readonly once?: boolean;
  readonly port: number;
}

/**
 * `k0render demo`: the whole thing on this machine.
 *
 * @param session What the command works with.
 * @returns The command.
 */
export function demoCommand(session: Session): Command {
  return new Command("demo")
    .description("a sample repository, rendered and served on this machine")
    .option("--once", "render, print the rendered tree, and exit")
    .option(
      "--port <port>",
      "the port on 127.0.0.1; 0 takes a free one",
      port,
      0,
    )
    .action((options: DemoOptions) => demo(session, options));
}

async function demo(session: Session, options: DemoOptions): Promise<void> {
  const directory = await Deno.makeTempDir({ prefix: "k0render-demo-" });
  try {
    const repository = await makeDemoRepository(directory);
    if (options.once) await renderOnce(session, repository);
    else await serve(session, { repository, port: options.port });
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

async function renderOnce(
  session: Session,
  repository: DemoRepository,
): Promise<void> {
  const { terminal } = session;
  const outcome = await renderDemo(repository);
  terminal.err(renderLog(outcome, terminal));
  for (const path of await listRendered(repository)) terminal.out(`${path}\n`);
  if (outcome.kind !== "rendered") session.exitCode = EXIT.errors;
}

async function serve(
  { terminal, signal }: Session,
  { repository, port }: { repository: DemoRepository; port: number },
): Promise<void> {
  let told = false;
  let url = "";
  await serveDemo(repository, {
    port,
    signal,
    onListen: (address) => url = address,
    onRender: (outcome) => {
      terminal.err(renderLog(outcome, terminal));
      if (!told) terminal.out(welcome(url));
      told = true;
    },
    onFailure: (reason) => terminal.err(`error: ${reason}\n`),
  });
}

function welcome(url: string): string {
  return `
The sample repository is at ${url}
  main      the definitions: three clusters, their credentials and services
  rendered  what Flux would apply

Try this in another terminal:

  git clone ${url} fleet && cd fleet
  git log --stat origin/rendered
  sed -i 's/workersNumber: 4/workersNumber: 6/' clusters/eu1.yaml
  git commit -am "Give eu1 two more workers" && git push
  git fetch && git diff origin/rendered~1 origin/rendered

Each push is rendered at once. Ctrl-C ends the demo.
`;
}

function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new InvalidArgumentError("Give a port from 0 to 65535");
}
