/**
 * What can be wrong with objects in their surroundings.
 *
 * @module
 */

import { defineRules } from "../model/mod.ts";

/** The finding rules of this room. */
export const VALIDATE_RULES = defineRules({
  "validate/missing-reference": {
    severity: "error",
    summary: "An object names another one that nobody declares.",
    remedy: "Declare the object, or correct the name.",
  },
  "validate/undeclared-reference": {
    severity: "warning",
    summary:
      "An object names a Secret, a ConfigMap or an identity of a Region that is not in the dry source.",
    remedy:
      "Declare it, a Secret encrypted, or make sure that something else creates it.",
  },
  "validate/official-template": {
    severity: "notice",
    summary:
      "A ClusterTemplate is not declared and taken for the one that k0rdent ships.",
    remedy:
      "Declare the ClusterTemplate to be independent of k0rdent's release.",
  },
  "validate/official-provider": {
    severity: "notice",
    summary:
      "ProviderTemplates are not declared and taken for those that k0rdent ships.",
    remedy:
      "Declare the ProviderTemplates to be independent of k0rdent's release.",
  },
  "validate/singleton-name": {
    severity: "error",
    summary: "KCM looks at one object of this kind only, and it is not this.",
    remedy: 'Name it "kcm".',
  },
  "validate/missing-provider": {
    severity: "error",
    summary:
      "A cluster's template requires a provider that its Management or Region does not install.",
    remedy: "Add the provider to spec.providers of the Management or Region.",
  },
  "validate/core-contract": {
    severity: "error",
    summary:
      "A provider is made for a contract that the installed Cluster API does not serve.",
    remedy: "Take the templates of one Release.",
  },
  "validate/region-kubeconfig": {
    severity: "error",
    summary: "The Secret of a Region's kubeconfig lacks the key.",
    remedy: "Correct spec.kubeConfig.key, or add the key to the Secret.",
  },
  "validate/unusable-chart-reference": {
    severity: "error",
    summary: "A template's chartRef names something that KCM cannot follow.",
    remedy: "Name a HelmChart with its namespace, or use chartSpec.",
  },
  "validate/bucket-chart": {
    severity: "error",
    summary:
      "A service's chart comes from a Bucket, which Sveltos cannot read.",
    remedy: "Take the chart from a HelmRepository or GitRepository.",
  },
  "validate/missing-service-template": {
    severity: "error",
    summary:
      "A MultiClusterService needs a ServiceTemplate in a cluster's namespace.",
    remedy: "Declare the ServiceTemplate in the namespace of the cluster too.",
  },
  "validate/missing-config": {
    severity: "error",
    summary:
      "A ClusterDeployment has no config, which KCM silently takes for a dry run.",
    remedy: 'Write "config: {}" to deploy with the template\'s defaults.',
  },
  "validate/missing-credential": {
    severity: "error",
    summary: "A ClusterDeployment names no Credential.",
    remedy: "Name a Credential of the same namespace in spec.credential.",
  },
  "validate/cluster-name": {
    severity: "error",
    summary: "A ClusterDeployment's name is too long for a Helm release.",
    remedy: "Use at most 53 characters.",
  },
  "validate/service-name": {
    severity: "error",
    summary: "A service's name or namespace is not what Helm releases allow.",
    remedy:
      "Use lower-case letters, digits and dashes: at most 53 for a name, 63 for a namespace.",
  },
  "validate/service-dependency": {
    severity: "error",
    summary: "A service depends on one that is not in the same list.",
    remedy: "Add the service, or correct its name and namespace.",
  },
  "validate/dependency-cycle": {
    severity: "error",
    summary: "Services depend on each other in a circle, so none can begin.",
    remedy: "Remove one of the dependencies.",
  },
  "validate/chain-without-template": {
    severity: "error",
    summary: "A service's template is not in the chain that the service names.",
    remedy: "Add the template to the chain, or name another chain.",
  },
  "validate/invalid-chain": {
    severity: "error",
    summary: "A template chain contradicts itself.",
    remedy: "Follow the rule in the message.",
  },
  "validate/unusable-chain": {
    severity: "error",
    summary: "A service names a template chain that KCM calls invalid.",
    remedy: "Correct the chain, or name another one.",
  },
  "validate/second-access-management": {
    severity: "error",
    summary: "There is more than one AccessManagement.",
    remedy: 'Put all rules into the one with the name "kcm".',
  },
  "validate/access-kind": {
    severity: "error",
    summary:
      "An access rule distributes a kind that does not exist or has no namespace.",
    remedy: "Correct kind and apiGroup; k0rdent's own kinds need no apiGroup.",
  },
  "validate/access-object": {
    severity: "error",
    summary: "An access rule names an object that nobody declares.",
    remedy: "Declare the object in KCM's namespace, or correct the name.",
  },
  "validate/access-selector": {
    severity: "error",
    summary: "A string selector of an access rule cannot be read.",
    remedy: 'Write it like "env in (dev, test), !legacy".',
  },
  "validate/access-namespaces": {
    severity: "warning",
    summary:
      "An access rule does not list its namespaces: only those in Git are known.",
    remedy:
      "List the namespaces, or declare each with its labels as a Namespace.",
  },
  "validate/encrypted-copy": {
    severity: "warning",
    summary:
      "An access rule distributes an encrypted document, which cannot be copied.",
    remedy: "Encrypt one for each namespace, and declare it there.",
  },
  "validate/provider-config": {
    severity: "warning",
    summary: "A key of provider.config is not read by k0rdent.",
    remedy: "Correct the key or remove it.",
  },
  "validate/identity-kind": {
    severity: "error",
    summary:
      "A cluster's Credential holds an identity that the cluster's provider does not take.",
    remedy: "Name a Credential with an identity of the right kind.",
  },
  "validate/unknown-provider": {
    severity: "warning",
    summary:
      "A ClusterTemplate is made for an infrastructure provider that k0rdent does not ship.",
    remedy:
      "Correct spec.providers of the ClusterTemplate, or declare the ProviderInterface that the provider's chart brings.",
  },
  "validate/template-providers": {
    severity: "error",
    summary: "A ClusterTemplate names no infrastructure provider.",
    remedy: "Add the infrastructure provider to spec.providers.",
  },
  "validate/contract": {
    severity: "error",
    summary: "A contract version is not written as Cluster API writes them.",
    remedy: "Write a version like v1beta1; join several with underscores.",
  },
  "validate/provider-contract": {
    severity: "error",
    summary:
      "A cluster's template requires a contract that its provider does not serve.",
    remedy:
      "Use a template for the provider's version, or upgrade the provider.",
  },
  "validate/kubernetes-version": {
    severity: "error",
    summary: "A Kubernetes version or constraint does not hold or is none.",
    remedy: "Use another template, or correct the version or constraint.",
  },
  "validate/chart-collision": {
    severity: "error",
    summary: "Two templates would make the same HelmChart.",
    remedy: "Rename one of the templates.",
  },
  "validate/repository-type": {
    severity: "error",
    summary: "A HelmRepository has an oci:// URL but is not of type oci.",
    remedy: 'Add "type: oci".',
  },
  "validate/empty-selector": {
    severity: "error",
    summary: "A MultiClusterService selects no cluster and not itself.",
    remedy: "Give clusterSelector labels; an empty selector matches nothing.",
  },
  "validate/selects-everything": {
    severity: "warning",
    summary: "A MultiClusterService selects every cluster there is or will be.",
    remedy:
      "Ask for a label that the clusters which are meant have, with matchLabels or an expression with In or Exists.",
  },
  "validate/unmatched-selector": {
    severity: "warning",
    summary: "A MultiClusterService's selector matches no ClusterDeployment.",
    remedy: "Correct the selector, or the labels of the ClusterDeployments.",
  },
  "validate/labels-in-config": {
    severity: "warning",
    summary:
      "Labels that a selector asks for stand in config.clusterLabels only.",
    remedy:
      "Put the labels into metadata.labels of the ClusterDeployment, which is what selectors match.",
  },
  "validate/missing-resource-template": {
    severity: "warning",
    summary:
      "A Credential is propagated, but what Sveltos needs for it is not there.",
    remedy:
      "Declare the object, or set propagateCredentials: false on the clusters.",
  },
  "validate/clear-text-secret": {
    severity: "error",
    summary:
      "A Secret holds clear text, which everybody with the history reads.",
    remedy:
      "Encrypt it with SOPS, use a SealedSecret or an ExternalSecret, and replace the secret itself: it is in the history.",
  },
  "validate/secret-in-config": {
    severity: "warning",
    summary:
      "The config of a cluster holds a password or token, which everybody with the history reads.",
    remedy:
      "Remove it and replace the secret itself: it is in the history. Clusters get their credentials from the Secret of their Credential.",
  },
  "validate/other-identity": {
    severity: "warning",
    summary:
      "The config of a cluster names another identity than its Credential has; KCM takes the Credential's.",
    remedy:
      "Remove clusterIdentity from config, and name the Credential of the identity that is meant in spec.credential.",
  },
  "validate/open-identity": {
    severity: "warning",
    summary:
      "Clusters of every namespace may use an identity, and with it the cloud account.",
    remedy: "Say which namespaces may use it.",
  },
  "validate/wrapper-values": {
    severity: "warning",
    summary:
      "The values of a service stand at another level than the chart reads them from, so they do nothing.",
    remedy:
      "A chart that wraps another one takes its values below that one's name: put them there.",
  },
  "validate/live-object": {
    severity: "error",
    summary:
      "An object was exported from a live cluster, with fields that only the API server may write.",
    remedy: "Remove the field, and status with it.",
  },
  "validate/object-name": {
    severity: "error",
    summary: "Kubernetes does not allow the object's name or namespace.",
    remedy: "Use lower-case letters, digits, dashes and dots.",
  },
  "validate/label": {
    severity: "error",
    summary: "Kubernetes does not allow a label's key or value.",
    remedy:
      "Use letters, digits, dashes, underscores and dots: at most 63 characters.",
  },
  "validate/unknown-config-key": {
    severity: "warning",
    summary: "A key of config is not known to the template's chart.",
    remedy: "Correct the key or remove it; the chart ignores it.",
  },
  "validate/registry-secret": {
    severity: "warning",
    summary:
      "A cluster needs a Secret of the installation's registries in its namespace, and none is declared.",
    remedy:
      "Declare the Secret in the cluster's namespace, encrypted; or make sure that it is there.",
  },
  "validate/kcm-version": {
    severity: "warning",
    summary: "A field came with a later version of KCM, so it has no effect.",
    remedy:
      "Remove the field, or set kcmVersion in k0render.yaml to the version that runs.",
  },
  "validate/ipam-claim": {
    severity: "error",
    summary:
      "An address claim belongs to another cluster, or holds what is no address.",
    remedy: "Write addresses like 10.0.0.5, and networks like 10.0.0.0/24.",
  },
});
