/**
 * What there is to say about a proposed change.
 *
 * @module
 */

import type { Comparison } from "../diff/comparison.ts";
import type { Finding } from "../model/mod.ts";

/** A proposed change of the dry source, and what comes of it. */
export interface Preview {
  /** The version of k0render. */
  readonly version: string;
  /** The commit, or the directory, that the change began from. */
  readonly base: string;
  /** The commit, or the directory, that is proposed. */
  readonly head: string;
  /** Empty where nothing could be rendered at all. */
  readonly environments: readonly EnvironmentPreview[];
  /** Why nothing could be rendered at all, as of a merge conflict. */
  readonly problem?: string;
  /** What is wrong with the head and was not wrong with the base. */
  readonly findings: readonly PreviewFinding[];
  readonly links: {
    /** The page with everything. */
    readonly report?: string;
  };
}

/** What comes of a change in one environment. */
export interface EnvironmentPreview {
  readonly environment: string;
  /** The rendered branch that the change would reach, where there is one. */
  readonly branch?: string;
  readonly links: {
    /** The branch that shows how it would be rendered. */
    readonly branch?: string;
    /** The two rendered trees side by side. */
    readonly compare?: string;
  };
  /** Left out where nothing may be committed: a finding says why. */
  readonly comparison?: Comparison;
}

/** A finding with its line and column. */
export interface PreviewFinding {
  readonly finding: Finding;
  /** Left out where no file is to blame. */
  readonly location?: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  };
}

/**
 * The comparisons of a preview.
 *
 * @param preview The preview.
 * @returns One for each environment of which something may be committed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const preview = { version: "1", base: "", head: "", environments: [], findings: [], links: {} };
 * assertEquals(comparisonsOf(preview), []);
 * ```
 */
export function comparisonsOf({ environments }: Preview): Comparison[] {
  return environments.flatMap(({ comparison }) => comparison ?? []);
}
