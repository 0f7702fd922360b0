/**
 * docs/reference/kinds.md: kind by kind and field by field, what comes of it.
 *
 * @module
 */

import { K0RDENT_KINDS } from "../../../src/k0rdent/mod.ts";
import { anchor, code, table } from "../markdown.ts";
import { type FieldRow, fieldRows } from "./field_rows.ts";
import { NOTES } from "./notes.ts";
import { readSampleFleet, renderObjects } from "./sample.ts";

const INTRODUCTION = `# k0rdent kinds

What k0render makes of every field of every k0rdent kind. The tables are not
written but measured: each field of \`fixtures/every-field\` was given other
values, and the fleet rendered again, at \`applyLevel: capi\` with services by
Sveltos. *Rendered as* are the fields that changed, *Checked* are the findings
that a value brought about which is not right there.

For all kinds it is checked that no field is unknown, misses, or has another type
than its CRD says ([k0rdent/unknown-field](findings.md#k0rdentunknown-field),
[k0rdent/invalid-value](findings.md#k0rdentinvalid-value)), and that nothing is
declared twice. Every definition is carried to \`review/\` as it is, or applied at
\`applyLevel: k0rdent\`.

What KCM only knows in the cluster is said in the last column, with what is done
instead; see [limitations](../limitations.md) for the rest.`;

const HEADER = ["Field of spec", "Rendered as", "Checked", "At Git time"];
const SHOWN = 4;

/**
 * Writes the document.
 *
 * @returns Its Markdown.
 */
export function kindsDocument(): string {
  const objects = readSampleFleet();
  const fleet = { objects, result: renderObjects(objects) };
  return [
    INTRODUCTION,
    ...K0RDENT_KINDS.flatMap((kind) => {
      const rows = fieldRows(fleet, kind);
      return [
        `## ${kind}`,
        rows.length === 0
          ? NOTES[kind]?.[""] ?? ""
          : table(HEADER, joinAlike(rows)),
      ];
    }),
  ].join("\n\n");
}

/** Fields of one map of which the same is true share a row. */
function joinAlike(rows: readonly FieldRow[]): string[][] {
  const joined = new Map<string, { fields: string[]; cells: string[] }>();
  for (const row of rows) {
    const cells = [
      listed([...row.rendered].map(code)),
      listed([...row.rules].map(linked)),
      row.note,
    ];
    const key = JSON.stringify([parentOf(row.field), ...cells]);
    const fields = [...joined.get(key)?.fields ?? [], row.field];
    joined.set(key, { fields, cells });
  }
  return [...joined.values()].map(({ fields, cells }) => [
    code(together(fields)),
    ...cells,
  ]);
}

/** `a.{b, c}` for `a.b` and `a.c`. */
function together(fields: readonly string[]): string {
  const [first = ""] = fields;
  if (fields.length === 1) return first;
  const parent = parentOf(first);
  const prefix = parent === "" ? "" : `${parent}.`;
  const names = fields.map((field) => field.slice(prefix.length));
  return `${prefix}{${names.join(", ")}}`;
}

function parentOf(field: string): string {
  return field.split(".").slice(0, -1).join(".");
}

function linked(rule: string): string {
  return `[${rule}](findings.md#${anchor(rule)})`;
}

function listed(items: readonly string[]): string {
  const more = items.length - SHOWN;
  const shown = items.slice(0, SHOWN).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown;
}
