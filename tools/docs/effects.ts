/**
 * docs/reference/effects.md: what changes do, by rule and by field.
 *
 * @module
 */

import { FIELD_TABLES } from "../../src/diff/effects/data/mod.ts";
import type { FieldRow } from "../../src/diff/effects/field_rule.ts";
import { EFFECT_RULES } from "../../src/diff/mod.ts";
import { code, table } from "./markdown.ts";

const INTRODUCTION = `# Effects

What a change does to what runs, as \`k0render diff\` and previews tell it. Each
effect has a kind, the rule that says so, and the object; ids are stable.
[Guards](../guides/guards.md) count some of them.

## Rules
`;

const FIELDS = `## Fields

Fields that have an effect of their own. A \`*\` stands for any beginning of a
group or kind, and for any item of a list. Where a change concerns several
fields, the first in this order counts. All other fields are changed in place.
`;

/**
 * Writes the document.
 *
 * @returns Its Markdown.
 */
export function effectsDocument(): string {
  const rules = Object.entries(EFFECT_RULES)
    .map(([id, text]) => [code(id), text]);
  return [
    INTRODUCTION,
    table(["rule", "says"], rules),
    FIELDS,
    ...Object.entries(FIELD_TABLES).map(fieldTable),
  ].join("\n\n");
}

function fieldTable([about, rows]: readonly [string, readonly FieldRow[]]) {
  const header = ["object", "field", "effect", "why", "from"];
  return `### ${about}\n\n${table(header, rows.map(fieldRow))}`;
}

function fieldRow(
  { group, kind, path, effect, why, source }: FieldRow,
): readonly string[] {
  const object = group === "" ? kind : `${kind}.${group}`;
  return [code(object), code(path), effect, why, source];
}
