/**
 * What can be wrong with identities and secrets.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** Rules about identities and secrets. */
export const SECRET_RULES = defineRules({
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
  "validate/identity-kind": {
    severity: "error",
    summary:
      "A cluster's Credential holds an identity that the cluster's provider does not take.",
    remedy: "Name a Credential with an identity of the right kind.",
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
});
