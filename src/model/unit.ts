/**
 * The smallest things that are rendered alone.
 *
 * @module
 */

import type { Finding } from "./finding.ts";
import type { Identity, Manifest } from "./manifest.ts";
import type { Origin } from "./origin.ts";
import type { ValueMap } from "./value.ts";

/** The shared layers, in the order in which Flux applies them. */
export const LAYERS = [
  "namespaces",
  "sources",
  "templates",
  "credentials",
  "platform",
] as const;

/** A shared layer of the rendered tree. */
export type Layer = typeof LAYERS[number];

/**
 * Which unit: one ClusterDeployment with all it pulls in, what the clusters of
 * a Region share in it, or one layer.
 */
export type UnitId =
  | {
    readonly kind: "cluster";
    readonly namespace: string;
    readonly name: string;
  }
  | { readonly kind: "region"; readonly name: string }
  | { readonly kind: "layer"; readonly layer: Layer };

/** A Region: a cluster that Flux applies units to from the outside. */
export interface TargetRegion {
  readonly name: string;
  /** The Secret with its kubeconfig, in the management cluster. */
  readonly kubeConfig: {
    readonly namespace: string;
    readonly name: string;
    readonly key?: string | undefined;
  };
}

/** An object of the rendered tree. */
export interface RenderedObject {
  readonly manifest: Manifest;
  /** The document that it comes from. */
  readonly origin: Origin;
  /** The exact text to write, for documents that are carried byte for byte. */
  readonly verbatim?: string;
}

/** The chart, or what stands in for it, that a cluster was expanded by. */
export interface UnitChart {
  readonly name: string;
  readonly version: string;
  /** Where it was found: built-in, the dry source, or the lock. */
  readonly origin: string;
  /** The SHA-256 of all its files, in hex. */
  readonly digest: string;
}

/** A unit that was rendered. */
export interface RenderedUnit {
  readonly kind: "rendered";
  readonly id: UnitId;
  /** A digest of all that the unit was rendered from, in hex. */
  readonly fingerprint: string;
  /** What Flux is to apply. */
  readonly applied: readonly RenderedObject[];
  /** What is committed for people to read, outside every reconciled path. */
  readonly review: readonly RenderedObject[];
  /**
   * Objects whose definitions have errors: where the rendered branch has them
   * already, they stay as they are.
   */
  readonly retained: readonly Identity[];
  /**
   * Whether all else that the rendered branch has of the unit stays as well,
   * because an error hides what would be left of it.
   * @default false
   */
  readonly keepsOthers?: boolean;
  /**
   * What Flux is to change in the objects before it applies them, as patches
   * of a `kustomization.yaml`: for documents whose text may not change.
   */
  readonly patches?: readonly ValueMap[];
  /** What a cluster was expanded by. */
  readonly chart?: UnitChart;
  /** Where Flux applies it; left out, the cluster that Flux runs in. */
  readonly region?: TargetRegion;
  readonly findings: readonly Finding[];
}

/** A unit whose inputs are those of the rendered branch's head. */
export interface UnchangedUnit {
  readonly kind: "unchanged";
  readonly id: UnitId;
  readonly fingerprint: string;
  readonly findings: readonly Finding[];
}

/** A unit with errors; it keeps its last good tree. */
export interface FailedUnit {
  readonly kind: "failed";
  readonly id: UnitId;
  readonly findings: readonly Finding[];
}

/** What became of a unit. */
export type UnitResult = RenderedUnit | UnchangedUnit | FailedUnit;

/**
 * A unit as people and maps name it.
 *
 * @param id The unit.
 * @returns `cluster <namespace>/<name>`, `region <name>` or `layer <name>`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(unitKey({ kind: "layer", layer: "sources" }), "layer sources");
 * ```
 */
export function unitKey(id: UnitId): string {
  switch (id.kind) {
    case "cluster":
      return `cluster ${id.namespace}/${id.name}`;
    case "region":
      return `region ${id.name}`;
    case "layer":
      return `layer ${id.layer}`;
  }
}
