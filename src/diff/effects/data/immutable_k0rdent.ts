/**
 * Fields of k0rdent's kinds that their CRDs let nobody change.
 *
 * @module
 */

import type { FieldRow, RowCondition } from "../field_rule.ts";

/** Kind, field, why, and the file of kcm's api/v1beta1 that says so. */
type Row = readonly [string, string, string, string, RowCondition?];

const ROWS: readonly Row[] = [
  [
    "ClusterTemplate",
    "spec",
    "Clusters were made by it: give a new version a new name",
    "clustertemplate_types.go",
  ],
  [
    "ServiceTemplate",
    "spec",
    "Services were made by it: give a new version a new name",
    "servicetemplate_types.go",
  ],
  [
    "ProviderTemplate",
    "spec",
    "Providers were installed by it: give a new version a new name",
    "providertemplate_types.go",
  ],
  [
    "ClusterTemplateChain",
    "spec",
    "Upgrades were allowed by it: make a new chain",
    "clustertemplatechain_types.go",
  ],
  [
    "ServiceTemplateChain",
    "spec",
    "Upgrades were allowed by it: make a new chain",
    "servicetemplatechain_types.go",
  ],
  [
    "Credential",
    "spec.region",
    "Clusters of the Credential live in the region",
    "credential_types.go",
  ],
  [
    "Region",
    "spec.kubeConfig",
    "It says which cluster the region is",
    "region_types.go",
  ],
  [
    "Region",
    "spec.clusterDeployment",
    "It says which cluster the region is",
    "region_types.go",
  ],
  [
    "ClusterAuditPolicy",
    "spec",
    "API servers were started with it: make a new policy",
    "clusterauditpolicy_types.go",
  ],
  [
    "DataSource",
    "spec",
    "Control planes keep their data there: make a new one",
    "datasource_types.go",
  ],
  [
    "ClusterIPAMClaim",
    "spec.cluster",
    "Addresses were given to the cluster",
    "clusteripamclaim_types.go",
    "was-set",
  ],
  [
    "ClusterIPAMClaim",
    "spec.clusterIPAMRef",
    "Addresses were given out of it",
    "clusteripamclaim_types.go",
    "was-set",
  ],
];

/** Fields of k0rdent's kinds that may not change. */
export const IMMUTABLE_K0RDENT: readonly FieldRow[] = ROWS.map(
  ([kind, path, why, file, when]) => ({
    group: "k0rdent.mirantis.com",
    kind,
    path,
    ...(when === undefined ? {} : { when }),
    effect: "will-fail",
    rule: "effects/immutable-field",
    summary: `${path} is immutable`,
    why,
    source: `kcm: api/v1beta1/${file}`,
  }),
);
