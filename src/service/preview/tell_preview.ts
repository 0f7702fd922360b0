/**
 * One pull request, from what the forge says of it to what people read.
 *
 * @module
 */

import type { PullRequest } from "../../forge/mod.ts";
import {
  fetchHistory,
  openRemote,
  readCommit,
  type Remote,
} from "../../git/mod.ts";
import { type Preview, renderReport } from "../../preview/mod.ts";
import type { ConfiguredForge } from "../forge/open_configured_forge.ts";
import { describePreview } from "./describe.ts";
import { previewBranch, pushPreviewBranches } from "./preview_branches.ts";
import {
  type PreviewedPullRequest,
  publishPreview,
} from "./publish_preview.ts";
import { previewKey, type PreviewRenderer } from "./renderer.ts";
import type { PreviewOutcome } from "./render_preview.ts";
import type { PreviewStore } from "./store.ts";
import type { PreviewWorkspace } from "./workspace.ts";

/** A preview that was told. */
export interface ToldPreview {
  readonly pullRequest: PullRequest;
  readonly preview: Preview;
  /** From when the change was seen until it was told, in milliseconds. */
  readonly ms: number;
}

/** Where previews are told. */
export interface TellPreviewOptions {
  readonly workspace: PreviewWorkspace;
  readonly forge: ConfiguredForge;
  readonly store: PreviewStore;
  /** Where pages are served; left out, nothing links to them. */
  readonly publicUrl?: string | undefined;
  readonly signal: AbortSignal;
  /** Told what did not work; it is tried again at the next look. */
  readonly onFailure: (reason: string) => void;
}

/**
 * Renders a pull request and tells what comes of it, where it has not been
 * told before.
 *
 * @param renderer Renders it.
 * @param asked The pull request, and the branches that the remote has.
 * @param options Where it is told.
 * @returns What was told; `undefined` where it was told before.
 * @throws {ForgeRefusal} If the forge does not take it.
 */
export async function tellPreview(
  renderer: PreviewRenderer,
  { pullRequest, there }: {
    readonly pullRequest: PullRequest;
    readonly there: ReadonlyMap<string, string>;
  },
  options: TellPreviewOptions,
): Promise<Omit<ToldPreview, "ms"> | undefined> {
  const { workspace, store, forge: { forge } } = options;
  const { id, title, url } = pullRequest;
  const head = await fetchHead(pullRequest, options);
  const key = previewKey(head);
  if (store.get(id)?.key === key) return undefined;
  const outcome = await renderer.render({ head, isForeign: pullRequest.fork });
  const { base } = renderer;
  if (base === undefined) return undefined;
  const report = reportUrl(options, id);
  const previewed: PreviewedPullRequest = { pullRequest, head, report };
  const wanted = branchesOf(id, outcome);
  const preview = describePreview(outcome, {
    base,
    head,
    links: {
      report,
      of(environment, branch) {
        const name = previewBranch(id, environment);
        if (name === undefined || !wanted.has(name)) return {};
        const page = forge.branchUrl(name);
        const compare = forge.compareUrl(branch, name);
        return {
          ...(page === undefined ? {} : { branch: page }),
          ...(compare === undefined ? {} : { compare }),
        };
      },
    },
  });
  const marker = markerOf(workspace.branch);
  const { repository, remote } = workspace;
  const [status, pushed] = await Promise.all([
    publishPreview(forge, previewed, { preview, marker }),
    pushPreviewBranches(repository, remote, { wanted, there }),
  ]);
  if (pushed.kind !== "pushed") options.onFailure(pushReason(pushed));
  await store.put({
    id,
    key,
    title,
    url,
    head,
    state: status.state === "failure" ? "failure" : "success",
    description: status.description,
    report: renderReport(preview, workspace.builtIn),
  });
  return { pullRequest, preview };
}

async function fetchHead(
  pullRequest: PullRequest,
  { workspace, forge: { forge }, signal }: TellPreviewOptions,
): Promise<string> {
  const { repository } = workspace;
  const { ref, points, repository: other } = forge.headRef(pullRequest);
  const remote = other === undefined ? workspace.remote : remoteAt(other);
  const options = { revision: ref, signal };
  const fetched = await fetchHistory(repository, remote, options);
  if (fetched.kind !== "fetched") throw new Error(fetched.reason);
  if (points === "at-head") return fetched.oid;
  const [, head] = (await readCommit(repository, fetched.oid)).parents;
  return head ?? fetched.oid;
}

function remoteAt(address: string): Remote {
  const opened = openRemote(address);
  if (opened.kind === "remote") return opened.remote;
  throw new Error(opened.reason);
}

function branchesOf(
  id: string,
  outcome: PreviewOutcome,
): ReadonlyMap<string, string> {
  if (outcome.kind !== "rendered") return new Map();
  return new Map(
    outcome.environments.filter(({ tree }) => tree === "composed")
      .flatMap(({ name, written }) => {
        const branch = previewBranch(id, name);
        return branch === undefined ? [] : [[branch, written.after] as const];
      }),
  );
}

function pushReason(pushed: { kind: string; reason?: string }): string {
  return pushed.reason ??
    "Cannot push a preview branch: somebody else pushed to it";
}

/** Two services on different branches of a repository each have a comment. */
function markerOf(branch: string): string {
  return `k0render-preview:${branch.replace(/[^A-Za-z0-9._:/-]/g, "-")}`;
}

/**
 * Where the page of a pull request is served.
 *
 * @param options Where pages are.
 * @param id The pull request.
 * @returns Its URL; `undefined` where no pages are served.
 */
export function reportUrl(
  { publicUrl }: Pick<TellPreviewOptions, "publicUrl">,
  id: string,
): string | undefined {
  return publicUrl === undefined
    ? undefined
    : `${publicUrl.replace(/\/$/, "")}/previews/${encodeURIComponent(id)}`;
}
