/**
 * The words in which two rendered trees are compared.
 *
 * @module
 */

import type {
  Cause,
  Effect,
  EffectKind,
  FieldChange,
  Finding,
  Identity,
  Manifest,
  ObjectChange,
  Side,
  UnitChart,
  UnitId,
} from "../model/mod.ts";

/** Which directory of the rendered tree: a unit, or the Flux entry point. */
export type ComparedUnitId = UnitId | { readonly kind: "root" };

/**
 * What one rendered tree has of a unit: the objects that differ from the other
 * tree, and of a cluster its Cluster, ClusterDeployment and HelmReleases.
 */
export interface UnitSide {
  readonly applied: readonly Manifest[];
  readonly review: readonly Manifest[];
  /** What a cluster was expanded by. */
  readonly chart?: UnitChart;
  /** Whether the unit's definition is gone, and Flux prunes what it had. */
  readonly retired: boolean;
}

/** A unit that is not the same in both trees. */
export interface UnitPair {
  readonly unit: ComparedUnitId;
  /** Left out where the unit is new. */
  readonly before?: UnitSide;
  /** Left out where the unit is gone. */
  readonly after?: UnitSide;
}

/** A unit of which one side could not be rendered: nobody knows its effects. */
export interface UnknownUnit {
  readonly unit: ComparedUnitId;
  readonly side: Side;
  readonly findings: readonly Finding[];
}

/** The change of one unit, and what it does. */
export interface ComparedUnit {
  readonly unit: ComparedUnitId;
  readonly changes: readonly ObjectChange[];
  readonly effects: readonly Effect[];
}

/** The same effect, on one or many clusters. */
export interface EffectGroup {
  readonly kind: EffectKind;
  readonly rule: string;
  readonly summary: string;
  /** The kind of object, as `AWSMachineTemplate`. */
  readonly objectKind: string;
  /** What it happens to, in ascending order of clusters, then objects. */
  readonly members: readonly {
    readonly object: Identity;
    readonly cluster?: string;
  }[];
  /** What changes alike for all members. */
  readonly fields: readonly FieldChange[];
  /** Members for which other fields change as well, or to other values. */
  readonly exceptions: readonly Effect[];
  readonly causes: readonly Cause[];
  readonly warnings: readonly string[];
}

/** A limit that a change stays within, or not. */
export interface GuardOutcome {
  /** The guard's name in `RenderConfig`, as `clustersDeleted`. */
  readonly guard: string;
  /** What it allows, as people read it: `at most 0 clusters deleted`. */
  readonly limit: string;
  /** `tripped` stops the commit; `acknowledged` would, were it not for the source. */
  readonly state: "kept" | "acknowledged" | "tripped";
  /** The effects that count against it. */
  readonly effects: readonly Effect[];
  /** What to write into the source to accept each of them. */
  readonly acknowledgements: readonly string[];
}

/** What becomes of everything that runs. */
export interface Comparison {
  readonly clusters: {
    readonly before: number;
    readonly after: number;
    readonly created: readonly string[];
    readonly deleted: readonly string[];
    readonly changed: readonly string[];
  };
  /** The units that differ, in the order of the tree. */
  readonly units: readonly ComparedUnit[];
  readonly unknown: readonly UnknownUnit[];
  /** All effects but those without any, the gravest first. */
  readonly groups: readonly EffectGroup[];
  readonly guards: readonly GuardOutcome[];
}
