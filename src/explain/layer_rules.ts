import type { LayerId } from "../render/mod.ts";

/** What each layer of chart values is about, by kcm-spec 2.5. */
export const LAYER_RULES: Readonly<Record<LayerId, string>> = {
  config: "spec.config of the ClusterDeployment",
  "address-pool": "KCM enters the pool of the cluster's IPAM claim",
  authentication:
    "KCM replaces auth where spec.clusterAuth names a ClusterAuthentication",
  "audit-policy": "KCM alone decides on audit.policyRef, by spec.auditPolicy",
  identity: "KCM replaces clusterIdentity by the identityRef of the Credential",
  installation:
    "KCM replaces global as soon as the installation has a setting for it",
  labels:
    "KCM fills clusterLabels with the labels of the ClusterDeployment, and its own",
};
