/**
 * The state that changes are compared with: the newest commit of the dry
 * branch, and what it renders to.
 *
 * Each rendered branch is continued in private, so that a preview shows what
 * the next commit on it would change, whether or not the service has come to
 * render the newest dry commit.
 *
 * @module
 */

import {
  branchRef,
  type CommitInfo,
  commitTree,
  editTree,
  fetchRef,
  type KnownFiles,
  noFiles,
  readBlobs,
  readCommit,
  readPrevious,
  readTree,
} from "../../git/mod.ts";
import { remember } from "../../model/mod.ts";
import type { DryTree } from "../../source/mod.ts";
import {
  LOCK_PATH,
  type LockedChart,
  readLock,
} from "../../templates/helm/lock/mod.ts";
import { EMPTY_TREE, type PreviousTree } from "../../tree/mod.ts";
import { provenanceOf } from "../dry_commit.ts";
import type { SandboxHost } from "../sandbox/conversation.ts";
import { type ChangeOutcome, renderChange } from "../sandbox/render_change.ts";
import { loadLockedChart } from "./locked_charts.ts";
import type { PreviewWorkspace } from "./workspace.ts";

/** A rendered branch as the next commit would make it. */
export interface BaseBranch {
  readonly environment: string;
  /** The commit, which only this repository has. */
  readonly commit: string;
  readonly tree: PreviousTree;
}

/** The state that changes are compared with. */
export interface Base {
  /** The newest commit of the dry branch. */
  readonly sha: string;
  readonly source: DryTree;
  /** The files of the source, so that a change is read for its own files only. */
  readonly files: KnownFiles;
  /** By the names of the rendered branches. */
  readonly branches: ReadonlyMap<string, BaseBranch>;
}

/** A base, or why there is none. */
export type BaseOutcome =
  | { readonly kind: "ready"; readonly base: Base }
  | { readonly kind: "failed"; readonly reason: string };

/**
 * Renders the newest commit of the dry branch.
 *
 * @param workspace What previews are made with.
 * @param sha The commit, which is here already.
 * @param before The base so far, of which files are taken over.
 * @returns The base.
 */
export async function prepareBase(
  workspace: PreviewWorkspace,
  sha: string,
  before?: Base,
): Promise<BaseOutcome> {
  const { repository, builtIn, overrides, limits } = workspace;
  const files = noFiles();
  const source = await readTree(repository, sha, {
    found: files,
    ...(before === undefined ? {} : { known: before.files }),
  });
  const heads = new RenderedHeads(workspace);
  const commit = await readCommit(repository, sha);
  const outcome = await renderChange({ builtIn, overrides, limits }, {
    after: source,
    provenance: provenanceOf(commit, workspace.remote.url),
    host: {
      previous: (branch) => heads.tree(branch),
      texts: () => Promise.resolve(new Map()),
      chart: (chart) => loadLockedChart(chart, workspace.charts),
    },
    write: async ({ branch }, changes) =>
      await editTree(repository, changes, {
        from: await heads.commit(branch),
      }),
  });
  if (outcome.kind === "failed") {
    return { kind: "failed", reason: outcome.finding.message };
  }
  const branches = await commitBranches(workspace, { commit, outcome, heads });
  return { kind: "ready", base: { sha, source, files, branches } };
}

/**
 * Answers what a sandbox asks for that renders a change.
 *
 * @param workspace What previews are made with.
 * @param base What the change is compared with.
 * @param options Whether the change may bring only charts that the base has
 * locked.
 * @returns Who answers.
 */
export function hostOf(
  { repository, charts }: PreviewWorkspace,
  { source, branches }: Base,
  options: { readonly isForeign: boolean } = { isForeign: true },
): SandboxHost {
  return {
    previous: (branch) =>
      Promise.resolve(branches.get(branch)?.tree ?? EMPTY_TREE),
    async texts(branch, paths) {
      const tree = branches.get(branch)?.tree ?? EMPTY_TREE;
      const texts = await readTexts(
        repository,
        tree,
        paths.filter((path) => !tree.records.has(path)),
      );
      for (const path of paths) {
        const text = tree.records.get(path);
        if (text !== undefined) texts.set(path, text);
      }
      return texts;
    },
    chart: (chart) =>
      options.isForeign && !isLocked(source, chart)
        ? Promise.resolve({ kind: "unavailable", reason: FOREIGN_CHART })
        : loadLockedChart(chart, charts),
  };
}

async function readTexts(
  repository: PreviewWorkspace["repository"],
  tree: PreviousTree,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (paths.length === 0) return texts;
  const oids = blobsOf(tree);
  const known = paths.flatMap((path) => {
    const oid = oids.get(path);
    return oid === undefined ? [] : [{ path, oid }];
  });
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const blobs = readBlobs(repository, known.map(({ oid }) => oid));
  let index = 0;
  for await (const content of blobs) {
    texts.set(known[index++]!.path, decoder.decode(content));
  }
  return texts;
}

/** A fork must not make the service fetch what the repository never asked for. */
const FOREIGN_CHART =
  "a change from a fork may not bring charts that the repository has not locked";

function isLocked({ files }: DryTree, chart: LockedChart): boolean {
  const text = files.find(({ path }) => path === LOCK_PATH)?.text;
  const { lock } = text === undefined ? {} : readLock(text);
  const entry = lock?.find(chart);
  return entry?.kind === "locked" &&
    entry.chart.locked.digest === chart.locked.digest;
}

const blobsOf = remember(({ entries }: PreviousTree) =>
  new Map(
    entries.filter(({ mode }) => mode === "100644" || mode === "100755")
      .map(({ path, oid }) => [path, oid]),
  )
);

/** The heads of the rendered branches, each fetched once. */
class RenderedHeads {
  readonly #workspace: PreviewWorkspace;
  readonly #commits = new Map<string, Promise<string | undefined>>();

  constructor(workspace: PreviewWorkspace) {
    this.#workspace = workspace;
  }

  commit(branch: string): Promise<string | undefined> {
    let commit = this.#commits.get(branch);
    if (commit === undefined) {
      commit = this.#fetch(branch);
      this.#commits.set(branch, commit);
    }
    return commit;
  }

  async tree(branch: string): Promise<PreviousTree> {
    const commit = await this.commit(branch);
    return await readPrevious(this.#workspace.repository, commit);
  }

  async #fetch(branch: string): Promise<string | undefined> {
    const { repository, remote, branch: dry, signal } = this.#workspace;
    // Nothing is ever rendered to where the definitions are.
    if (branch === dry) return undefined;
    const fetched = await fetchRef(repository, remote, {
      ref: branchRef(branch),
      ...(signal === undefined ? {} : { signal }),
    });
    if (fetched.kind === "fetched") return fetched.oid;
    throw new Error(fetched.reason);
  }
}

async function commitBranches(
  { repository }: PreviewWorkspace,
  { commit: dry, outcome, heads }: {
    commit: CommitInfo;
    outcome: Extract<ChangeOutcome<string>, { kind: "rendered" }>;
    heads: RenderedHeads;
  },
): Promise<Map<string, BaseBranch>> {
  const branches = new Map<string, BaseBranch>();
  for (const { name, branch, tree, written } of outcome.environments) {
    const head = await heads.commit(branch);
    const commit = tree === "refused" && head !== undefined
      ? head
      : await commitTree(repository, {
        tree: written,
        parents: head === undefined ? [] : [head],
        author: dry.author,
        subject: `Render ${name} at ${dry.oid.slice(0, 12)}`,
      });
    branches.set(branch, {
      environment: name,
      commit,
      tree: await readPrevious(repository, commit),
    });
  }
  return branches;
}
