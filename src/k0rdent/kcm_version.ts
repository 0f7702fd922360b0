/**
 * What KCM does since which version (kcm-spec 10.3).
 *
 * The versions are those of the tags that have the code first. Of what changed
 * between 1.9 and 1.12, the rest is status, events and readiness.
 *
 * @module
 */

import type { FieldPath } from "../model/mod.ts";

/** The first version of KCM that does something. */
export const KCM_SINCE = {
  /** A selector that asks for nothing selects nothing, and not all clusters. */
  emptySelectsNothing: "1.9.0",
  /** ClusterAuditPolicy, and the values that follow from it. */
  auditPolicies: "1.10.0",
  /** Services may stay on clusters that a selector no longer matches. */
  keptServices: "1.10.0",
  /** KCM's own values hold those of Regions under `regional`. */
  regionalValues: "1.11.0",
  /** Upgrades of services are rolled back where nobody says. */
  atomicByDefault: "1.11.3",
  maxConsecutiveFailures: "1.11.3",
  /** AccessManagement distributes any kind, chosen by selectors as well. */
  anyKindDistributed: "1.12.0",
} as const;

/** Something that KCM does since some version. */
export type KcmFeature = keyof typeof KCM_SINCE;

/** A field that KCM has since some version. */
export interface VersionedField {
  readonly kind: string;
  /** The path; `*` stands for every item of a list. */
  readonly path: FieldPath;
  readonly feature: KcmFeature;
}

/** Fields that older versions of KCM do not have, so that they drop them. */
export const VERSIONED_FIELDS: readonly VersionedField[] = [
  {
    kind: "ClusterDeployment",
    path: ["spec", "auditPolicy"],
    feature: "auditPolicies",
  },
  {
    kind: "MultiClusterService",
    path: ["spec", "keepServicesOnSelectorMismatch"],
    feature: "keptServices",
  },
  ...["ClusterDeployment", "MultiClusterService"].map((kind) => ({
    kind,
    path: [
      "spec",
      "serviceSpec",
      "provider",
      "config",
      "maxConsecutiveFailures",
    ],
    feature: "maxConsecutiveFailures" as const,
  })),
  {
    kind: "AccessManagement",
    path: ["spec", "accessRules", "*", "resources"],
    feature: "anyKindDistributed",
  },
];

/**
 * Whether a version of KCM does something. Prereleases count as the release
 * that they lead to.
 *
 * @param version A version such as `1.12.0` or `v1.12.0-rc2`.
 * @param feature What it may do.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(kcmHas("v1.12.0-rc2", "anyKindDistributed"));
 * assert(!kcmHas("1.9.0", "auditPolicies"));
 * ```
 */
export function kcmHas(version: string, feature: KcmFeature): boolean {
  const [ours, theirs] = [numbersOf(version), numbersOf(KCM_SINCE[feature])];
  for (const [index, number] of theirs.entries()) {
    const other = ours[index] ?? 0;
    if (other !== number) return other > number;
  }
  return true;
}

function numbersOf(version: string): number[] {
  return version.replace(/^v/, "").replace(/[-+].*$/, "").split(".")
    .map(Number);
}
