/**
 * The kinds that have no namespace.
 *
 * @module
 */

import { getField, groupOf, type Manifest } from "../model/mod.ts";

/** Cluster-scoped kinds by group, of what management clusters hold. */
const CLUSTER_SCOPED: Readonly<Record<string, readonly string[]>> = {
  "": ["Namespace", "Node", "PersistentVolume"],
  "admissionregistration.k8s.io": [
    "MutatingWebhookConfiguration",
    "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding",
    "ValidatingWebhookConfiguration",
  ],
  "apiextensions.k8s.io": ["CustomResourceDefinition"],
  "apiregistration.k8s.io": ["APIService"],
  "cert-manager.io": ["ClusterIssuer"],
  "config.projectsveltos.io": ["ClusterProfile", "ClusterPromotion"],
  "external-secrets.io": ["ClusterExternalSecret", "ClusterSecretStore"],
  "infrastructure.cluster.x-k8s.io": [
    "AWSClusterControllerIdentity",
    "AWSClusterRoleIdentity",
    "AWSClusterStaticIdentity",
    "OpenStackClusterIdentity",
    "VSphereClusterIdentity",
    "VSphereDeploymentZone",
    "VSphereFailureDomain",
  ],
  "ipam.cluster.x-k8s.io": [
    "GlobalInClusterIPPool",
    "GlobalInClusterPrefixPool",
    "InfobloxInstance",
  ],
  "k0rdent.mirantis.com": [
    "AccessManagement",
    "Management",
    "ManagementBackup",
    "MultiClusterService",
    "ProviderInterface",
    "ProviderTemplate",
    "Region",
    "Release",
    "StateManagementProvider",
  ],
  "lib.projectsveltos.io": [
    "Classifier",
    "ClusterHealthCheck",
    "ClusterSet",
    "EventSource",
    "HealthCheck",
    "RoleRequest",
  ],
  "networking.k8s.io": ["IngressClass"],
  "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
  "runtime.cluster.x-k8s.io": ["ExtensionConfig"],
  "scheduling.k8s.io": ["PriorityClass"],
  "storage.k8s.io": ["CSIDriver", "StorageClass", "VolumeAttributesClass"],
};

/**
 * Whether objects of this kind live outside namespaces.
 *
 * @param manifest An object of the kind.
 * @returns Whether the kind is known to be cluster-scoped.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isClusterScoped({ apiVersion: "v1", kind: "Namespace", metadata: { name: "a" } }));
 * ```
 */
export function isClusterScoped(manifest: Manifest): boolean {
  const kinds: unknown = getField(CLUSTER_SCOPED, groupOf(manifest.apiVersion));
  return Array.isArray(kinds) && kinds.includes(manifest.kind);
}
