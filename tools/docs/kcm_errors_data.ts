/**
 * What KCM refuses or reports, and what k0render says of it at Git time. The
 * ids are those of the specification that k0render follows.
 *
 * @module
 */

/** An error of KCM. */
export interface KcmError {
  readonly id: string;
  /** What KCM says, in short. */
  readonly about: string;
  /** The finding rules that say it; empty where none can. */
  readonly rules: readonly string[];
  /** What a cluster alone can tell, or what is left to it. */
  readonly cluster?: string;
}

const MISSING = "validate/missing-reference";
const READY = "whether it is ready";

/** All errors, by kind. */
export const KCM_ERRORS: readonly KcmError[] = [
  error("CD1", "no such ClusterTemplate", MISSING),
  error(
    "CD2",
    "the ClusterTemplate is invalid",
    "k0rdent/broken-rule",
    "validate/contract",
    "validate/kubernetes-version",
    "helm/chart",
  ),
  error(
    "CD3",
    "required providers are not deployed",
    "validate/missing-provider",
  ),
  error(
    "CD4",
    "a provider does not serve the contract",
    "validate/provider-contract",
  ),
  error(
    "CD5",
    "the Kubernetes version does not suit a service",
    "validate/kubernetes-version",
  ),
  error(
    "CD6",
    "the template has no infrastructure provider",
    "validate/template-providers",
  ),
  error("CD7", "no such Credential", MISSING, "validate/missing-credential"),
  left("CD8", "the Credential is not ready", READY, MISSING),
  error("CD9", "the Credential has no identityRef", "k0rdent/missing-field"),
  error(
    "CD10",
    "the provider does not take the identity",
    "validate/identity-kind",
  ),
  error(
    "CD11",
    "the infrastructure provider is not known",
    "validate/unknown-provider",
  ),
  error("CD12", "the upgrade is not allowed", "transition/cluster-upgrade"),
  error("CD13", "dataSource is added or removed", "transition/data-source"),
  error("CD14", "the chart's name changes", "transition/chart-name"),
  error("CD15", "a Region needs the removed cluster", MISSING),
  error("CD16", "errors of services: SV1 to SV17", "validate/service-name"),
  error(
    "CD17",
    "no such DataSource, ClusterAuthentication or ClusterAuditPolicy",
    MISSING,
  ),
  left(
    "CD18",
    "the Region cannot be reached",
    "whether it answers",
    MISSING,
    "validate/region-kubeconfig",
  ),
  error("CD19", "the chart cannot be had", "charts/unavailable"),
  error(
    "CD20",
    "the chart refuses the values",
    "helm/values",
    "helm/failed",
    "render/package",
  ),
  error("CD21", "config is no map", "k0rdent/wrong-type"),
  left(
    "CD22",
    "the CA Secret is missing or lacks the key",
    "Secrets that are not in Git",
    "render/unreadable-certificate",
    "validate/undeclared-reference",
  ),
  error(
    "CD23",
    "the address claim is another cluster's",
    "validate/ipam-claim",
  ),
  left(
    "CD24",
    "no such address claim, or it is not bound",
    "whether addresses are bound",
    MISSING,
  ),
  left(
    "CD25",
    "a Secret to copy is missing",
    "Secrets that are not in Git",
    "validate/registry-secret",
  ),
  error(
    "CD26",
    "the release's name is too long",
    "validate/cluster-name",
    "validate/object-name",
  ),
  error(
    "CD27",
    "no config, so that it is a dry run",
    "validate/missing-config",
  ),
  error(
    "CD28",
    "what propagation needs is missing",
    "validate/missing-resource-template",
  ),
  error(
    "SV1",
    "a service's name or namespace is not allowed",
    "validate/service-name",
  ),
  error("SV2", "no such ServiceTemplate", MISSING),
  error(
    "SV3",
    "the ServiceTemplate is invalid",
    "k0rdent/broken-rule",
    "validate/kubernetes-version",
  ),
  error(
    "SV4",
    "no such chain, or it is invalid",
    MISSING,
    "validate/unusable-chain",
  ),
  error(
    "SV5",
    "the chain lacks the template",
    "validate/chain-without-template",
  ),
  error(
    "SV6",
    "a service depends on one that is not there",
    "validate/service-dependency",
  ),
  error(
    "SV7",
    "services depend on each other in a circle",
    "validate/dependency-cycle",
  ),
  error(
    "SV8",
    "the chain lacks the template that was there",
    "transition/service-chain",
  ),
  error("SV9", "no such StateManagementProvider", MISSING),
  error(
    "SV10",
    "the template is missing in a cluster's namespace",
    "validate/missing-service-template",
  ),
  error(
    "SV11",
    "the provider's configuration cannot be read",
    "validate/provider-config",
    "render/provider-config",
    "k0rdent/invalid-value",
  ),
  left(
    "SV12",
    "the template's status is not there yet",
    "it is taken for resolved",
  ),
  error("SV13", "no such HelmChart or source", MISSING),
  error(
    "SV14",
    "the chart's version is not known",
    "render/unpinned-chart",
    "charts/unavailable",
  ),
  error("SV15", "the chart comes from a Bucket", "validate/bucket-chart"),
  error(
    "SV16",
    "the cluster's objects are not there",
    MISSING,
    "render/no-cluster-object",
  ),
  error(
    "SV17",
    "Sveltos refuses the Profile, or releases conflict",
    "validate/service-name",
    "render/release-conflict",
    "crd/broken-rule",
  ),
  error("MC1", "a dependency is not there", MISSING),
  error("MC2", "dependencies go in a circle", "validate/dependency-cycle"),
  error(
    "MC3",
    "the selector cannot be read",
    "k0rdent/broken-rule",
    "k0rdent/invalid-value",
  ),
  error("MC4", "others depend on the removed one", MISSING),
  left("MC5", "it waits for another one", "what is deployed already"),
  left("T1", "declared Secrets are missing", "Secrets of KCM's installation"),
  error(
    "T2",
    "chartRef names no HelmChart",
    "validate/unusable-chart-reference",
    "k0rdent/invalid-value",
  ),
  error("T3", "neither chartSpec nor chartRef", "k0rdent/broken-rule"),
  error("T4", "the chart cannot be downloaded", "charts/unavailable"),
  error("T5", "the chart's metadata is invalid", "helm/chart"),
  error("T6", "a contract version is wrong", "validate/contract"),
  error(
    "T7",
    "a Kubernetes version or constraint is wrong",
    "validate/kubernetes-version",
  ),
  left("T8", "the local source is missing or not ready", READY, MISSING),
  error("T9", "an upgrade leads out of the chain", "validate/invalid-chain"),
  error(
    "T10",
    "some upgrades have versions, some none",
    "validate/invalid-chain",
  ),
  error("T11", "the chain's template is missing", MISSING),
  error("T12", "the source of a chain's copy is missing", MISSING),
  error(
    "T13",
    "the removed template is used",
    MISSING,
    "transition/removed-in-use",
  ),
  left(
    "CR1",
    "no such identity",
    "identities of Regions",
    MISSING,
    "validate/undeclared-reference",
  ),
  error("CR2", "no such Region", MISSING),
  error(
    "CR3",
    "what the identity names is missing",
    MISSING,
    "validate/undeclared-reference",
    "render/region-identity",
  ),
  error(
    "RG1",
    "the kubeconfig or cluster of a Region is missing",
    MISSING,
    "validate/undeclared-reference",
    "validate/region-kubeconfig",
  ),
  error("RG2", "clusters use the removed Region", MISSING),
  error(
    "RG3",
    "clusters require the removed provider",
    "validate/missing-provider",
  ),
  error(
    "RG4",
    "contracts of core and providers do not fit",
    "validate/core-contract",
    "validate/provider-contract",
  ),
  left("MG1", "no such Release, or it is not ready", READY, MISSING),
  error(
    "MG2",
    "the Management is removed while it is needed",
    "transition/management-in-use",
  ),
  left(
    "MG3",
    "a component's template, values or Secret is wrong",
    READY,
    MISSING,
    "render/component",
    "validate/registry-secret",
  ),
  error("RL1", "templates of the Release are missing", MISSING),
  error(
    "RL2",
    "the removed Release is used",
    MISSING,
    "transition/release-in-use",
  ),
  error(
    "AM1",
    "there is another AccessManagement",
    "validate/second-access-management",
  ),
  error(
    "AM2",
    "it is removed while there is a Management",
    "transition/access-in-use",
  ),
  error(
    "AM3",
    "the kind does not exist, or has no namespace",
    "validate/access-kind",
  ),
  error("AM4", "the object is missing", "validate/access-object"),
  error("AM5", "the selector cannot be read", "validate/access-selector"),
  left(
    "CA1",
    "the AuthenticationConfiguration is invalid",
    "the API server's own validator; its schema is checked with --schemas",
    "crd/invalid-value",
  ),
  error("CA2", "clusters use the removed object", MISSING),
  left(
    "AP1",
    "the audit policy is invalid",
    "the API server's own validator; its schema is checked with --schemas",
    "crd/invalid-value",
  ),
  error(
    "IP1",
    "an address is none, or the provider is not known",
    "validate/ipam-claim",
    "k0rdent/invalid-value",
  ),
  left(
    "SM1",
    "adapter, provisioner or readiness rule are wrong",
    "whether the adapter runs",
    "k0rdent/broken-rule",
    "crd/broken-rule",
  ),
  left(
    "SM2",
    "a ClusterRoleBinding is somebody else's",
    "what is in the cluster",
  ),
];

function error(id: string, about: string, ...rules: string[]): KcmError {
  return { id, about, rules };
}

/** Git tells some of it. */
function left(
  id: string,
  about: string,
  ...[cluster = "", ...rules]: string[]
): KcmError {
  return { id, about, rules, cluster };
}
