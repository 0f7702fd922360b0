/**
 * What can be wrong with AccessManagement.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** Rules about AccessManagement. */
export const ACCESS_RULES = defineRules({
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
});
