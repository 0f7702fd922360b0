/**
 * The words that the tree room shares with whoever stores trees.
 *
 * @module
 */

/** A file of the rendered tree. */
export interface TreeFile {
  /** The path from the tree's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A file to write into a tree that is built from nothing. */
export interface FileEntry extends TreeFile {
  readonly kind: "file";
}

/** A blob or a whole subtree that the repository has already. */
export interface GraftEntry {
  readonly kind: "graft";
  readonly path: string;
  readonly oid: string;
  /** `040000` for a subtree, a file's mode for a blob. */
  readonly mode: "040000" | "100644" | "100755";
}

/** Something to put into a tree that is built from nothing. */
export type TreeEntry = FileEntry | GraftEntry;

/** One entry of an existing tree, as `git ls-tree -r -t` lists it. */
export interface PreviousEntry {
  readonly path: string;
  /** `040000` for a directory, `100644` for an ordinary file. */
  readonly mode: string;
  readonly oid: string;
}

/** An ordinary file of an existing tree. */
export interface BlobEntry extends PreviousEntry {
  readonly mode: "100644" | "100755";
}

/**
 * Whether an entry is an ordinary file.
 *
 * @param entry The entry.
 * @returns Whether it is, and neither a directory, a link nor a submodule.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isBlob({ path: "a", mode: "100644", oid: "0a" }));
 * assert(!isBlob({ path: "a", mode: "120000", oid: "0a" }));
 * ```
 */
export function isBlob(entry: PreviousEntry): entry is BlobEntry {
  return entry.mode === "100644" || entry.mode === "100755";
}

/** What the rendered branch's head holds. */
export interface PreviousTree {
  /** All entries below the root, files and directories, in any order. */
  readonly entries: readonly PreviousEntry[];
  /** The texts of the files that {@linkcode isRecordPath} asks for, by path. */
  readonly records: ReadonlyMap<string, string>;
}

/** The tree of a branch that does not exist yet. */
export const EMPTY_TREE: PreviousTree = { entries: [], records: new Map() };

/**
 * Whether the text of a file of the rendered branch is needed to render again.
 *
 * @param path The path from the tree's root.
 * @returns Whether it is a `unit.json`, the shard mapping or the
 * `hydrator.metadata` at the root.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isRecordPath("clusters/prod/eu1/unit.json"));
 * assert(!isRecordPath("clusters/prod/eu1/kustomization.yaml"));
 * ```
 */
export function isRecordPath(path: string): boolean {
  return path === "hydrator.metadata" || path === "flux/shards.json" ||
    /^(clusters\/[^/]+\/[^/]+|(?:layers|regions)\/[^/]+|flux)\/unit\.json$/
      .test(path);
}
