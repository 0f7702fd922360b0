/**
 * docs/reference/kcm-errors.md: what KCM refuses, and what k0render says of it.
 *
 * @module
 */

import { KCM_ERRORS, type KcmError } from "./kcm_errors_data.ts";
import { anchor, table } from "./markdown.ts";

const INTRODUCTION = `# What KCM refuses

Everything that KCM's webhooks and controllers refuse or report, by the ids of
the specification that k0render follows, and the findings that say it at Git
time. Findings that begin with \`transition/\` compare with what was before:
\`k0render validate --base\` and \`k0render diff\` have them. What the schemas of
k0rdent's kinds refuse is told by the findings that begin with \`k0rdent/\`, and
with \`--schemas\` by those that begin with \`crd/\`.
`;

/**
 * Writes the document.
 *
 * @returns Its Markdown.
 */
export function kcmErrorsDocument(): string {
  const head = ["id", "what KCM says", "findings", "left to the cluster"];
  return `${INTRODUCTION}\n${table(head, KCM_ERRORS.map(row))}`;
}

function row({ id, about, rules, cluster = "" }: KcmError): string[] {
  const links = rules.map((rule) => `[${rule}](findings.md#${anchor(rule)})`);
  return [id, about, links.join(", ") || "none", cluster];
}
