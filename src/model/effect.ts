/**
 * What a change of rendered manifests does to what runs.
 *
 * @module
 */

import type { Cause, FieldChange } from "./change.ts";
import type { Identity } from "./manifest.ts";

/** All effects, the gravest first. */
export const EFFECT_KINDS = [
  "delete",
  "replace",
  "will-fail",
  "control-plane-rollout",
  "service-uninstall",
  "worker-rollout",
  "membership",
  "reconciliation",
  "service-upgrade",
  "service-install",
  "create",
  "unknown",
  "in-place",
  "no-effect",
] as const;

/**
 * What happens.
 *
 * - `delete`: a cluster, or an object that others live from, is deleted.
 * - `replace`: deleted and made anew, with everything that runs in it.
 * - `will-fail`: the API server or a controller refuses the change.
 * - `control-plane-rollout`, `worker-rollout`: machines are replaced one by one.
 * - `service-install`, `service-upgrade`, `service-uninstall`: in a cluster.
 * - `membership`: a MultiClusterService selects other clusters than before.
 * - `reconciliation`: controllers go about it differently from now on: prune,
 *   suspend, deletion policy, sync mode, selectors.
 * - `create`: a new cluster.
 * - `unknown`: one side could not be rendered.
 * - `in-place`: applied to what runs, without replacing it.
 * - `no-effect`: nothing that runs takes notice.
 */
export type EffectKind = typeof EFFECT_KINDS[number];

/** What a change does to one object, and through it to one cluster. */
export interface Effect {
  readonly kind: EffectKind;
  /** The rule that says so, as `effects/immutable-field`. */
  readonly rule: string;
  /**
   * What happens, in one line that names neither object nor cluster, so that
   * equal effects on many clusters read the same: `k0s v1.35.4 → v1.36.3`.
   */
  readonly summary: string;
  readonly object: Identity;
  /** The cluster it reaches, as `namespace/name`; left out where it is none. */
  readonly cluster?: string;
  readonly fields: readonly FieldChange[];
  readonly causes: readonly Cause[];
  /** What to know before it is merged: "etcd loses quorum while ...". */
  readonly warnings: readonly string[];
}

/**
 * Compares effects by how grave they are.
 *
 * @param left One kind.
 * @param right Another kind.
 * @returns Below zero where the left one is graver.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const kinds = ["create", "delete"] as const;
 * assertEquals([...kinds].sort(compareGravity), ["delete", "create"]);
 * ```
 */
export function compareGravity(left: EffectKind, right: EffectKind): number {
  return EFFECT_KINDS.indexOf(left) - EFFECT_KINDS.indexOf(right);
}
