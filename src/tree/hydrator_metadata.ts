/**
 * `hydrator.metadata`: which commit of the dry source a tree was rendered
 * from, in the form that Argo CD and GitOps Promoter read.
 *
 * @module
 */

import { type UnitId, unitKey } from "../model/mod.ts";

/** A commit that went into a rendered tree. */
export interface SourceCommit {
  readonly sha: string;
  readonly repoURL: string;
  /** `Name <email>`. */
  readonly author: string;
  /** When it was authored, in ISO 8601. */
  readonly date: string;
  readonly subject: string;
  readonly body: string;
}

/** Where a rendered tree comes from. */
export interface Provenance {
  /** The commit of the dry source. */
  readonly commit: SourceCommit;
  /** Commits of other repositories that had a part in it. */
  readonly references?: readonly SourceCommit[];
}

/** What k0render adds to the contract: what the tree is, and what it lacks. */
export interface RenderSummary {
  readonly environment: string;
  /** What Flux applies for each cluster. */
  readonly applyLevel: string;
  /** k0render's own version. */
  readonly version: string;
  /** The units with errors; those with a last good tree keep it. */
  readonly failed: readonly FailedEntry[];
}

/** A unit with errors. */
export interface FailedEntry {
  readonly id: UnitId;
  /** Whether its last good files are in the tree. */
  readonly kept: boolean;
}

/** The path of the metadata. */
export const METADATA_PATH = "hydrator.metadata";

/**
 * Writes the metadata of a rendered tree.
 *
 * @param provenance Where the tree comes from.
 * @param summary What it is and lacks.
 * @returns The text of `hydrator.metadata`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const commit = {
 *   sha: "abc",
 *   repoURL: "https://git.example.com/fleet",
 *   author: "A <a@example.com>",
 *   date: "2026-01-01T00:00:00Z",
 *   subject: "Add eu1",
 *   body: "",
 * };
 * const summary = { environment: "default", applyLevel: "capi", version: "0.1.0", failed: [] };
 * assertEquals(JSON.parse(formatMetadata({ commit }, summary)).drySha, "abc");
 * ```
 */
export function formatMetadata(
  { commit, references = [] }: Provenance,
  summary: RenderSummary,
): string {
  const { sha, repoURL, author, date, subject, body } = commit;
  const metadata = {
    repoURL,
    drySha: sha,
    author,
    date,
    subject,
    body,
    references: references.map((reference) => ({ commit: reference })),
    k0render: summaryJson(summary),
  };
  return `${JSON.stringify(metadata, undefined, 2)}\n`;
}

/**
 * Whether metadata says the same of a tree, apart from where it comes from.
 * A commit of the dry source that changes nothing makes no rendered commit.
 *
 * @param text The text of a `hydrator.metadata`.
 * @param summary What the tree is and lacks now.
 * @returns Whether the text has the same summary.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const summary = { environment: "default", applyLevel: "capi", version: "0.1.0", failed: [] };
 * assert(!hasSummary("{}", summary));
 * ```
 */
export function hasSummary(text: string, summary: RenderSummary): boolean {
  try {
    return JSON.stringify(JSON.parse(text).k0render) ===
      JSON.stringify(summaryJson(summary));
  } catch {
    return false;
  }
}

function summaryJson(
  { environment, applyLevel, version, failed }: RenderSummary,
) {
  const units = failed.map(({ id, kept }) => ({ unit: unitKey(id), kept }))
    .sort((a, b) => a.unit < b.unit ? -1 : 1);
  return { environment, applyLevel, version, failed: units };
}
