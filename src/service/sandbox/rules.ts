/**
 * What can be wrong with rendering a change in the sandbox.
 *
 * @module
 */

import { defineRules } from "../../model/mod.ts";

/** The findings that the sandbox can bring. */
export const SANDBOX_RULES = defineRules({
  "sandbox/time": {
    severity: "error",
    summary: "Rendering a unit of a change takes too long.",
    remedy:
      "Look for loops in the templates and charts that the unit is rendered from.",
  },
  "sandbox/memory": {
    severity: "error",
    summary: "Rendering a unit of a change needs too much memory.",
    remedy:
      "Look for what grows without end in the templates and charts that the unit is rendered from.",
  },
  "sandbox/output": {
    severity: "error",
    summary: "What a change is rendered to is too much.",
    remedy:
      "Look for what repeats without end in the templates and charts of the change, or split the change.",
  },
  "sandbox/died": {
    severity: "error",
    summary: "The process that renders a change ended while it was at a unit.",
    remedy:
      "Render the change with `k0render render` to see why. If the process ran out of memory, the unit needs more than a preview may take.",
  },
  "sandbox/garbled": {
    severity: "error",
    summary: "The process that renders a change said what makes no sense.",
    remedy:
      "Look for what attacks the renderer in the templates and charts of the change, and report it to k0render.",
  },
  "sandbox/given-up": {
    severity: "error",
    summary: "Units of a change were not rendered: too many others failed.",
    remedy: "Put the units right that have other findings of the sandbox.",
  },
});
