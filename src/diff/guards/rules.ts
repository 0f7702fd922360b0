/**
 * What guards have to say.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** The finding rules of the guards. */
export const GUARD_RULES = defineRules({
  "guards/tripped": {
    severity: "error",
    summary:
      "A change goes beyond what a guard allows, so it is not committed.",
    remedy:
      "If it is meant, accept each effect by name in the annotation k0render.dev/acknowledge of k0render.yaml; docs/guides/guards.md says how.",
  },
  "guards/unused-acknowledgement": {
    severity: "warning",
    summary: "An acknowledgement is about nothing that happens.",
    remedy: "Remove it, or correct the name: see docs/guides/guards.md.",
  },
});
