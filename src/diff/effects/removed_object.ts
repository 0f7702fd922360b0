/**
 * What it does that an object is gone from a rendered tree.
 *
 * @module
 */

import {
  type Effect,
  getField,
  getPath,
  type Identity,
  identityOf,
  type Manifest,
} from "../../model/mod.ts";
import type { Level } from "./effect_context.ts";
import { REMOVALS } from "./data/removals.ts";
import { type EffectDetails, makeEffect } from "./make_effect.ts";
import { isPruned } from "./prune.ts";

/** How an object was applied that is gone. */
export interface RemovedFrom {
  readonly level: Level;
  /** Whether Flux applied it; if not, a controller made it. */
  readonly applied: boolean;
  /** The directories that new Flux Kustomizations apply. */
  readonly paths?: ReadonlySet<string>;
  readonly cluster?: string | undefined;
}

/**
 * Tells what it does that an object is gone.
 *
 * @param manifest The object, as it was last.
 * @param from How it was applied.
 * @returns The effect.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "prod" } };
 * const { kind } = removedObject(namespace, { level: "capi", applied: true });
 * assertEquals(kind, "delete");
 * ```
 */
export function removedObject(
  manifest: Manifest,
  from: RemovedFrom,
): Effect {
  const identity = identityOf(manifest);
  const { cluster } = from;
  const entry = fluxEntry(manifest, from.paths);
  if (entry !== undefined) return makeEffect(identity, { ...entry, cluster });
  if (!isDeleted(manifest, from)) {
    return makeEffect(identity, { ...kept(identity), cluster });
  }
  const row = REMOVALS.find(({ group, kind }) =>
    group === identity.group &&
    (kind.startsWith("*")
      ? identity.kind.endsWith(kind.slice(1))
      : identity.kind === kind)
  );
  return makeEffect(
    identity,
    row === undefined
      ? { ...REMOVED, cluster, warnings: templateWarnings(identity) }
      : {
        kind: "delete",
        rule: "effects/object-deleted",
        summary: row.summary,
        cluster,
      },
  );
}

const REMOVED = {
  kind: "in-place",
  rule: "effects/object-removed",
  summary: "deleted",
} as const;

/** Flux prunes; Helm deletes, but for what it is told to keep. */
function isDeleted(
  manifest: Manifest,
  { level, applied }: RemovedFrom,
): boolean {
  if (applied) return isPruned(manifest);
  const policy = getField(
    manifest.metadata.annotations,
    "helm.sh/resource-policy",
  );
  return level === "k0rdent" && policy !== "keep";
}

function kept({ kind }: Identity): EffectDetails {
  const isPool = kind === "MachineDeployment" || kind === "MachinePool";
  return isPool
    ? {
      kind: "reconciliation",
      rule: "effects/pool-removed",
      summary: "leaves the branch and stays, with its machines",
      warnings: ["Delete it by hand once it is not needed any more"],
    }
    : {
      kind: "no-effect",
      rule: "effects/object-kept",
      summary: "leaves the branch and stays",
    };
}

/** Losing a Flux Kustomization deletes what it applied, or nothing at all. */
function fluxEntry(
  manifest: Manifest,
  paths: ReadonlySet<string> = new Set(),
): EffectDetails | undefined {
  const { group, kind } = identityOf(manifest);
  if (group !== "kustomize.toolkit.fluxcd.io" || kind !== "Kustomization") {
    return undefined;
  }
  const path = getPath(manifest, ["spec", "path"]);
  const policy = getPath(manifest, ["spec", "deletionPolicy"]);
  const prunes = getPath(manifest, ["spec", "prune"]) === true;
  const deletes = policy === "Delete" || policy === "WaitForTermination" ||
    (policy !== "Orphan" && prunes);
  if (deletes) {
    return {
      kind: "delete",
      rule: "effects/object-deleted",
      summary: "deleted, with all that it applied",
    };
  }
  return {
    kind: "reconciliation",
    rule: "effects/reconciliation",
    summary: paths.has(`${path}`)
      ? "renamed: what it applied passes to another Kustomization"
      : "deleted: what it applied stays, and Flux leaves it alone unless another applies it",
  };
}

function templateWarnings({ kind }: Identity): readonly string[] {
  return kind.endsWith("MachineTemplate")
    ? [
      "Helm deletes the old template at once: a rollout that is under way cannot make machines from it any more",
    ]
    : [];
}
