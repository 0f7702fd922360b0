/**
 * What the tests of this room have in common: real repositories, made by plain
 * git and not by what is tested.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import { dirname } from "@std/path";
import { openRemote, type Remote } from "./remote.ts";
import type { RemoteOptions } from "./remote_access.ts";
import type { Person } from "./person.ts";
import { smartHttp, type SmartHttpOptions } from "./smart_http.ts";

/** The author of everything that tests commit. */
export const AUTHOR: Person = {
  name: "Ada Lovelace",
  email: "ada@example.com",
  date: { seconds: 1_700_000_000, offset: "+0100" },
};

/** Runs a test in a directory of its own. */
export async function temporary(
  test: (root: string) => Promise<void>,
): Promise<void> {
  const root = await Deno.makeTempDir({ prefix: "k0render-git-" });
  try {
    await test(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

/** How plain git is run. */
export interface PlainGitOptions {
  readonly env?: Record<string, string>;
  readonly input?: string | Uint8Array<ArrayBuffer>;
}

/** Runs plain git in a directory, and returns what it prints. */
export async function plainGit(
  directory: string,
  args: readonly string[],
  options: PlainGitOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await tryPlainGit(directory, args, options);
  assertEquals(code, 0, `git ${args.join(" ")}: ${stderr}`);
  return stdout;
}

/** Runs plain git where it may fail. */
export async function tryPlainGit(
  directory: string,
  args: readonly string[],
  options: PlainGitOptions = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = new Deno.Command("git", {
    args: ["-C", directory, ...args],
    env: {
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_TERMINAL_PROMPT: "0",
      GIT_AUTHOR_NAME: AUTHOR.name,
      GIT_AUTHOR_EMAIL: AUTHOR.email,
      GIT_AUTHOR_DATE: "1700000000 +0100",
      GIT_COMMITTER_NAME: "Grace Hopper",
      GIT_COMMITTER_EMAIL: "grace@example.com",
      GIT_COMMITTER_DATE: "1700000001 +0200",
      ...options.env,
    },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  const { input = "" } = options;
  const bytes = typeof input === "string"
    ? new TextEncoder().encode(input)
    : input;
  await writer.write(bytes).catch(() => {});
  await writer.close().catch(() => {});
  const { code, stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  return {
    code,
    stdout: decoder.decode(stdout).trimEnd(),
    stderr: decoder.decode(stderr),
  };
}

/** Makes a bare repository with plain git. */
export async function bareRepository(directory: string): Promise<string> {
  await Deno.mkdir(directory, { recursive: true });
  await plainGit(directory, ["init", "--quiet", "--bare", "-b", "main"]);
  return directory;
}

/** Makes a repository with a work tree. */
export async function workTree(directory: string): Promise<string> {
  await Deno.mkdir(directory, { recursive: true });
  await plainGit(directory, ["init", "--quiet", "-b", "main"]);
  return directory;
}

/** Commits files in a work tree, and returns the commit. */
export async function commitFiles(
  directory: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  message = "Change files",
): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    const file = `${directory}/${path}`;
    await Deno.mkdir(dirname(file), { recursive: true });
    if (typeof content === "string") await Deno.writeTextFile(file, content);
    else await Deno.writeFile(file, content);
  }
  await plainGit(directory, ["add", "--all"]);
  await plainGit(directory, [
    "commit",
    "--quiet",
    "--allow-empty",
    "-m",
    message,
  ]);
  return await plainGit(directory, ["rev-parse", "HEAD"]);
}

/** All refs of a repository, as plain git lists them. */
export function refsOf(directory: string): Promise<string> {
  return plainGit(directory, [
    "for-each-ref",
    "--format=%(refname) %(objectname)",
  ]);
}

/** A remote that must be fine. */
export function remoteAt(address: string, options: RemoteOptions = {}): Remote {
  const outcome = openRemote(address, options);
  assert(outcome.kind === "remote");
  return outcome.remote;
}

/** Runs a test against a handler on a loopback port. */
export async function serving(
  handler: (request: Request) => Response | Promise<Response>,
  test: (origin: string) => Promise<void>,
): Promise<void> {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    handler,
  );
  try {
    await test(`http://127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}

/** What a test of serving works with. */
export interface Fleet {
  readonly root: string;
  /** The repository that is served, read-only. */
  readonly work: string;
  readonly head: string;
  readonly url: string;
}

/** Runs a test against a repository of two commits, served read-only. */
export async function withFleet(
  test: (fleet: Fleet) => Promise<void>,
  options: Partial<SmartHttpOptions> = {},
): Promise<void> {
  await temporary(async (root) => {
    const work = await workTree(`${root}/work`);
    await commitFiles(work, { "a.yaml": "a: 1\n", "b/c.yaml": "c: 1\n" });
    const head = await commitFiles(work, { "a.yaml": "a: 2\n" });
    const repositories = new Map([["fleet.git", {
      directory: `${work}/.git`,
    }]]);
    await serving(smartHttp({ repositories, ...options }), async (origin) => {
      await test({ root, work, head, url: `${origin}/fleet.git` });
    });
  });
}
