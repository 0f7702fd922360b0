/**
 * What can be wrong with an object on its own.
 *
 * @module
 */

import { defineRules } from "../model/mod.ts";

/** The finding rules of this room. */
export const K0RDENT_RULES = defineRules({
  "k0rdent/unknown-field": {
    severity: "error",
    summary: "A field does not exist in this kind.",
    remedy: "Correct the field's name or remove it.",
  },
  "k0rdent/missing-field": {
    severity: "error",
    summary: "A field that the kind requires is not there.",
    remedy: "Add the field.",
  },
  "k0rdent/wrong-type": {
    severity: "error",
    summary: "A field holds another type of value than the kind expects.",
    remedy: "Write a value of the expected type.",
  },
  "k0rdent/invalid-value": {
    severity: "error",
    summary: "A field's value is outside what the kind allows.",
    remedy: "Write one of the allowed values.",
  },
  "k0rdent/broken-rule": {
    severity: "error",
    summary: "Fields of an object do not go together.",
    remedy: "Follow the rule in the message; the API server has the same.",
  },
  "k0rdent/unknown-kind": {
    severity: "error",
    summary: "A kind does not exist in the k0rdent group.",
    remedy: "Correct the kind.",
  },
  "k0rdent/unknown-group": {
    severity: "error",
    summary: "A k0rdent kind is declared in a group that is not k0rdent's.",
    remedy: 'Write "apiVersion: k0rdent.mirantis.com/v1beta1".',
  },
  "k0rdent/unknown-version": {
    severity: "error",
    summary: "A version does not exist in the k0rdent group.",
    remedy: 'Write "apiVersion: k0rdent.mirantis.com/v1beta1".',
  },
  "k0rdent/old-version": {
    severity: "notice",
    summary: "An object is written in v1alpha1, which k0rdent 1.0 replaced.",
    remedy: 'Write "apiVersion: k0rdent.mirantis.com/v1beta1".',
  },
  "k0rdent/generated-kind": {
    severity: "warning",
    summary: "An object is of a kind that only controllers write.",
    remedy: "Remove the object from the dry source.",
  },
  "k0rdent/duplicate-object": {
    severity: "error",
    summary: "Two documents declare the same object.",
    remedy: "Remove one of them.",
  },
  "k0rdent/missing-namespace": {
    severity: "error",
    summary: "An object that lives in a namespace does not name one.",
    remedy: "Add metadata.namespace.",
  },
  "k0rdent/needless-namespace": {
    severity: "warning",
    summary: "An object that lives in no namespace names one.",
    remedy: "Remove metadata.namespace.",
  },
});
