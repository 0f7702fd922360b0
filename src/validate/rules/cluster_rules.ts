/**
 * What can be wrong with ClusterDeployments.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** Rules about ClusterDeployments. */
export const CLUSTER_RULES = defineRules({
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
  "validate/unknown-config-key": {
    severity: "warning",
    summary: "A key of config is not known to the template's chart.",
    remedy: "Correct the key or remove it; the chart ignores it.",
  },
  "validate/kubernetes-version": {
    severity: "error",
    summary: "A Kubernetes version or constraint does not hold or is none.",
    remedy: "Use another template, or correct the version or constraint.",
  },
  "validate/ipam-claim": {
    severity: "error",
    summary:
      "An address claim belongs to another cluster, or holds what is no address.",
    remedy: "Write addresses like 10.0.0.5, and networks like 10.0.0.0/24.",
  },
});
