/**
 * What can be wrong with a change.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** The finding rules of this room. */
export const TRANSITION_RULES = defineRules({
  "transition/immutable-field": {
    severity: "error",
    summary: "A field is changed that may never change.",
    remedy:
      "Declare a new object with another name, and name that one instead.",
  },
  "transition/cluster-upgrade": {
    severity: "error",
    summary:
      "A cluster's template is changed to one that no ClusterTemplateChain of its namespace allows.",
    remedy:
      "Take one of the allowed templates, step by step, or add the upgrade to a new chain.",
  },
  "transition/chart-name": {
    severity: "warning",
    summary:
      "A cluster's new template has a chart of another name, for which Flux uninstalls the release: the cluster is deleted and made anew.",
    remedy: "Take a template with the same chart, or make a new cluster.",
  },
  "transition/data-source": {
    severity: "error",
    summary:
      "A cluster is given a data source, or loses it, after it was made.",
    remedy: "Make a new cluster with the data source.",
  },
  "transition/region": {
    severity: "warning",
    summary:
      "A Credential enters or leaves a Region while clusters use it: they stay where they are, and KCM looks for them elsewhere.",
    remedy:
      "Keep the Credential, and make one for the Region with clusters of its own.",
  },
  "transition/service-chain": {
    severity: "error",
    summary:
      "A service's chain does not have the template that the service had, so KCM finds no way from it.",
    remedy:
      "Take a chain that lists both templates, or leave templateChain out to upgrade at once.",
  },
  "transition/service-upgrade": {
    severity: "warning",
    summary:
      "A service's chain has no way to its new template; KCM takes it at once all the same.",
    remedy: "Take a template that the chain leads to, or another chain.",
  },
  "transition/service-steps": {
    severity: "notice",
    summary: "KCM upgrades a service in several steps.",
    remedy:
      "Nothing is to be done; leave templateChain out to upgrade at once.",
  },
  "transition/removed-in-use": {
    severity: "error",
    summary: "An object is removed that others still use, which KCM refuses.",
    remedy: "Keep it until nothing names it any more.",
  },
  "transition/management-in-use": {
    severity: "error",
    summary:
      "The Management is removed while there are Regions or ClusterDeployments, which KCM refuses.",
    remedy: "Remove those first, and wait until they are gone.",
  },
  "transition/access-in-use": {
    severity: "error",
    summary:
      "The AccessManagement is removed while there is a Management, which KCM refuses.",
    remedy: "Keep it; without rules it distributes nothing.",
  },
  "transition/release-in-use": {
    severity: "error",
    summary:
      "A Release is removed while the Management uses templates of it, which KCM refuses.",
    remedy: "Keep it, or take the templates of another Release.",
  },
});
