/**
 * All kinds of the k0rdent group.
 *
 * @module
 */

/** The kinds of `k0rdent.mirantis.com`, those that controllers write too. */
export const K0RDENT_KINDS: readonly string[] = [
  "AccessManagement",
  "ClusterAuditPolicy",
  "ClusterAuthentication",
  "ClusterDataSource",
  "ClusterDeployment",
  "ClusterIPAM",
  "ClusterIPAMClaim",
  "ClusterTemplate",
  "ClusterTemplateChain",
  "Credential",
  "DataSource",
  "Management",
  "ManagementBackup",
  "MultiClusterService",
  "ProviderInterface",
  "ProviderTemplate",
  "Region",
  "Release",
  "ServiceSet",
  "ServiceTemplate",
  "ServiceTemplateChain",
  "StateManagementProvider",
];

/** The k0rdent kinds that only controllers write. */
export const GENERATED_KINDS: readonly string[] = [
  "ClusterDataSource",
  "ServiceSet",
];
