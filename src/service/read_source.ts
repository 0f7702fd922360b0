/**
 * A dry source from wherever the operator keeps it.
 *
 * @module
 */

import {
  openRemote,
  readDirectory,
  type Remote,
  type RemoteOptions,
  type Repository,
} from "../git/mod.ts";
import type { DryTree } from "../source/mod.ts";
import { type DryCommit, readDryCommit } from "./dry_commit.ts";
import { openMirror } from "./workspace.ts";

/** The branch that is read where nobody names one. */
export const DEFAULT_BRANCH = "main";

/** Where a dry source is. */
export interface SourceAddress {
  /** A directory, or the address of a Git repository. */
  readonly source: string;
  /** The branch to read; left out, a directory is read as it lies there. */
  readonly branch?: string | undefined;
  /** Where mirrors of repositories are kept. */
  readonly cache: string;
  readonly remoteOptions?: RemoteOptions;
  readonly signal?: AbortSignal;
}

/** A dry source, or why it could not be read. */
export type SourceOutcome =
  | { readonly kind: "directory"; readonly tree: DryTree }
  | {
    readonly kind: "commit";
    readonly tree: DryTree;
    readonly dry: DryCommit;
    readonly remote: Remote;
  }
  | { readonly kind: "unreadable"; readonly reason: string };

/** A repository and its mirror, or why there is none. */
export type RepositoryAddress =
  | {
    readonly kind: "repository";
    readonly remote: Remote;
    readonly repository: Repository;
  }
  | { readonly kind: "unreadable"; readonly reason: string };

/**
 * Reads a dry source: a directory as it lies there, a repository at the newest
 * commit of a branch.
 *
 * @param address Where it is.
 * @returns The files, or why they could not be read.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const directory = await Deno.makeTempDir();
 * const outcome = await readSource({ source: directory, cache: directory });
 * assertEquals(outcome.kind, "directory");
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function readSource(
  address: SourceAddress,
): Promise<SourceOutcome> {
  const { source, branch, signal } = address;
  if (branch === undefined && await isPlainDirectory(source)) {
    const options = signal === undefined ? {} : { signal };
    return { kind: "directory", tree: await readDirectory(source, options) };
  }
  if (await isFile(source)) {
    const reason = `Cannot read "${source}": it is a file, not a directory`;
    return { kind: "unreadable", reason };
  }
  const opened = await openRepository(address);
  if (opened.kind === "unreadable") return opened;
  const { remote, repository } = opened;
  const read = await readDryCommit(repository, remote, {
    branch: branch ?? DEFAULT_BRANCH,
    ...(signal === undefined ? {} : { signal }),
  });
  if (read.kind === "unreadable") return read;
  return { kind: "commit", tree: read.dry.tree, dry: read.dry, remote };
}

/**
 * Opens the repository of a dry source, and its mirror in the cache.
 *
 * @param address Where it is.
 * @returns The repository, or why the address cannot be one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const outcome = await openRepository({ source: "ext::sh -c evil", cache: "/tmp" });
 * assertEquals(outcome.kind, "unreadable");
 * ```
 */
export async function openRepository(
  address: SourceAddress,
): Promise<RepositoryAddress> {
  const outcome = openRemote(address.source, address.remoteOptions);
  if (outcome.kind === "refused") {
    const { reason, remedy } = outcome;
    return { kind: "unreadable", reason: `${reason}. ${remedy}` };
  }
  const { remote } = outcome;
  return {
    kind: "repository",
    remote,
    repository: await openMirror(address.cache, remote),
  };
}

/** A bare repository is a directory too, but not one to read files from. */
async function isPlainDirectory(path: string): Promise<boolean> {
  return await isDirectory(path) && !await isDirectory(`${path}/objects`);
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isDirectory;
  } catch {
    return false;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    return false;
  }
}
