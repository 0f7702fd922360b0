/**
 * What can be wrong with template packages.
 *
 * @module
 */

import { defineRules } from "../model/mod.ts";

/** The rules of this room. */
export const TEMPLATE_RULES = defineRules({
  "templates/syntax": {
    severity: "error",
    summary: "A template cannot be parsed.",
    remedy: "Put the template's syntax right at the place given.",
  },
  "templates/raw-output": {
    severity: "error",
    summary: "A template writes a value without quoting it.",
    remedy: "Write {{value}}: it comes out as one YAML scalar.",
  },
  "templates/whitespace-control": {
    severity: "error",
    summary: "A template trims the white space around a tag with ~.",
    remedy: "Remove the ~: a tag alone on its line leaves no line behind.",
  },
  "templates/placement": {
    severity: "error",
    summary: "A tag stands where what it writes is no whole YAML value.",
    remedy:
      'Compose texts with {{concat a "-b"}}, give {{toYaml value}} and block tags lines of their own.',
  },
  "templates/unknown-name": {
    severity: "error",
    summary: "A template uses a helper or a variable that does not exist.",
    remedy: "Use one of the names in docs/templates.md.",
  },
  "templates/arguments": {
    severity: "error",
    summary: "A helper or block is called with arguments it does not take.",
    remedy: "Call it as docs/templates.md describes.",
  },
  "templates/partial": {
    severity: "error",
    summary: "A partial does not exist, or contains itself.",
    remedy: "Name a file of the package's partials or of the shared ones.",
  },
  "templates/unsupported": {
    severity: "error",
    summary: "A template uses Handlebars syntax that is not supported.",
    remedy: "Use the constructs of docs/templates.md.",
  },
  "templates/too-large": {
    severity: "error",
    summary: "A template or package is larger or nested deeper than allowed.",
    remedy: "Split it, or remove what is not needed.",
  },
  "templates/package": {
    severity: "error",
    summary: "A file of a template package is missing or not as it must be.",
    remedy: "Put the file right as docs/templates.md describes.",
  },
});
