/**
 * The loop: a repository is looked at again and again, and rendered when its
 * branches are not what the last render left behind.
 *
 * Level-triggered: what counts is what the branches hold, never what somebody
 * said about them. A missed hint or a restart changes nothing but the moment.
 *
 * @module
 */

import {
  branchRef,
  readRemoteRefs,
  type Remote,
  tidyRepository,
} from "../git/mod.ts";
import { Hints, pause } from "./hints.ts";
import type { PreparedEnvironment } from "./prepare.ts";
import {
  renderRepository,
  type RenderRepositoryOptions,
  type RepositoryOutcome,
} from "./render_repository.ts";

/** Each render leaves objects behind that nothing needs any more. */
const TIDY_EVERY = 100;

/** How a repository is watched. */
export interface WatchOptions extends RenderRepositoryOptions {
  /** How long to wait between two looks, in milliseconds. */
  readonly intervalMs: number;
  /** Asks for a look ahead of time. */
  readonly hints?: Hints;
  readonly signal: AbortSignal;
  /** Told after each look that could be had. */
  readonly onLook?: () => void;
  /** Told of each render. */
  readonly onRender: (outcome: RepositoryOutcome) => void;
  /** Told why a look failed; the next one comes after the interval. */
  readonly onFailure: (reason: string) => void;
}

/**
 * Watches a repository until the signal ends it.
 *
 * @param options What to watch and render, and who is told.
 */
export async function watchRepository(options: WatchOptions): Promise<void> {
  const { signal, hints = new Hints() } = options;
  let settled: string | undefined;
  let renders = 0;
  while (!signal.aborted) {
    try {
      const now = await headsOf(options.remote, options, settled);
      if (now === undefined || now !== settled) {
        settled = await renderAndSettle(options);
        renders += 1;
        if (renders % TIDY_EVERY === 0) {
          await tidyRepository(options.repository, { signal });
        }
      }
      options.onLook?.();
    } catch (error) {
      if (signal.aborted) return;
      options.onFailure(error instanceof Error ? error.message : String(error));
    }
    await pause(options.intervalMs, { hints, signal });
  }
}

/** Renders, and remembers what the branches hold afterwards. */
async function renderAndSettle(
  options: WatchOptions,
): Promise<string | undefined> {
  const outcome = await renderRepository(options);
  options.onRender(outcome);
  if (outcome.kind !== "rendered") return undefined;
  const heads = new Map([[branchRef(options.branch), outcome.drySha]]);
  for (const { prepared, outcome: branch } of outcome.environments) {
    if (lacksCharts(prepared)) return undefined;
    if (branch.kind !== "committed" && branch.kind !== "unchanged") {
      if (branch.kind === "refused" || branch.kind === "guarded") continue;
      return undefined;
    }
    heads.set(branchRef(prepared.environment.branch), branch.commit);
  }
  return formatHeads(heads);
}

/** A registry that is down today may be up at the next look. */
function lacksCharts({ charts }: PreparedEnvironment): boolean {
  return [...charts.values()].some((pin) =>
    pin.kind === "refused" && pin.rule.id === "charts/unavailable"
  );
}

/** What the branches hold that the last render settled. */
async function headsOf(
  remote: Remote,
  options: { signal: AbortSignal },
  settled: string | undefined,
): Promise<string | undefined> {
  if (settled === undefined) return undefined;
  const refs = settled.split("\n").map((line) => line.split(" ")[0] ?? "");
  const found = await readRemoteRefs(remote, refs, options);
  return found.kind === "refs" ? formatHeads(found.refs) : undefined;
}

function formatHeads(heads: ReadonlyMap<string, string>): string {
  return [...heads].map(([ref, oid]) => `${ref} ${oid}`).sort().join("\n");
}
