/**
 * What can be wrong with a management cluster, its Regions and providers.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** Rules about the management cluster. */
export const PLATFORM_RULES = defineRules({
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
  "validate/unknown-provider": {
    severity: "warning",
    summary:
      "A ClusterTemplate is made for an infrastructure provider that k0rdent does not ship.",
    remedy:
      "Correct spec.providers of the ClusterTemplate, or declare the ProviderInterface that the provider's chart brings.",
  },
  "validate/core-contract": {
    severity: "error",
    summary:
      "A provider is made for a contract that the installed Cluster API does not serve.",
    remedy: "Take the templates of one Release.",
  },
  "validate/provider-contract": {
    severity: "error",
    summary:
      "A cluster's template requires a contract that its provider does not serve.",
    remedy:
      "Use a template for the provider's version, or upgrade the provider.",
  },
  "validate/region-kubeconfig": {
    severity: "error",
    summary: "The Secret of a Region's kubeconfig lacks the key.",
    remedy: "Correct spec.kubeConfig.key, or add the key to the Secret.",
  },
  "validate/kcm-version": {
    severity: "warning",
    summary: "A field came with a later version of KCM, so it has no effect.",
    remedy:
      "Remove the field, or set kcmVersion in k0render.yaml to the version that runs.",
  },
});
