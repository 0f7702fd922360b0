/**
 * The kinds of findings that rendering makes.
 *
 * @module
 */

import { defineRules } from "../model/mod.ts";

/** The kinds of findings that rendering makes, by id. */
export const RENDER_RULES = defineRules({
  "render/missing-reference": {
    severity: "error",
    summary: "A definition names an object that nobody declares.",
    remedy: "Declare the object, or correct the name.",
  },
  "render/broken-reference": {
    severity: "error",
    summary: "A definition names an object whose own definition has errors.",
    remedy: "Correct the object that is named.",
  },
  "render/encrypted": {
    severity: "error",
    summary: "A ClusterDeployment is encrypted, so it cannot be read.",
    remedy:
      "Keep secrets out of the ClusterDeployment and store it in clear text.",
  },
  "render/unusable-template": {
    severity: "error",
    summary: "A template does not lead to a chart or to a source.",
    remedy:
      "Give the template a chartSpec, or refer to a HelmChart or source that is declared.",
  },
  "render/unpinned-chart": {
    severity: "error",
    summary: "A chart has a version range where Sveltos needs a version.",
    remedy:
      "Pin the chart's version in the template, as in 1.2.3, or run k0render charts lock.",
  },
  "render/no-package": {
    severity: "error",
    summary: "No template package expands a ClusterTemplate's chart.",
    remedy:
      "Lock the chart with k0render charts lock, put a package of its name under templates/ in this repository, or choose applyLevel helmrelease or k0rdent.",
  },
  "render/package-version": {
    severity: "notice",
    summary:
      "The template package was written for another version of the chart.",
    remedy:
      "Compare the rendered objects with those of the chart's version before relying on them.",
  },
  "render/package": {
    severity: "error",
    summary: "A template package cannot be rendered with a cluster's values.",
    remedy: "Correct spec.config, or the package in this repository.",
  },
  "render/shape": {
    severity: "error",
    summary: "The template of a Flux or Sveltos object cannot be used.",
    remedy:
      "Correct the template under templates/flux or templates/sveltos in this repository.",
  },
  "render/no-cluster-object": {
    severity: "error",
    summary: "The expansion of a ClusterDeployment holds no cluster.",
    remedy:
      "Let the package make a Cluster or SveltosCluster of the ClusterDeployment's name.",
  },
  "render/region": {
    severity: "error",
    summary:
      "A cluster belongs to a Region, which cannot be reached in this way.",
    remedy:
      "Render the clusters of a Region at applyLevel capi with serviceDelivery sveltos, or at applyLevel k0rdent.",
  },
  "render/region-kubeconfig": {
    severity: "warning",
    summary:
      "KCM cannot reach a Region whose ClusterDeployment is in its own namespace from another one.",
    remedy:
      "Give the Region a kubeConfig, or put its ClusterDeployment into another namespace.",
  },
  "render/region-paused": {
    severity: "notice",
    summary:
      "A Region is paused, so its clusters are expanded for review only.",
    remedy:
      "Remove the annotation k0rdent.mirantis.com/region-pause of the Region.",
  },
  "render/region-service": {
    severity: "warning",
    summary:
      "A service of a Region's cluster needs an object that is in the management cluster only.",
    remedy:
      "Bring the object to the Region, or take the chart from a HelmRepository without credentials and write the values into the service.",
  },
  "render/region-identity": {
    severity: "warning",
    summary:
      "A Region needs a cloud identity or a Secret of it that nobody declares.",
    remedy:
      "Declare the object in the namespace that is named, encrypted if it is a Secret, or put it into the Region another way.",
  },
  "render/data-source": {
    severity: "error",
    summary:
      "A cluster has a data source, whose Secrets are named by a controller.",
    remedy:
      "Name the Secrets in spec.config.dataSource, as in {kineDataSourceSecretName: eu1-kine, caSecret: {name: eu1-kine-ca, key: ca.crt}}, or choose applyLevel k0rdent.",
  },
  "render/unreadable-certificate": {
    severity: "error",
    summary:
      "A file of the API server needs a certificate from a Secret, which cannot be read in Git.",
    remedy:
      "A CA certificate is no secret: declare it unencrypted, in that Secret or in a ConfigMap of the same name and namespace, or put it into the ClusterAuthentication itself.",
  },
  "render/dry-run": {
    severity: "notice",
    summary: "A ClusterDeployment with dryRun is expanded for review only.",
    remedy: "Remove dryRun to have the expansion applied.",
  },
  "render/provider-config": {
    severity: "error",
    summary: "The configuration of a service provider cannot be read.",
    remedy: "Correct the field in spec.serviceSpec.provider.config.",
  },
  "render/foreign-provider": {
    severity: "notice",
    summary: "Services go to a provider that does not make Sveltos Profiles.",
    remedy: "Nothing, where that provider's own adapter runs.",
  },
  "render/service-dependency": {
    severity: "error",
    summary: "A service depends on one that is not deployed.",
    remedy:
      "Enable or declare the service that is depended on, or drop the dependency.",
  },
  "render/sveltos-template": {
    severity: "error",
    summary:
      "Values with a Sveltos template cannot be delivered in a Flux HelmRelease.",
    remedy: "Write the values without `{{`, or choose serviceDelivery sveltos.",
  },
  "render/undeliverable": {
    severity: "error",
    summary: "A service cannot be delivered by Flux.",
    remedy: "Choose serviceDelivery sveltos.",
  },
  "render/not-propagated": {
    severity: "warning",
    summary:
      "Something that Sveltos would bring to the cluster is not delivered by Flux.",
    remedy: "Choose serviceDelivery sveltos, or bring it there another way.",
  },
  "render/release-conflict": {
    severity: "warning",
    summary: "Two services are the same Helm release on the same cluster.",
    remedy: "Rename one of them, or remove it.",
  },
  "render/undeclared-release": {
    severity: "warning",
    summary:
      "A Management names a Release of k0rdent's own that is not declared, so its components are not rendered.",
    remedy:
      "Declare the Release: write what kubectl get release NAME -o yaml prints into a file, without status and the fields that the server adds.",
  },
  "render/installation": {
    severity: "warning",
    summary:
      "A setting of the KCM installation differs between k0render.yaml and the Management.",
    remedy:
      "Leave the setting out of k0render.yaml, where the Management is declared.",
  },
  "render/component": {
    severity: "error",
    summary: "A component of the platform cannot be installed.",
    remedy: "Follow the message: k0rdent refuses it too.",
  },
  "render/region-without-management": {
    severity: "notice",
    summary:
      "A Region follows the Release of a Management, and none is declared.",
    remedy: 'Declare the Management "kcm" to see the Region\'s components.',
  },
  "render/provider-variables": {
    severity: "warning",
    summary:
      "KCM puts registry credentials into a Secret of each provider, which cannot be read in Git.",
    remedy:
      "Where KCM does not run, create the Secrets and name them in the components' config, as in configSecret: {create: false, name: capi-variables}.",
  },
  "render/chart-collision": {
    severity: "error",
    summary: "Two templates of one name and namespace share a HelmChart.",
    remedy: "Rename one of the templates.",
  },
});
