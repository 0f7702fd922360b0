/**
 * What can keep a change from being previewed.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** The findings that previews can bring. */
export const PREVIEW_RULES = defineRules({
  "preview/conflict": {
    severity: "error",
    summary: "A change cannot be merged: it conflicts with the dry branch.",
    remedy: "Merge the dry branch into the change, or rebase it.",
  },
  "preview/unrelated": {
    severity: "error",
    summary: "A change has no commit in common with the dry branch.",
    remedy: "Begin the change from the dry branch.",
  },
});
