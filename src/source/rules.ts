/**
 * What can be wrong with a dry source before its objects are understood.
 *
 * @module
 */

import { defineRules } from "../model/mod.ts";

/** The finding rules of the source room. */
export const SOURCE_RULES = defineRules({
  "source/invalid-config": {
    severity: "error",
    summary: "A setting of k0render.yaml is unknown or has a wrong value.",
    remedy:
      "Correct the setting; docs/schema/renderconfig.json describes them all.",
  },
  "source/invalid-acknowledgement": {
    severity: "error",
    summary:
      "An entry of the annotation k0render.dev/acknowledge cannot be understood.",
    remedy:
      "Write <effect>:<object>, as in delete:prod/eu1 for a cluster or delete:Namespace/prod for any other object.",
  },
  "source/misplaced-config": {
    severity: "error",
    summary: "A RenderConfig stands elsewhere than in k0render.yaml.",
    remedy:
      "Move it to the file k0render.yaml at the root, which holds nothing else.",
  },
  "source/not-an-object": {
    severity: "error",
    summary:
      "A document has an apiVersion or a kind, but is no Kubernetes object.",
    remedy: "Give it an apiVersion, a kind and a metadata.name.",
  },
  "source/ignored-document": {
    severity: "notice",
    summary:
      "A document has neither apiVersion nor kind, so it defines nothing.",
    remedy:
      "Keep files that are not for Kubernetes in a directory whose name begins with a dot to silence this.",
  },
  "source/generated-name": {
    severity: "error",
    summary:
      "An object leaves its name to the API server, so no two renders would agree on it.",
    remedy: "Replace metadata.generateName by metadata.name.",
  },
  "source/wrong-metadata": {
    severity: "error",
    summary: "A field of an object's metadata has a type that it cannot have.",
    remedy: "Write the value as a string, in quotes.",
  },
  "source/encrypted-identity": {
    severity: "error",
    summary: "The name or namespace of an encrypted object is encrypted too.",
    remedy:
      "Encrypt the values only, for instance with encrypted_regex: ^(data|stringData)$ in .sops.yaml.",
  },
  "source/encrypted-list": {
    severity: "error",
    summary:
      "An encrypted document is a List, which cannot be taken apart byte for byte.",
    remedy: "Put each object into a document of its own, then encrypt it.",
  },
  "source/kustomize-overlay": {
    severity: "warning",
    summary:
      "A kustomization.yaml asks for changes to objects, but k0render does not run kustomize.",
    remedy:
      "Write the objects out as they are to be, or keep the overlay in another repository.",
  },
  "source/kustomize-missing-file": {
    severity: "warning",
    summary:
      "A kustomization.yaml lists a file that is not there, so kustomize refuses the whole directory.",
    remedy: "Correct the entry or remove it.",
  },
  "source/kustomize-lists-nothing": {
    severity: "warning",
    summary:
      "A kustomization.yaml lists nothing, so whoever applies the directory gets none of its objects.",
    remedy: "List the files under resources, or remove the kustomization.yaml.",
  },
  "source/kustomize-namespace": {
    severity: "warning",
    summary:
      "A kustomization.yaml puts objects into another namespace than they name; k0render leaves them where they are.",
    remedy:
      "Write the namespace that is meant in both places, or remove it from the kustomization.",
  },
  "source/no-definitions": {
    severity: "error",
    summary: "The dry source has no Kubernetes object.",
    remedy: "Check --source and --ref: they may point to the wrong place.",
  },
  "source/no-environment": {
    severity: "warning",
    summary: "Objects of a namespace or path belong to no environment.",
    remedy:
      "List the namespace, or the path, in an environment of k0render.yaml.",
  },
  "source/vendored-chart": {
    severity: "notice",
    summary: "The files of a Helm chart are not read as definitions.",
    remedy: "Keep definitions outside the chart's own files.",
  },
});
