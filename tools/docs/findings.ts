/**
 * docs/reference/findings.md: every kind of finding.
 *
 * @module
 */

import type { FindingRule } from "../../src/model/mod.ts";
import { ALL_RULES, groupsOf, type RuleGroup } from "./all_rules.ts";
import { anchor, table } from "./markdown.ts";

const INTRODUCTION = `# Findings

Everything that k0render finds wrong or noteworthy is a finding: an id, a
severity, the file, line and column, the object, what is wrong and how to put it
right. Ids are stable: a script may rely on them.

| severity | what follows |
| --- | --- |
| error | The object is not rendered, and neither is a cluster that depends on it. What the rendered branch has of them stays. The exit code is 1. |
| warning | Rendered all the same. |
| notice | Rendered all the same; something to know. |

Some findings have another severity where the same thing weighs less: at
\`applyLevel: k0rdent\` a missing template package is a warning, because KCM
expands the chart itself.

One bad definition hides no other and stops no other cluster. An error that
belongs to no known object, as a file that cannot be parsed, may hide
definitions. While there is one, nothing is removed from the rendered branch.
`;

/**
 * Writes the document.
 *
 * @returns Its Markdown.
 */
export function findingsDocument(): string {
  const groups = groupsOf(ALL_RULES);
  const rows = groups.flatMap(({ rules }) => rules.map(indexRow));
  return [
    INTRODUCTION,
    table(["id", "severity", "what is wrong"], rows),
    ...groups.map(groupSection),
  ].join("\n\n");
}

function indexRow({ id, severity, summary }: FindingRule): string[] {
  return [`[${id}](#${anchor(id)})`, severity, summary];
}

function groupSection({ name, about, rules }: RuleGroup): string {
  return [`## ${name}`, about, ...rules.map(ruleSection)].join("\n\n");
}

function ruleSection({ id, severity, summary, remedy }: FindingRule): string {
  return [
    `### ${id}`,
    `**${severity}.** ${summary}`,
    `To put it right: ${remedy}`,
  ].join("\n\n");
}
