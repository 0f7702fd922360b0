/**
 * What can be wrong with locked charts.
 *
 * @module
 */

import { defineRules } from "../../../model/mod.ts";

/** The rules of `k0render.lock` and the charts it pins. */
export const LOCK_RULES = defineRules({
  "charts/invalid-lock": {
    severity: "error",
    summary: "The lock of charts cannot be read.",
    remedy: "Write it anew with k0render charts lock.",
  },
  "charts/stale-lock": {
    severity: "error",
    summary:
      "A template asks for another chart than the one that was locked for it.",
    remedy: "Run k0render charts lock, and commit k0render.lock.",
  },
  "charts/unlocked": {
    severity: "notice",
    summary: "A template's chart is not in k0render.lock, though others are.",
    remedy: "Run k0render charts lock, and commit k0render.lock.",
  },
  "charts/wrong-digest": {
    severity: "error",
    summary: "A chart is not the one that was locked.",
    remedy:
      "Find out who changed it. If the change is meant, run k0render charts lock.",
  },
  "charts/unavailable": {
    severity: "error",
    summary: "A chart cannot be fetched.",
    remedy: "Make it available, or vendor it with k0render charts vendor.",
  },
  "charts/unsupported-source": {
    severity: "notice",
    summary: "A template's chart comes from where k0render fetches no charts.",
    remedy:
      "Use a HelmRepository or a GitRepository, or vendor the chart by hand.",
  },
});
