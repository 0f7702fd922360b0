/**
 * The loop over pull requests: each that is open and may be rendered is told
 * what it does, once for each commit that is proposed.
 *
 * Level-triggered: what counts is what the forge and the remote hold. A
 * webhook only says "look now"; a missed one costs an interval.
 *
 * @module
 */

import {
  branchName,
  branchRef,
  fetchHistory,
  readRemoteBranches,
  type Remote,
  tidyRepository,
} from "../../git/mod.ts";
import { mayRender } from "../forge/fork_policy.ts";
import { Hints, pause } from "../hints.ts";
import { previewedBy, removePreviewBranches } from "./preview_branches.ts";
import { announcePreview, ForgeRefusal } from "./publish_preview.ts";
import { previewKey, PreviewRenderer } from "./renderer.ts";
import {
  reportUrl,
  tellPreview,
  type TellPreviewOptions,
  type ToldPreview,
} from "./tell_preview.ts";
import type { PreviewWorkspace } from "./workspace.ts";

/** Each preview leaves objects behind that nothing needs any more. */
const TIDY_EVERY = 100;

/** How pull requests are watched. */
export interface WatchPreviewsOptions extends TellPreviewOptions {
  readonly intervalMs: number;
  /** Asks for a look ahead of time. */
  readonly hints?: Hints;
  /** Told after each look that could be had. */
  readonly onLook?: () => void;
  readonly onPreview: (told: ToldPreview) => void;
}

/**
 * Watches the pull requests of a repository until the signal ends it.
 *
 * @param options What to watch, and who is told.
 */
export async function watchPreviews(
  options: WatchPreviewsOptions,
): Promise<void> {
  const { workspace, signal, store, hints = new Hints() } = options;
  await store.load();
  await using renderer = new PreviewRenderer(workspace);
  let told = 0;
  while (!signal.aborted) {
    let waitMs = options.intervalMs;
    try {
      const made = await look(renderer, options);
      if (
        Math.floor((told + made) / TIDY_EVERY) > Math.floor(told / TIDY_EVERY)
      ) {
        await tidyRepository(workspace.repository, { signal });
      }
      told += made;
      options.onLook?.();
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ForgeRefusal) waitMs = error.retryAfterMs ?? waitMs;
      options.onFailure(error instanceof Error ? error.message : String(error));
    }
    await pause(waitMs, { hints, signal });
  }
}

/** Looks once; returns how many previews were made. */
async function look(
  renderer: PreviewRenderer,
  options: WatchPreviewsOptions,
): Promise<number> {
  const { workspace, forge: { forge, forks }, store } = options;
  const begin = performance.now();
  const listed = await forge.listPullRequests(workspace.branch);
  if (listed.kind !== "done") {
    throw new ForgeRefusal("list the pull requests", listed);
  }
  const { pullRequests, truncated } = listed.value;
  const open = pullRequests.filter(({ id }) => previewedBy(id) === undefined);
  const allowed = open.filter((each) => mayRender(forks, each));
  const fresh = allowed.filter(({ id, head: { sha } }) =>
    sha === undefined || store.get(id)?.key !== previewKey(sha)
  );
  await Promise.all(
    fresh.map(({ head, ...rest }) =>
      head.sha === undefined ? undefined : announcePreview(forge, {
        pullRequest: { head, ...rest },
        head: head.sha,
        report: reportUrl(options, rest.id),
      })
    ),
  );
  const there = await remoteBranches(workspace.remote, options);
  await followBase(renderer, workspace, there);
  let made = 0;
  for (const pullRequest of fresh) {
    renderer.prepare();
    try {
      const told = await tellPreview(renderer, { pullRequest, there }, options);
      if (told === undefined) continue;
      made += 1;
      options.onPreview({ ...told, ms: performance.now() - begin });
    } catch (error) {
      if (options.signal.aborted || error instanceof ForgeRefusal) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      options.onFailure(`Pull request ${pullRequest.id}: ${reason}`);
    }
  }
  renderer.prepare();
  if (!truncated) {
    await forget(
      there,
      new Set(allowed.map(({ id }) => id)),
      options,
    );
  }
  return made;
}

async function remoteBranches(
  remote: Remote,
  { signal }: { signal: AbortSignal },
): Promise<ReadonlyMap<string, string>> {
  const found = await readRemoteBranches(remote, { signal });
  if (found.kind !== "refs") throw new Error(found.reason);
  return new Map([...found.refs].map(([ref, oid]) => [branchName(ref), oid]));
}

async function followBase(
  renderer: PreviewRenderer,
  { repository, remote, branch, signal }: PreviewWorkspace,
  there: ReadonlyMap<string, string>,
): Promise<void> {
  const sha = there.get(branch);
  if (sha === undefined) {
    throw new Error(
      `Cannot preview changes of branch "${branch}": no such branch`,
    );
  }
  if (renderer.base?.sha === sha) return;
  const fetched = await fetchHistory(repository, remote, {
    revision: branchRef(branch),
    ...(signal === undefined ? {} : { signal }),
  });
  if (fetched.kind !== "fetched") throw new Error(fetched.reason);
  await renderer.follow(fetched.oid);
}

async function forget(
  there: ReadonlyMap<string, string>,
  open: ReadonlySet<string>,
  { workspace, store }: WatchPreviewsOptions,
): Promise<void> {
  await store.keepOnly(open);
  const { repository, remote } = workspace;
  await removePreviewBranches(repository, remote, { there, open });
}
