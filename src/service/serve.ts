/**
 * The service: the loop that renders, the one that previews, and what is
 * served over HTTP.
 *
 * @module
 */

import { encodeHex } from "@std/encoding";
import { join } from "@std/path";
import { initRepository } from "../git/mod.ts";
import type { ConfiguredForge } from "./forge/open_configured_forge.ts";
import { Hints } from "./hints.ts";
import { makeApp } from "./http/app.ts";
import { PreviewStore } from "./preview/store.ts";
import type { ToldPreview } from "./preview/tell_preview.ts";
import { watchPreviews } from "./preview/watch_previews.ts";
import { Pulse } from "./pulse.ts";
import type { SandboxLimits } from "./sandbox/limits.ts";
import { type WatchOptions, watchRepository } from "./watch.ts";

/** A loop that was not done for so many intervals is in trouble. */
const INTERVALS = 3;
/** A large fleet takes its time, most of all the first. */
const GRACE_MS = 600_000;

const RENDER = "render the dry branch";
const PREVIEW = "look at the pull requests";

/** How the service runs. */
export interface ServeRepositoryOptions extends Omit<WatchOptions, "hints"> {
  /** Where mirrors, and what was made of pull requests, are kept. */
  readonly cache: string;
  /** Left out, pull requests are not looked at. */
  readonly forge?: ConfiguredForge | undefined;
  /** Where to listen; left out, nothing is served. */
  readonly listen?: Deno.TcpListenOptions | undefined;
  /** How people reach what is served; left out, nothing links to it. */
  readonly publicUrl?: string | undefined;
  /** How much the render of a pull request may take. */
  readonly limits?: SandboxLimits | undefined;
  /** Told where it listens. */
  readonly onListen?: (url: string) => void;
  readonly onPreview?: (told: ToldPreview) => void;
}

/**
 * Runs the service until the signal ends it; what is under way over HTTP is
 * answered to the end.
 *
 * @param options What to watch, and where to listen.
 */
export async function serveRepository(
  options: ServeRepositoryOptions,
): Promise<void> {
  const { forge, intervalMs, signal } = options;
  const directory = await directoryOf(options);
  const store = new PreviewStore(join(directory, "pages"));
  const hints = { render: new Hints(), preview: new Hints() };
  const pulse = new Pulse(forge === undefined ? [RENDER] : [RENDER, PREVIEW]);
  const app = makeApp({
    webhooks: forge?.webhooks,
    store,
    builtIn: options.builtIn,
    hints: Object.values(hints),
    trouble: () => pulse.trouble(INTERVALS * intervalMs + GRACE_MS),
  });
  await using server = listen(options, (request) => app.fetch(request));
  if (server.url !== undefined) options.onListen?.(server.url);
  await Promise.all([
    watchRepository({
      ...options,
      hints: hints.render,
      onLook: () => pulse.beat(RENDER),
    }),
    forge === undefined ? undefined : watchPreviews({
      workspace: {
        ...options,
        repository: await initRepository(join(directory, "objects.git")),
      },
      forge,
      store,
      publicUrl: options.publicUrl,
      intervalMs,
      hints: hints.preview,
      signal,
      onLook: () => pulse.beat(PREVIEW),
      onPreview: (told) => options.onPreview?.(told),
      onFailure: options.onFailure,
    }),
  ]);
}

/** A directory for the previews of one branch of one repository. */
async function directoryOf(
  { cache, remote, branch }: ServeRepositoryOptions,
): Promise<string> {
  const name = new TextEncoder().encode(`${remote.url} ${branch}`);
  const digest = encodeHex(await crypto.subtle.digest("SHA-256", name));
  return join(cache, "previews", digest.slice(0, 32));
}

interface Listening extends AsyncDisposable {
  readonly url?: string;
}

function listen(
  { listen }: ServeRepositoryOptions,
  handler: (request: Request) => Response | Promise<Response>,
): Listening {
  if (listen === undefined) return { async [Symbol.asyncDispose]() {} };
  const server = Deno.serve({ ...listen, onListen: () => {} }, handler);
  const { hostname, port } = server.addr;
  const host = hostname.includes(":") ? `[${hostname}]` : hostname;
  return {
    url: `http://${host}:${port}`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
