/**
 * What can be wrong with a file of YAML.
 *
 * @module
 */

import { defineRules } from "../model/finding.ts";

/** The finding rules of the yaml room. */
export const YAML_RULES = defineRules({
  "yaml/syntax": {
    severity: "error",
    summary: "A document is not YAML that Kubernetes can read.",
    remedy:
      "Correct the document at the place named; the other documents of the file are read all the same.",
  },
  "yaml/duplicate-key": {
    severity: "error",
    summary: "A map names one key twice.",
    remedy: "Remove one of the two; Kubernetes would keep the last one.",
  },
  "yaml/too-large": {
    severity: "error",
    summary: "A file exceeds a bound on size, documents, depth or aliases.",
    remedy: "Split the file, or write aliases out where few values differ.",
  },
});
