/**
 * The fields of a kind, with what comes of them.
 *
 * @module
 */

import { isMap, type Manifest, type Value } from "../../../src/model/mod.ts";
import { fieldName, leaves } from "./leaves.ts";
import { NOTES } from "./notes.ts";
import { type Fleet, observe } from "./observe.ts";

/** A field, with what comes of it. */
export interface FieldRow {
  /** The field below `spec`, as `services[].name`. */
  readonly field: string;
  readonly rendered: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
  /** What is impossible at Git time, and what is done instead. */
  readonly note: string;
}

/** Fields whose contents are the user's own, whatever they are. */
const OPAQUE: ReadonlySet<string> = new Set([
  "config",
  "core.capi.config",
  "core.kcm.config",
  "providers[].config",
  "serviceSpec.provider.config",
]);

/**
 * Lists the fields that the objects of a kind have in a fleet.
 *
 * @param fleet The fleet.
 * @param kind The kind.
 * @returns The fields, in ascending order.
 */
export function fieldRows(fleet: Fleet, kind: string): FieldRow[] {
  const rows = new Map<string, { rendered: string[]; rules: string[] }>();
  for (const object of fleet.objects.filter((it) => it.kind === kind)) {
    const isTwin = object.metadata.name.endsWith("-other");
    if (isTwin) continue;
    for (const leaf of leaves(specOf(object), [], OPAQUE)) {
      const field = fieldName(leaf.path);
      const { rendered, rules } = observe(fleet, object, leaf);
      const row = rows.get(field) ?? { rendered: [], rules: [] };
      row.rendered.push(...rendered);
      row.rules.push(...rules);
      rows.set(field, row);
    }
  }
  for (const field of unsetFields(kind, [...rows.keys()])) {
    rows.set(field, { rendered: [], rules: [] });
  }
  return [...rows.keys()].sort().map((field) => ({
    field,
    rendered: new Set(rows.get(field)?.rendered.sort()),
    rules: new Set(rows.get(field)?.rules.sort()),
    note: noteOn(kind, field) ?? "",
  }));
}

/**
 * The note on a field.
 *
 * @param kind The kind.
 * @param field The field below `spec`.
 * @returns The note on the field itself, or on the nearest one above it that
 * has one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(noteOn("Credential", "description"), "For people.");
 * assertEquals(noteOn("Credential", "none"), undefined);
 * ```
 */
export function noteOn(kind: string, field: string): string | undefined {
  const notes = NOTES[kind] ?? {};
  const above = Object.keys(notes).filter((noted) => isBelow(field, noted));
  const [nearest] = above.sort((a, b) => b.length - a.length);
  return nearest === undefined ? undefined : notes[nearest];
}

/** Fields with a note that no object of the fleet has. */
function unsetFields(kind: string, fields: readonly string[]): string[] {
  return Object.keys(NOTES[kind] ?? {}).filter((noted) =>
    noted !== "" && !fields.some((field) => isBelow(field, noted))
  );
}

/** Whether a field is another one, or below it. */
export function isBelow(field: string, above: string): boolean {
  return above === "" || field === above || field.startsWith(`${above}.`) ||
    field.startsWith(`${above}[]`);
}

function specOf(object: Manifest): Value {
  return isMap(object.spec) ? object.spec : {};
}
