/**
 * What can be wrong with services, and with whom they select.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** Rules about services and MultiClusterServices. */
export const SERVICE_RULES = defineRules({
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
  "validate/wrapper-values": {
    severity: "warning",
    summary:
      "The values of a service stand at another level than the chart reads them from, so they do nothing.",
    remedy:
      "A chart that wraps another one takes its values below that one's name: put them there.",
  },
  "validate/provider-config": {
    severity: "warning",
    summary: "A key of provider.config is not read by k0rdent.",
    remedy: "Correct the key or remove it.",
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
});
