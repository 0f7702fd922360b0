/**
 * What differs between two states of a dry source.
 *
 * @module
 */

import type { Cause, FieldChange, Identity } from "../../model/mod.ts";

/** A part of the dry source that differs, and that can be taken back alone. */
export type ChangedPart =
  | {
    readonly kind: "definition";
    readonly object: Identity;
    /** Left out where the whole definition came or went. */
    readonly field?: FieldChange;
  }
  /** A field of `k0render.yaml`. */
  | { readonly kind: "config"; readonly field: FieldChange }
  /** A file under `templates/`, by its path below it. */
  | { readonly kind: "template"; readonly path: string }
  /** A vendored chart, by its directory. */
  | { readonly kind: "chart"; readonly directory: string }
  | { readonly kind: "lock" };

/** A change of the dry source that may be the cause of something. */
export interface SourceChange {
  readonly part: ChangedPart;
  /**
   * Finds the line. It reads the file again, so it is asked only for changes
   * that are the cause of something.
   */
  cause(): Cause;
}

/**
 * The ClusterDeployment that a change is in, as `namespace/name`.
 *
 * @param change The change.
 * @returns The cluster; `undefined` for what clusters may share.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const object = {
 *   group: "k0rdent.mirantis.com",
 *   kind: "ClusterDeployment",
 *   namespace: "prod",
 *   name: "eu1",
 * };
 * const cause = () => ({ file: "a.yaml", line: 1, field: "", side: "after" } as const);
 * assertEquals(clusterOf({ part: { kind: "definition", object }, cause }), "prod/eu1");
 * ```
 */
export function clusterOf({ part }: SourceChange): string | undefined {
  if (part.kind !== "definition") return undefined;
  const { group, kind, namespace, name } = part.object;
  return group === "k0rdent.mirantis.com" && kind === "ClusterDeployment"
    ? `${namespace}/${name}`
    : undefined;
}
