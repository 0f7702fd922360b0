/**
 * The preview of a one-line change in a fleet whose dry branch is known: from
 * the hint that something happened to the body of the comment.
 *
 * @module
 */

import {
  commitTree,
  fetchHistory,
  initRepository,
  openRemote,
  pushRefs,
  type Remote,
  writeTree,
} from "../src/git/mod.ts";
import { renderComment } from "../src/preview/mod.ts";
import { readBuiltInTemplates } from "../src/service/mod.ts";
import { describePreview } from "../src/service/preview/describe.ts";
import { PreviewRenderer } from "../src/service/preview/renderer.ts";
import { fleet } from "./fleet.ts";
import { median } from "./median.ts";

/** What a preview took, in milliseconds; the medians of all rounds. */
export interface WarmPreview {
  readonly clusters: number;
  /** From the hint to the body of the comment. */
  readonly previewMs: number;
  /** Fetching the commit that is proposed. */
  readonly fetchMs: number;
  /** Of it, comparing what is rendered and finding causes. */
  readonly diffMs: number;
  /** Writing the comment. */
  readonly commentMs: number;
  /** The first time, when nothing is rendered yet. */
  readonly baseMs: number;
}

const AUTHOR = {
  name: "Bench",
  email: "bench@example.com",
  date: { seconds: 1_700_000_000, offset: "+0000" },
};

const COMMENT = {
  dialect: "github",
  characters: 65_000,
  bytes: 65_000,
} as const;

/**
 * Previews one change after the other, each by a process of its own that was
 * made ready before.
 *
 * @param options How many clusters, and how many changes.
 * @returns The medians.
 */
export async function warmPreview(
  options: { clusters: number; rounds: number },
): Promise<WarmPreview> {
  const directory = await Deno.makeTempDir({ prefix: "k0render-bench-" });
  try {
    const remote = remoteAt(`${directory}/fleet.git`);
    const heads = await makeChanges(remote, options);
    const repository = await initRepository(`${directory}/previews.git`);
    await using renderer = new PreviewRenderer({
      repository,
      remote,
      branch: "main",
      builtIn: await readBuiltInTemplates(),
    });
    const main = await fetchHistory(repository, remote, { revision: "main" });
    if (main.kind !== "fetched") throw new Error(main.reason);
    const begin = performance.now();
    await renderer.follow(main.oid);
    const baseMs = performance.now() - begin;
    const rounds: Round[] = [];
    for (const number of heads.keys()) {
      renderer.prepare();
      await renderer.ready();
      rounds.push(await previewOnce(renderer, { repository, remote, number }));
    }
    const middle = (pick: (round: Round) => number) => median(rounds.map(pick));
    return {
      clusters: options.clusters,
      previewMs: middle(({ previewMs }) => previewMs),
      fetchMs: middle(({ fetchMs }) => fetchMs),
      diffMs: middle(({ diffMs }) => diffMs),
      commentMs: middle(({ commentMs }) => commentMs),
      baseMs,
    };
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

type Round = Omit<WarmPreview, "clusters" | "baseMs">;

async function previewOnce(
  renderer: PreviewRenderer,
  { repository, remote, number }: {
    repository: { directory: string };
    remote: Remote;
    number: number;
  },
): Promise<Round> {
  const begin = performance.now();
  const fetched = await fetchHistory(repository, remote, {
    revision: `refs/pull/${number}/head`,
  });
  if (fetched.kind !== "fetched") throw new Error(fetched.reason);
  const fetchMs = performance.now() - begin;
  const outcome = await renderer.render({
    head: fetched.oid,
    isForeign: false,
  });
  const { base } = renderer;
  if (outcome.kind !== "rendered" || base === undefined) {
    throw new Error(`Cannot measure a preview that is "${outcome.kind}"`);
  }
  const written = performance.now();
  const preview = describePreview(outcome, {
    base,
    head: fetched.oid,
    links: { of: () => ({}) },
  });
  const body = renderComment(preview, COMMENT);
  const end = performance.now();
  if (!body.includes("edge-00500")) {
    throw new Error("Cannot find the cluster in the comment");
  }
  return {
    previewMs: end - begin,
    fetchMs,
    diffMs: outcome.comparisons.reduce((sum, { ms }) => sum + ms, 0),
    commentMs: end - written,
  };
}

/** A repository with a fleet on `main`, and a change of one line for each round. */
async function makeChanges(
  remote: Remote,
  { clusters, rounds }: { clusters: number; rounds: number },
): Promise<string[]> {
  const served = await initRepository(remote.url);
  const files = fleet(clusters);
  const path = "clusters/edge-00500.yaml";
  const text = files.get(path) ?? "";
  const main = await commit([]);
  const heads: string[] = [];
  for (let round = 0; round < rounds; round++) {
    files.set(
      path,
      text.replace(/workersNumber: \d+/, `workersNumber: ${20 + round}`),
    );
    heads.push(await commit([main]));
  }
  const pushed = await pushRefs(served, remote, {
    updates: [
      { ref: "refs/heads/main", oid: main, expected: undefined },
      ...heads.map((oid, number) => ({
        ref: `refs/pull/${number}/head`,
        oid,
        expected: undefined,
      })),
    ],
  });
  if (pushed.kind !== "pushed") throw new Error(pushed.kind);
  return heads;

  async function commit(parents: readonly string[]): Promise<string> {
    const tree = await writeTree(
      served,
      [...files].map(([path, text]) => ({ kind: "file", path, text })),
    );
    return await commitTree(served, {
      tree,
      parents,
      author: AUTHOR,
      subject: "Change the fleet",
    });
  }
}

function remoteAt(directory: string): Remote {
  const opened = openRemote(directory);
  if (opened.kind === "remote") return opened.remote;
  throw new Error(opened.reason);
}
