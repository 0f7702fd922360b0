/**
 * Which kinds live in namespaces.
 *
 * @module
 */

import { getField } from "../model/mod.ts";

/** Whether objects of a kind live in a namespace. */
export type Scope = "cluster" | "namespaced";

/** Kinds without a namespace, by group. */
const CLUSTER_SCOPED: Readonly<Record<string, readonly string[]>> = {
  "": ["Namespace", "Node", "PersistentVolume"],
  "admissionregistration.k8s.io": [
    "MutatingAdmissionPolicy",
    "MutatingAdmissionPolicyBinding",
    "MutatingWebhookConfiguration",
    "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding",
    "ValidatingWebhookConfiguration",
  ],
  "apiextensions.k8s.io": ["CustomResourceDefinition"],
  "apiregistration.k8s.io": ["APIService"],
  "certificates.k8s.io": ["CertificateSigningRequest", "ClusterTrustBundle"],
  "cert-manager.io": ["ClusterIssuer"],
  "config.projectsveltos.io": ["ClusterProfile", "ClusterPromotion"],
  "external-secrets.io": ["ClusterExternalSecret", "ClusterSecretStore"],
  "flowcontrol.apiserver.k8s.io": [
    "FlowSchema",
    "PriorityLevelConfiguration",
  ],
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
  "kyverno.io": ["ClusterPolicy"],
  "lib.projectsveltos.io": [
    "Classifier",
    "ClusterHealthCheck",
    "ClusterSet",
    "DebuggingConfiguration",
    "EventSource",
    "HealthCheck",
    "ManagementClusterClassifier",
    "Reloader",
    "RoleRequest",
    "SveltosLicense",
    "Techsupport",
  ],
  "networking.k8s.io": ["IngressClass", "IPAddress", "ServiceCIDR"],
  "node.k8s.io": ["RuntimeClass"],
  "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
  "runtime.cluster.x-k8s.io": ["ExtensionConfig"],
  "scheduling.k8s.io": ["PriorityClass"],
  "storage.k8s.io": [
    "CSIDriver",
    "CSINode",
    "StorageClass",
    "VolumeAttachment",
    "VolumeAttributesClass",
  ],
};

/** Groups whose other kinds are known to live in namespaces. */
const KNOWN_GROUPS: ReadonlySet<string> = new Set([
  "",
  "apps",
  "autoscaling",
  "batch",
  "bitnami.com",
  "bootstrap.cluster.x-k8s.io",
  "cluster.x-k8s.io",
  "config.projectsveltos.io",
  "controlplane.cluster.x-k8s.io",
  "discovery.k8s.io",
  "external-secrets.io",
  "helm.toolkit.fluxcd.io",
  "image.toolkit.fluxcd.io",
  "infrastructure.cluster.x-k8s.io",
  "ipam.cluster.x-k8s.io",
  "k0rdent.mirantis.com",
  "kustomize.toolkit.fluxcd.io",
  "lib.projectsveltos.io",
  "networking.k8s.io",
  "notification.toolkit.fluxcd.io",
  "policy",
  "rbac.authorization.k8s.io",
  "source.toolkit.fluxcd.io",
]);

/**
 * Whether objects of a kind live in a namespace.
 *
 * @param type The kind, with its group.
 * @returns The scope; `undefined` for kinds that k0render does not know.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(scopeOf({ group: "", kind: "Namespace" }), "cluster");
 * assertEquals(scopeOf({ group: "apps", kind: "Deployment" }), "namespaced");
 * assertEquals(scopeOf({ group: "example.com", kind: "Gadget" }), undefined);
 * ```
 */
export function scopeOf(
  type: { readonly group: string; readonly kind: string },
): Scope | undefined {
  const kinds = getField(CLUSTER_SCOPED, type.group);
  if (Array.isArray(kinds) && kinds.includes(type.kind)) return "cluster";
  return KNOWN_GROUPS.has(type.group) ? "namespaced" : undefined;
}
