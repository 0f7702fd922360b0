/**
 * What no rendering can show about fields: what is impossible at Git time and
 * what is done instead, and what has no effect on what is rendered.
 *
 * @module
 */

/** Notes by kind, then by field; a note is for all fields below its own. */
export const NOTES: Readonly<
  Record<string, Readonly<Record<string, string>>>
> = {
  AccessManagement: {
    "accessRules[].resources[]":
      "Kinds that k0render does not know are followed unchecked.",
    "accessRules[].targetNamespaces":
      "Namespaces are those that are declared or used in Git.",
    "accessRules[].credentials[]":
      "Copied with its identity; an encrypted identity is not copied.",
    "accessRules[].clusterAuthentications[]": "Copied for review.",
    "accessRules[].clusterAuditPolicies[]": "Copied for review.",
    "accessRules[].clusterTemplateChains[]":
      "Copied with its templates, for review.",
    "accessRules[].serviceTemplateChains[]":
      "Copied with its templates and what they need.",
    "accessRules[].dataSources[]": "Copied for review.",
  },
  ClusterAuditPolicy: {
    policy: "Its hash is in the cluster's values, byte for byte as KCM's.",
  },
  ClusterAuthentication: {
    authenticationConfiguration:
      "Its hash is in the cluster's values, byte for byte as KCM's.",
    caSecret:
      "Certificates in clear text are read from Git; a Secret that is encrypted or absent is asked for as a ConfigMap.",
  },
  ClusterDataSource: {
    "":
      "Controllers write it, after a random name. Its Secrets are asked for in spec.config.dataSource of the ClusterDeployment.",
  },
  ClusterDeployment: {
    cleanupOnDeletion: "Done by KCM in the cloud; nobody does it without KCM.",
    config: "The chart's schema checks it where there is one.",
    credential: "Its identity goes into the chart's values.",
    dataSource:
      "The Secrets it leads to are known in the cluster only; they are asked for in spec.config.dataSource.",
    dryRun: "Nothing is applied for the cluster; all of it is for review.",
    "ipamClaim.spec.cluster": "It has to be the cluster itself.",
    "ipamClaim.spec.clusterIPAMRef": "KCM sets it.",
    "ipamClaim.spec.clusterNetwork":
      "Which of its addresses are free is known in the cluster only; KCM does not use them either.",
    "ipamClaim.spec.externalNetwork": "KCM does not use it.",
    "ipamClaim.spec.nodeNetwork.cidr":
      "The pool has it where there are no ipAddresses.",
    "serviceSpec.policyRefs[].kind": "Another kind needs other fields.",
    "serviceSpec.provider.name":
      "A provider with an adapter of its own gets the ServiceSet only.",
    "serviceSpec.provider.selfManagement": "For MultiClusterServices only.",
    "serviceSpec.services[].dependsOn[]":
      "Order by deployed state is left to the cluster; all services are rendered.",
    "serviceSpec.services[].helmOptions.installOptions":
      "createNamespace, disableHooks and replace of helmOptions itself win.",
    "serviceSpec.services[].templateChain":
      "It is checked that the chain has the template. Step-wise upgrades are not done: what is rendered is the end of the way.",
    "serviceSpec.services[].valuesFrom[].kind":
      "What a Secret holds is never read.",
    template: "Its chart is expanded: built in, vendored, or locked.",
  },
  ClusterIPAM: {
    "": "KCM writes it from the claim; k0render does so for review.",
  },
  ClusterIPAMClaim: {
    cluster: "Set by KCM for claims that a ClusterDeployment makes.",
    clusterIPAMRef: "KCM sets it.",
    clusterNetwork: "KCM makes no pool of it.",
    externalNetwork: "KCM makes no pool of it.",
    "nodeNetwork.cidr": "The pool has it where there are no ipAddresses.",
  },
  ClusterTemplate: {
    "helm.chartSource": "Refused, as KCM refuses it.",
    "helm.chartRef":
      "The HelmChart is carried; its chart is what a cluster is expanded by.",
    "helm.chartSpec.sourceRef": "The HelmChart names it as well.",
    k8sVersion: "Held against the constraints of the services.",
    providerContracts: "Held against the installed providers' contracts.",
    providers: "Held against the installed providers, and the identity's kind.",
  },
  ClusterTemplateChain: {
    "supportedTemplates[]":
      "Which upgrades of running clusters it allows is checked against a base revision.",
  },
  Credential: {
    description: "For people.",
    "identityRef.kind": "One that a provider of the template takes.",
    "identityRef.namespace": "Ignored for kinds without a namespace.",
    region:
      "The cluster's objects are applied to the Region's cluster, where its kubeconfig is.",
  },
  DataSource: {
    "": "Carried. No database is asked, and no password is read.",
  },
  Management: {
    cleanup: "Done when the Management is deleted, by KCM.",
    release: "It has to be declared for the components to be expanded.",
  },
  ManagementBackup: { "": "Carried. Backups are Velero's, in the cluster." },
  MultiClusterService: {
    clusterSelector:
      "It selects among the ClusterDeployments of the environment.",
    dependsOn: "Order by deployed state is left to the cluster.",
    keepServicesOnSelectorMismatch:
      "Seen when a cluster no longer matches: what it has stays.",
    "serviceSpec.policyRefs[].kind": "Another kind needs other fields.",
    "serviceSpec.provider.name":
      "A provider with an adapter of its own gets the ServiceSet only.",
    "serviceSpec.services[].dependsOn[]":
      "Order by deployed state is left to the cluster; all services are rendered.",
    "serviceSpec.services[].helmOptions.installOptions":
      "createNamespace, disableHooks and replace of helmOptions itself win.",
    "serviceSpec.services[].templateChain":
      "It is checked that the chain has the template.",
    "serviceSpec.services[].valuesFrom[].kind":
      "What a Secret holds is never read.",
  },
  ProviderInterface: {
    "": "Carried; k0rdent's own are known without it.",
  },
  ProviderTemplate: {
    "helm.chartSource": "Refused, as KCM refuses it.",
    capiContracts: "Held against the installed Cluster API.",
    "helm.chartRef": "The HelmChart is carried, and the components name it.",
    "helm.chartSpec.sourceRef": "The HelmChart names it as well.",
    providers: "Held against what ClusterTemplates ask for.",
  },
  Region: {
    clusterDeployment: "Its kubeconfig Secret is the cluster's.",
    kubeConfig: "The Secret is not read, and not copied.",
    core:
      "For review where the kubeconfig has to be copied, which only KCM does.",
    providers:
      "For review where the kubeconfig has to be copied, which only KCM does.",
  },
  Release: {
    "capi.template": "Where the Management names no other.",
    "kcm.template": "Where the Management names no other.",
    "providers[]": "Where the Management has the provider, and names no other.",
    "regional.template": "Where the Region names no other.",
  },
  ServiceSet: {
    "": "KCM writes it; k0render does so for review.",
  },
  ServiceTemplate: {
    "helm.chartRef": "The HelmChart is carried, and services name it.",
    "helm.chartSource.deploymentType": "Charts are always delivered remotely.",
    "helm.chartSpec.sourceRef": "The HelmChart names it as well.",
    "helmOptions.installOptions":
      "createNamespace, disableHooks and replace of helmOptions itself win.",
    k8sConstraint: "Held against the Kubernetes version of cluster templates.",
    "resources.localSourceRef": "Other kinds need other fields.",
    "helm.chartSource":
      "The Flux source has what stands here, whatever its kind.",
    kustomize: "The Flux source has what stands here, whatever its kind.",
    resources: "The Flux source has what stands here, whatever its kind.",
  },
  ServiceTemplateChain: {
    "supportedTemplates[]":
      "Which upgrades of running services it allows is checked against a base revision.",
  },
  StateManagementProvider: {
    "": "Its adapter and its readiness rules are known in the cluster only.",
    suspend: "What is there of its services stays as it is.",
    selector: "A ServiceSet that it does not select gets no Profile.",
  },
};
