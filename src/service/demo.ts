/**
 * The whole thing on this machine: a sample repository, rendered and served.
 *
 * @module
 */

import { join } from "@std/path";
import {
  branchRef,
  commitTree,
  initRepository,
  listTree,
  openRemote,
  type Person,
  pushRefs,
  type Remote,
  type Repository,
  resolveCommit,
  smartHttp,
  writeTree,
} from "../git/mod.ts";
import type { TreeEntry } from "../tree/mod.ts";
import { readBuiltInTemplates } from "./built_in.ts";
import { Hints } from "./hints.ts";
import {
  renderRepository,
  type RepositoryOutcome,
} from "./render_repository.ts";
import { watchRepository } from "./watch.ts";

const SAMPLE = new URL("../../fixtures/demo/", import.meta.url);
const PATH = "fleet.git";
const BRANCH = "main";
const RENDERED = "rendered";
const LOOK_MS = 30_000;

const AUTHOR: Person = {
  name: "Demo",
  email: "demo@example.com",
  date: { seconds: 1_767_225_600, offset: "+0000" },
};

/** A sample repository on this machine. */
export interface DemoRepository {
  /** The bare repository that is served. */
  readonly served: Repository;
  /** Where k0render keeps its objects. */
  readonly mirror: Repository;
}

/** How the demo is served. */
export interface ServeDemoOptions {
  /** The port on loopback; 0 takes a free one. */
  readonly port: number;
  readonly signal: AbortSignal;
  /** Told the address to clone from, once it can be cloned. */
  readonly onListen: (url: string) => void;
  readonly onRender: (outcome: RepositoryOutcome) => void;
  readonly onFailure: (reason: string) => void;
}

/**
 * Makes the sample repository.
 *
 * @param directory Where to.
 * @returns The repository, with its definitions on `main`.
 */
export async function makeDemoRepository(
  directory: string,
): Promise<DemoRepository> {
  const served = await initRepository(join(directory, PATH), {
    branch: BRANCH,
  });
  const mirror = await initRepository(join(directory, "mirror.git"));
  const commit = await commitTree(mirror, {
    tree: await writeTree(mirror, sampleFiles(SAMPLE, "")),
    parents: [],
    author: AUTHOR,
    subject: "Define three clusters",
  });
  const outcome = await pushRefs(mirror, localRemote(served), {
    updates: [{ ref: branchRef(BRANCH), oid: commit, expected: undefined }],
  });
  if (outcome.kind === "pushed") return { served, mirror };
  throw new Error(`Cannot make the sample repository: ${outcome.kind}`);
}

/**
 * Renders the sample repository once.
 *
 * @param demo The sample repository.
 * @returns What became of it.
 */
export async function renderDemo(
  demo: DemoRepository,
): Promise<RepositoryOutcome> {
  return await renderRepository({
    repository: demo.mirror,
    remote: localRemote(demo.served),
    branch: BRANCH,
    builtIn: await readBuiltInTemplates(),
  });
}

/**
 * Lists what was rendered.
 *
 * @param demo The sample repository.
 * @returns The paths on the rendered branch; none before the first render.
 */
export async function listRendered(demo: DemoRepository): Promise<string[]> {
  const head = await resolveCommit(demo.served, branchRef(RENDERED));
  if (head === undefined) return [];
  const paths = [];
  for await (const { path, type } of listTree(demo.served, head)) {
    if (type === "blob") paths.push(path);
  }
  return paths;
}

/**
 * Serves the sample repository over smart HTTP on loopback, and renders it
 * again whenever somebody pushes to it.
 *
 * @param demo The sample repository.
 * @param options The port, and who is told what happens.
 */
export async function serveDemo(
  demo: DemoRepository,
  options: ServeDemoOptions,
): Promise<void> {
  const { signal, onListen, ...rest } = options;
  const hints = new Hints();
  const handler = smartHttp({
    repositories: new Map([[PATH, {
      directory: demo.served.directory,
      writable: true,
    }]]),
    onPush: () => hints.give(),
  });
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: options.port,
    signal,
    onListen: () => {},
  }, handler);
  const url = `http://127.0.0.1:${server.addr.port}/${PATH}`;
  onListen(url);
  await watchRepository({
    ...rest,
    repository: demo.mirror,
    remote: remoteAt(url),
    branch: BRANCH,
    builtIn: await readBuiltInTemplates(),
    intervalMs: LOOK_MS,
    hints,
    signal,
  });
  await server.finished;
}

async function* sampleFiles(
  directory: URL,
  prefix: string,
): AsyncGenerator<TreeEntry> {
  for await (const { name, isDirectory } of Deno.readDir(directory)) {
    const path = `${prefix}${name}`;
    if (isDirectory) {
      yield* sampleFiles(new URL(`${name}/`, directory), `${path}/`);
    } else {
      const text = await Deno.readTextFile(new URL(name, directory));
      yield { kind: "file", path, text };
    }
  }
}

function localRemote(repository: Repository): Remote {
  return remoteAt(repository.directory);
}

function remoteAt(address: string): Remote {
  const outcome = openRemote(address);
  if (outcome.kind === "remote") return outcome.remote;
  throw new Error(outcome.reason);
}
