/**
 * What is wrong with the ClusterDeployments of ../shared: mistakes of their own,
 * and charts that only the cluster can expand.
 *
 * @module
 */

/** Examples that are refused, and why. */
export interface Refusal {
  readonly reason: string;
  /** The ids of the errors, at every level. */
  readonly findings: readonly string[];
  readonly files: readonly string[];
}

/** Refused at every level: mistakes of the examples themselves. */
export const REFUSED: readonly Refusal[] = [
  {
    reason: "no namespace: kubectl would take that of the user's context",
    findings: ["k0rdent/missing-namespace"],
    files: [
      "catalog-apps-kserve-aws-cld.yaml",
      "catalog-apps-milvus-aws-cld.yaml",
      "catalog-apps-nvidia-aws-cld.yaml",
      "catalog-apps-nvidia-example_inference-doc.md-1.yaml",
      "catalog-apps-nvidia-example_inference-doc.md-2.yaml",
      "catalog-apps-open-webui-aws-cld.yaml",
      "docs-docs-admin-hosted-control-plane-hcp-aws.md-1.yaml",
      "docs-docs-admin-hosted-control-plane-hcp-azure.md-1.yaml",
      "docs-docs-admin-hosted-control-plane-hcp-azure.md-2.yaml",
      "docs-docs-admin-hosted-control-plane-hcp-kubevirt.md-1.yaml",
      "docs-docs-admin-hosted-control-plane-hcp-openstack.md-2.yaml",
      "docs-docs-reference-template-template-aws.md-1.yaml",
      "docs-docs-reference-template-template-aws.md-2.yaml",
      "docs-docs-reference-template-template-gcp.md-1.yaml",
      "docs-docs-reference-template-template-gcp.md-2.yaml",
      "docs-docs-reference-template-template-gcp.md-3.yaml",
    ],
  },
  {
    reason: "no config: KCM would silently make a dry run of it",
    findings: ["validate/missing-config"],
    files: ["k0rdent-kof-docs-kcm-region.md-3.yaml"],
  },
  {
    reason: "config stands beside spec, and there is no namespace",
    findings: ["k0rdent/missing-namespace", "k0rdent/unknown-field"],
    files: ["docs-docs-admin-hosted-control-plane-hcp-openstack.md-1.yaml"],
  },
  {
    reason: "no config, and nobody declares what it names",
    findings: ["validate/missing-config", "validate/missing-reference"],
    files: [
      "docs-docs-admin-clusters-cluster-iam-setup.md-2.yaml",
      "docs-docs-admin-ksm-ksm-byo-provider.md-2.yaml",
    ],
  },
  {
    reason: "placeholders that nobody filled in, and no config",
    findings: ["validate/missing-config", "validate/object-name"],
    files: ["docs-docs-admin-kof-kof-kcm-region.md-1.yaml"],
  },
  {
    reason: "nobody declares the ClusterTemplate; no release has dots in its",
    findings: ["validate/missing-reference"],
    files: ["docs-docs-admin-clusters-admin-adopting-clusters.md-2.yaml"],
  },
  {
    reason: "nobody declares the ClusterAuthentication",
    findings: ["validate/missing-reference"],
    files: ["docs-docs-admin-clusters-deploy-cluster.md-2.yaml"],
  },
  {
    reason: "nobody declares the services' templates or chains",
    findings: ["validate/missing-reference"],
    files: [
      "docs-docs-admin-ksm-ksm-service-templates.md-10.yaml",
      "docs-docs-user-services-add-service-to-clusterdeployment.md-1.yaml",
      "docs-docs-user-services-beach-head.md-1.yaml",
      "docs-docs-user-services-service-upgrade.md-2.yaml",
      "docs-docs-user-services-service-upgrade.md-4.yaml",
      "kcm-test-e2e-clusterdeployment-resources-docker-standalone-cp.yaml",
    ],
  },
];

/**
 * Refused at level capi only, by render/no-package: there is no built-in
 * package of the chart, so only the cluster can expand it.
 */
