/**
 * The order in which Helm installs objects.
 *
 * @module
 */

import type { HelmVersion } from "./chart.ts";

const HELM_3 = [
  "PriorityClass",
  "Namespace",
  "NetworkPolicy",
  "ResourceQuota",
  "LimitRange",
  "PodSecurityPolicy",
  "PodDisruptionBudget",
  "ServiceAccount",
  "Secret",
  "SecretList",
  "ConfigMap",
  "StorageClass",
  "PersistentVolume",
  "PersistentVolumeClaim",
  "CustomResourceDefinition",
  "ClusterRole",
  "ClusterRoleList",
  "ClusterRoleBinding",
  "ClusterRoleBindingList",
  "Role",
  "RoleList",
  "RoleBinding",
  "RoleBindingList",
  "Service",
  "DaemonSet",
  "Pod",
  "ReplicationController",
  "ReplicaSet",
  "Deployment",
  "HorizontalPodAutoscaler",
  "StatefulSet",
  "Job",
  "CronJob",
  "IngressClass",
  "Ingress",
  "APIService",
];

const HELM_4 = [
  ...HELM_3,
  "MutatingWebhookConfiguration",
  "ValidatingWebhookConfiguration",
];

const RANKS = { 3: rank(HELM_3), 4: rank(HELM_4) };

/**
 * Sorts objects by their kinds; those of one kind keep their order, and kinds
 * that Helm does not know come last, by name.
 *
 * @param objects The objects.
 * @param helm The Helm to follow.
 * @returns The objects in order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const objects = [{ kind: "Zoo" }, { kind: "Cluster" }, { kind: "Secret" }];
 * assertEquals(
 *   inInstallOrder(objects, 4).map(({ kind }) => kind),
 *   ["Secret", "Cluster", "Zoo"],
 * );
 * ```
 */
export function inInstallOrder<Item extends { readonly kind: string }>(
  objects: readonly Item[],
  helm: HelmVersion,
): Item[] {
  const ranks = RANKS[helm];
  return objects.toSorted((a, b) => {
    const first = ranks.get(a.kind) ?? Infinity;
    const second = ranks.get(b.kind) ?? Infinity;
    if (first !== second) return first < second ? -1 : 1;
    if (first !== Infinity || a.kind === b.kind) return 0;
    return a.kind < b.kind ? -1 : 1;
  });
}

function rank(kinds: readonly string[]): ReadonlyMap<string, number> {
  return new Map(kinds.map((kind, index) => [kind, index]));
}
