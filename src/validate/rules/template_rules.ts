/**
 * What can be wrong with templates, their chains and their sources.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** Rules about templates. */
export const TEMPLATE_RULES = defineRules({
  "validate/unusable-chart-reference": {
    severity: "error",
    summary: "A template's chartRef names something that KCM cannot follow.",
    remedy: "Name a HelmChart with its namespace, or use chartSpec.",
  },
  "validate/bucket-chart": {
    severity: "error",
    summary:
      "A service's chart comes from a Bucket, which Sveltos cannot read.",
    remedy: "Take the chart from a HelmRepository or GitRepository.",
  },
  "validate/chart-collision": {
    severity: "error",
    summary: "Two templates would make the same HelmChart.",
    remedy: "Rename one of the templates.",
  },
  "validate/repository-type": {
    severity: "error",
    summary: "A HelmRepository has an oci:// URL but is not of type oci.",
    remedy: 'Add "type: oci".',
  },
  "validate/template-providers": {
    severity: "error",
    summary: "A ClusterTemplate names no infrastructure provider.",
    remedy: "Add the infrastructure provider to spec.providers.",
  },
  "validate/contract": {
    severity: "error",
    summary: "A contract version is not written as Cluster API writes them.",
    remedy: "Write a version like v1beta1; join several with underscores.",
  },
  "validate/chain-without-template": {
    severity: "error",
    summary: "A service's template is not in the chain that the service names.",
    remedy: "Add the template to the chain, or name another chain.",
  },
  "validate/invalid-chain": {
    severity: "error",
    summary: "A template chain contradicts itself.",
    remedy: "Follow the rule in the message.",
  },
  "validate/unusable-chain": {
    severity: "error",
    summary: "A service names a template chain that KCM calls invalid.",
    remedy: "Correct the chain, or name another one.",
  },
});
