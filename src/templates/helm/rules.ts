/**
 * What can be wrong with Helm charts and what they are rendered for.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** The rules of Helm charts. */
export const HELM_RULES = defineRules({
  "helm/archive": {
    severity: "error",
    summary: "A chart's archive cannot be unpacked, or is not safe to unpack.",
    remedy: "Pack the chart again with helm package.",
  },
  "helm/chart": {
    severity: "error",
    summary: "A file that Helm needs of a chart is missing or wrong.",
    remedy: "Put the chart right, so that helm lint accepts it.",
  },
  "helm/dependency": {
    severity: "error",
    summary: "A chart that another one depends on is missing.",
    remedy: "Run helm dependency build, and commit the charts directory.",
  },
  "helm/kube-version": {
    severity: "error",
    summary: "A chart does not support the Kubernetes version.",
    remedy: "Use another version of the chart, or of Kubernetes.",
  },
  "helm/values": {
    severity: "error",
    summary: "The schema of a chart refuses its values.",
    remedy: "Give the value that the schema asks for.",
  },
  "helm/syntax": {
    severity: "error",
    summary: "A template of a chart cannot be parsed.",
    remedy: "Put the template right; it is one that Helm refuses too.",
  },
  "helm/failed": {
    severity: "error",
    summary:
      "A template of a chart failed, or asks for a value it was not given.",
    remedy: "Give the value that the message names, or correct the template.",
  },
  "helm/refused-function": {
    severity: "error",
    summary:
      "A template calls a function whose result nobody can foresee, such as a random one.",
    remedy: "Give the value that the template would make up.",
  },
  "helm/limit": {
    severity: "error",
    summary: "A chart takes more work, depth or output than allowed.",
    remedy: "Look for a loop in the templates; split what is really so large.",
  },
  "helm/lookup": {
    severity: "notice",
    summary:
      "A chart asks the cluster for an object; the answer is taken to be empty.",
    remedy:
      "Give the value that the chart would look up, where it offers one; charts of k0rdent take encryption.configSecret.hash.",
  },
  "helm/hook": {
    severity: "notice",
    summary: "A chart has hooks, which only Helm itself runs.",
    remedy: "Apply what the hooks do by other means, where it is needed.",
  },
  "helm/output": {
    severity: "error",
    summary: "What a template of a chart writes is not YAML.",
    remedy: "Look at the text around the place that the message names.",
  },
});