export const WITHOUT_PACKAGE: ReadonlySet<string> = new Set([
  "catalog-apps-aks-azure-cld.yaml",
  "catalog-apps-eks-aws-cld.yaml",
  "catalog-apps-eks-data.yaml-deploy_code-1.yaml",
  "catalog-apps-gcp-data.yaml-deploy_code-1.yaml",
  "catalog-apps-gke-data.yaml-deploy_code-1.yaml",
  "catalog-apps-gke-gcp-cld.yaml",
  "catalog-configurator-clds-gcp-cld-small.yaml",
  "docs-docs-admin-installation-prepare-mgmt-cluster-kubevirt.md-2.yaml",
  "docs-docs-quickstarts-quickstart-2-gcp.md-2.yaml",
  "docs-docs-quickstarts-quickstart-2-gcp.md-3.yaml",
  "docs-docs-quickstarts-quickstart-2-kubevirt.md-2.yaml",
  "docs-docs-reference-template-template-openstack.md-2.yaml",
  "k0rdent-kof-demo-cluster-aws-eks-child.yaml",
  "k0rdent-kof-demo-cluster-aws-eks-regional.yaml",
  "kcm-config-dev-eks-clusterdeployment.yaml",
  "kcm-config-dev-gcp-clusterdeployment.yaml",
  "kcm-config-dev-gke-clusterdeployment.yaml",
  "kcm-config-dev-kubevirt-clusterdeployment.yaml",
  "kcm-test-e2e-clusterdeployment-resources-aws-eks.yaml",
  "kcm-test-e2e-clusterdeployment-resources-aws-hosted-cp.yaml",
  "kcm-test-e2e-clusterdeployment-resources-azure-hosted-cp.yaml",
  "kcm-test-e2e-clusterdeployment-resources-gcp-standalone-cp.yaml",
  "kcm-test-e2e-clusterdeployment-resources-openstack-hosted-cp.yaml",
  "kcm-test-e2e-clusterdeployment-resources-vsphere-hosted-cp.yaml",
  "wrkode-k0rdent-oot-KUBEVIRT.md-2.yaml",
  // As soon as they have a namespace:
  "docs-docs-admin-hosted-control-plane-hcp-openstack.md-1.yaml",
  "docs-docs-admin-hosted-control-plane-hcp-aws.md-1.yaml",
  "docs-docs-admin-hosted-control-plane-hcp-azure.md-1.yaml",
  "docs-docs-admin-hosted-control-plane-hcp-azure.md-2.yaml",
  "docs-docs-admin-hosted-control-plane-hcp-kubevirt.md-1.yaml",
  "docs-docs-admin-hosted-control-plane-hcp-openstack.md-2.yaml",
  "docs-docs-reference-template-template-aws.md-2.yaml",
  "docs-docs-reference-template-template-gcp.md-1.yaml",
  "docs-docs-reference-template-template-gcp.md-2.yaml",
  "docs-docs-reference-template-template-gcp.md-3.yaml",
]);

/** What only the CRD knows: mistakes of the examples that no chart refuses. */
export const WRONG_VALUES: readonly {
  readonly reason: string;
  readonly problem: RegExp;
  readonly files: readonly string[];
}[] = [
  {
    reason: "instanceType has no default, and is not given",
    problem: /spec\.instanceType: expected at least 2 characters, found/,
    files: [
      "catalog-apps-cilium-data.yaml-deploy_code-3.yaml",
      "docs-docs-reference-template-template-aws.md-1.yaml",
      "docs-docs-user-services-add-service-to-clusterdeployment.md-1.yaml",
      "docs-docs-admin-ksm-ksm-service-templates.md-10.yaml",
      "docs-docs-user-services-service-upgrade.md-2.yaml",
      "docs-docs-user-services-service-upgrade.md-4.yaml",
      "k0rdent-kof-docs-kcm-region.md-3.yaml",
    ],
  },
  {
    reason: "rootVolume.volumeType is of an older API of the provider",
    problem: /rootVolume\.volumeType: the CRD has no such field$/,
    files: ["docs-docs-quickstarts-quickstart-2-openstack.md-2.yaml"],
  },
];

/** The examples that lack a namespace, and nothing else. */
export const NO_NAMESPACE: readonly string[] = REFUSED
  .filter(({ findings }) => findings.join() === "k0rdent/missing-namespace")
  .flatMap(({ files }) => files);
