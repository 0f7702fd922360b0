/**
 * What can be wrong with the names by which objects refer to each other.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** Rules about references. */
export const REFERENCE_RULES = defineRules({
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
  "validate/missing-service-template": {
    severity: "error",
    summary:
      "A MultiClusterService needs a ServiceTemplate in a cluster's namespace.",
    remedy: "Declare the ServiceTemplate in the namespace of the cluster too.",
  },
  "validate/missing-resource-template": {
    severity: "warning",
    summary:
      "A Credential is propagated, but what Sveltos needs for it is not there.",
    remedy:
      "Declare the object, or set propagateCredentials: false on the clusters.",
  },
  "validate/registry-secret": {
    severity: "warning",
    summary:
      "A cluster needs a Secret of the installation's registries in its namespace, and none is declared.",
    remedy:
      "Declare the Secret in the cluster's namespace, encrypted; or make sure that it is there.",
  },
});
