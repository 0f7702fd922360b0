/**
 * What can be wrong with any object.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** Rules about objects of any kind. */
export const OBJECT_RULES = defineRules({
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
});
