/**
 * What CRDs can have against objects.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** The finding rules of this room. */
export const CRD_RULES = defineRules({
  "crd/unknown-field": {
    severity: "error",
    summary:
      "A field is not in the CRD: the API server drops it, and Flux and kubectl refuse it.",
    remedy: "Correct the field or remove it.",
  },
  "crd/missing-field": {
    severity: "error",
    summary: "A field that the CRD requires is missing.",
    remedy: "Add the field.",
  },
  "crd/invalid-value": {
    severity: "error",
    summary: "A value has another type, form or range than the CRD allows.",
    remedy: "Write a value that the message asks for.",
  },
  "crd/duplicate-item": {
    severity: "error",
    summary: "A list that the CRD declares to be a set or map repeats an item.",
    remedy: "Remove the item, or give it another key.",
  },
  "crd/broken-rule": {
    severity: "error",
    summary: "An object breaks a validation rule (CEL) of its CRD.",
    remedy: "Follow the rule in the message.",
  },
  "crd/unserved-version": {
    severity: "error",
    summary: "The CRD of an object's kind does not serve the object's version.",
    remedy: "Write a version that the CRD serves.",
  },
  "crd/no-schema": {
    severity: "notice",
    summary: "No CRD was given for a kind, so its objects are not checked.",
    remedy: "Add the CRD to the directory of --schemas.",
  },
  "crd/unchecked-rule": {
    severity: "notice",
    summary: "A validation rule (CEL) of a CRD could not be evaluated.",
    remedy: "Check the rule yourself; a server-side dry run would tell.",
  },
  "crd/unreadable-schema": {
    severity: "error",
    summary: "A CRD, or a file of the directory of CRDs, cannot be read.",
    remedy: "Correct the file, or take it out of the directory.",
  },
});
