/**
 * The k0rdent kinds: schemas, defaults, what they refer to, and the inventory
 * of all definitions of a dry source.
 *
 * @module
 */

export * from "./access_management.ts";
export * from "./aws_identity.ts";
export * from "./azure_identity.ts";
export * from "./certificate.ts";
export * from "./cluster_deployment.ts";
export * from "./cluster_ipam_claim.ts";
export * from "./cluster_template.ts";
export * from "./components.ts";
export * from "./credential.ts";
export * from "./did_you_mean.ts";
export * from "./distribution/mod.ts";
export * from "./flux_sources.ts";
export * from "./helm_spec.ts";
export * from "./inventory.ts";
export * from "./kcm_version.ts";
export * from "./kind.ts";
export * from "./kinds.ts";
export * from "./label_selector.ts";
export * from "./managed.ts";
export * from "./management.ts";
export * from "./multi_cluster_service.ts";
export * from "./official_template.ts";
export * from "./openstack_identity.ts";
export * from "./provider_template.ts";
export * from "./references.ts";
export * from "./region.ts";
export * from "./release.ts";
export * from "./rules.ts";
export * from "./scope.ts";
export * from "./service_helm_options.ts";
export * from "./service_spec.ts";
export * from "./service_template.ts";
export * from "./source_spec.ts";
export * from "./state_management_provider.ts";
export * from "./template_chain.ts";
export * from "./upgrade_paths.ts";
export * from "./vsphere_identity.ts";
