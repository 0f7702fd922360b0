/**
 * What a tree is composed of, and what becomes of it.
 *
 * @module
 */

import type {
  Finding,
  TargetRegion,
  UnitId,
  UnitResult,
} from "../model/mod.ts";
import type { EntryPoint } from "./flux_directory.ts";
import type { FailedEntry, Provenance } from "./hydrator_metadata.ts";
import type { PreviousBranch } from "./previous_branch.ts";

/** What a tree is composed of. */
export interface TreeInput {
  /** The rendered branch's head. */
  readonly previous: PreviousBranch;
  /** What became of each unit; taken one by one, as entries are asked for. */
  readonly results: Iterable<UnitResult>;
  /**
   * Whether the results stand for all that the dry source defines. Where not,
   * nothing is removed: what is missing may be hidden by an error.
   */
  readonly complete: boolean;
  /** How many definitions the environment has. */
  readonly definitions: number;
  /** Makes the Flux objects, once it is known what the tree holds. */
  readonly entryPoint: (units: readonly TreeUnit[]) => EntryPoint;
  /** The environment's name. */
  readonly environment: string;
  /** What Flux applies for each cluster. */
  readonly applyLevel: string;
  /** What was accepted by name before, and still stands in the source. */
  readonly acknowledged?: readonly string[];
  /** k0render's own version. */
  readonly version: string;
  /** Where the tree comes from; left out, it gets no `hydrator.metadata`. */
  readonly provenance?: Provenance;
}

/** A unit that has a directory in the composed tree. */
export interface TreeUnit {
  readonly id: UnitId;
  /** The directory that Flux applies, from the tree's root. */
  readonly directory: string;
  /** Whether its definition is gone, and its directory applies nothing. */
  readonly retired: boolean;
  /** Where Flux applies it; left out, the cluster that Flux runs in. */
  readonly region?: TargetRegion;
}

/** What became of a tree. */
export type TreeReport = ComposedTree | RefusedTree;

/** A tree that may be committed. */
export interface ComposedTree {
  readonly kind: "composed";
  /** Whether it differs from the branch's head in more than provenance. */
  readonly changed: boolean;
  readonly units: readonly TreeUnit[];
  readonly failed: readonly FailedEntry[];
  /** The findings of the units and of the tree. */
  readonly findings: readonly Finding[];
}

/** A tree that must not be committed, whatever entries it had. */
export interface RefusedTree {
  readonly kind: "refused";
  readonly findings: readonly Finding[];
}
