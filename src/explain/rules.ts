import { defineRules } from "../model/mod.ts";

/** What can be wrong with a question. */
export const EXPLAIN_RULES = defineRules({
  "explain/unknown-object": {
    severity: "error",
    summary: "Nobody declares an object of the name that was asked for.",
    remedy:
      "Give the name as namespace/name, or as name where the kind has no namespace.",
  },
  "explain/ambiguous-object": {
    severity: "error",
    summary: "Several objects of that name have an answer.",
    remedy: "Give the kind as well, as Kind/namespace/name or Kind/name.",
  },
  "explain/unknown-field": {
    severity: "error",
    summary: "The object has no such field, and no chart knows it.",
    remedy: "Ask without a field to see all there are.",
  },
  "explain/not-rendered": {
    severity: "error",
    summary: "The cluster cannot be rendered, so nothing comes of its values.",
    remedy: "Put right what k0render validate finds.",
  },
});
