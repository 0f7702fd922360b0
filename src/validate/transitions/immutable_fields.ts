/**
 * Checks that fields which may never change do not.
 *
 * @module
 */

import {
  type DeclaredMap,
  type Inventory,
  K0RDENT_GROUP,
  objectKey,
} from "../../k0rdent/mod.ts";
import {
  type Definition,
  type FieldPath,
  type Finding,
  formatIdentity,
  formatPath,
  getPath,
  groupOf,
  identityOf,
  type Manifest,
} from "../../model/mod.ts";
import { firstDifference } from "./first_difference.ts";
import { reportTransition, type Transition, wasHere } from "./transition.ts";

/** A field that may never change once it has a value. */
interface ImmutableField {
  readonly kind: string;
  readonly field: FieldPath;
}

/** What the CRDs of k0rdent refuse by rules on `oldSelf`. */
export const IMMUTABLE_FIELDS: readonly ImmutableField[] = [
  { kind: "ClusterTemplate", field: ["spec"] },
  { kind: "ProviderTemplate", field: ["spec"] },
  { kind: "ServiceTemplate", field: ["spec"] },
  { kind: "ClusterTemplateChain", field: ["spec"] },
  { kind: "ServiceTemplateChain", field: ["spec"] },
  { kind: "ClusterAuditPolicy", field: ["spec"] },
  { kind: "DataSource", field: ["spec"] },
  { kind: "ClusterDataSource", field: ["spec", "schema"] },
  { kind: "Credential", field: ["spec", "region"] },
  { kind: "Region", field: ["spec", "kubeConfig"] },
  { kind: "Region", field: ["spec", "clusterDeployment"] },
  { kind: "ClusterIPAM", field: ["spec", "clusterIPAMClaimRef"] },
  { kind: "ClusterIPAMClaim", field: ["spec", "cluster"] },
  { kind: "ClusterIPAMClaim", field: ["spec", "clusterIPAMRef"] },
  {
    kind: "ClusterDeployment",
    field: ["spec", "ipamClaim", "spec", "cluster"],
  },
  {
    kind: "ClusterDeployment",
    field: ["spec", "ipamClaim", "spec", "clusterIPAMRef"],
  },
  {
    kind: "ClusterDeployment",
    field: ["spec", "serviceSpec", "provider", "name"],
  },
  {
    kind: "MultiClusterService",
    field: ["spec", "serviceSpec", "provider", "name"],
  },
  { kind: "ServiceSet", field: ["spec", "provider", "name"] },
];

/** The objects whose `spec` is read, so that defaults make no difference. */
const SHELVES: Readonly<
  Record<string, (inventory: Inventory) => DeclaredMap<unknown>>
> = {
  ClusterTemplate: (inventory) => inventory.clusterTemplates,
  ProviderTemplate: (inventory) => inventory.providerTemplates,
  ServiceTemplate: (inventory) => inventory.serviceTemplates,
  ClusterTemplateChain: (inventory) => inventory.clusterTemplateChains,
  ServiceTemplateChain: (inventory) => inventory.serviceTemplateChains,
};

/** Objects that others name, so that a new one can take their place. */
const REPLACEABLE = /Template$|Chain$|^ClusterAuditPolicy$|^DataSource$/;

/**
 * Finds fields that the API server lets nobody change.
 *
 * @param change What to check.
 * @returns The findings, at the first place that differs in each field.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { transitionOf } from "../../../tests/transition_cases.ts";
 * assertEquals([...checkImmutableFields(transitionOf("", ""))], []);
 * ```
 */
export function* checkImmutableFields(
  change: Transition,
): Iterable<Finding> {
  const { before, after } = change;
  for (const [key, now] of after.inventory.all) {
    const old = before.all.get(key);
    if (old === undefined || now.copied || old.copied) continue;
    if (groupOf(now.manifest.apiVersion) !== K0RDENT_GROUP) continue;
    for (const { kind, field } of IMMUTABLE_FIELDS) {
      if (kind !== now.manifest.kind) continue;
      const values = [
        valueOf(old, { field, inventory: before }),
        valueOf(now, { field, inventory: after.inventory }),
      ] as const;
      if (values.some(isUnset)) continue;
      const difference = firstDifference(...values);
      if (difference === undefined) continue;
      yield changed(change, { old, now, field, difference });
    }
  }
}

function changed(
  change: Transition,
  { old, now, field, difference }: {
    readonly old: Definition;
    readonly now: Definition;
    readonly field: FieldPath;
    readonly difference: FieldPath;
  },
): Finding {
  const path = [...field, ...difference];
  const { kind, metadata } = now.manifest;
  const whole = formatPath(field);
  return reportTransition(change, "transition/immutable-field", {
    subject: now,
    field: path,
    message: `Cannot change "${formatPath(path)}" of ${
      formatIdentity(identityOf(now.manifest))
    }: ${whole === "spec" ? "its spec" : `"${whole}"`} may never change`,
    old: wasHere(old, path),
    ...(REPLACEABLE.test(kind)
      ? {
        remedy:
          `Leave "${metadata.name}" as it was, declare a ${kind} with another name, and name that one instead.`,
      }
      : {}),
  });
}

function valueOf(
  { manifest }: Definition,
  { field, inventory }: {
    readonly field: FieldPath;
    readonly inventory: Inventory;
  },
): unknown {
  const declared = declaredSpec(manifest, inventory);
  return getPath(
    declared === undefined ? manifest : { spec: declared },
    field,
  );
}

function declaredSpec({ kind, metadata }: Manifest, inventory: Inventory) {
  const shelf = Object.hasOwn(SHELVES, kind) ? SHELVES[kind] : undefined;
  return shelf?.(inventory).get(objectKey(metadata))?.spec;
}

/** The rules are asked only where the field is there on both sides. */
function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
