/**
 * Changes of fields as they are shown.
 *
 * @module
 */

import {
  type FieldChange,
  formatChangePath,
  type ListItem,
  type Value,
} from "../../model/mod.ts";
import { emitYaml } from "../../yaml/mod.ts";
import { type DiffLine, textDiff } from "./text_diff.ts";

/** A value this short stands on the line of its field. */
const SHORT = 160;

/** How the change of a field is shown. */
export type FieldView =
  | {
    readonly kind: "value";
    readonly path: string;
    /** The value on one line; left out where the field is new. */
    readonly before?: string;
    /** The value on one line; left out where the field is gone. */
    readonly after?: string;
  }
  | {
    readonly kind: "lines";
    readonly path: string;
    readonly lines: readonly DiffLine[];
  };

/**
 * Prepares changes of fields for being shown. Nothing is escaped.
 *
 * @param fields The changes.
 * @param prefix What they are inside of.
 * @returns One view for each field; texts that hold data give several.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(viewFields([{ path: ["spec", "replicas"], before: 3, after: 5 }]), [
 *   { kind: "value", path: "spec.replicas", before: "3", after: "5" },
 * ]);
 * ```
 */
export function viewFields(
  fields: readonly FieldChange[],
  prefix = "",
): FieldView[] {
  return fields.flatMap((field) => {
    const path = prefix + formatChangePath(field.path);
    const { within } = field;
    if (within === undefined || within.fields.length === 0) {
      return [viewField(path, field)];
    }
    return viewFields(within.fields, `${path} ▸ `);
  });
}

function viewField(path: string, field: FieldChange): FieldView {
  const { before, after, order } = field;
  if (order !== undefined) {
    return {
      kind: "value",
      path: `${path} (order)`,
      before: formatItems(order.before),
      after: formatItems(order.after),
    };
  }
  if (typeof before === "string" && typeof after === "string") {
    if (before.includes("\n") || after.includes("\n")) {
      return { kind: "lines", path, lines: textDiff(before, after) };
    }
  }
  const old = before === undefined ? undefined : yamlText(before);
  const now = after === undefined ? undefined : yamlText(after);
  if (isShort(old) && isShort(now)) {
    return {
      kind: "value",
      path,
      ...(old === undefined ? {} : { before: old }),
      ...(now === undefined ? {} : { after: now }),
    };
  }
  return { kind: "lines", path, lines: textDiff(old ?? "", now ?? "") };
}

function formatItems(items: readonly ListItem[]): string {
  return items.map((item) => formatChangePath([item])).join(" ");
}

function isShort(text: string | undefined): boolean {
  return text === undefined || text.length <= SHORT && !text.includes("\n");
}

function yamlText(value: Value): string {
  return typeof value === "string" && value.includes("\n")
    ? value
    : emitYaml(value).trimEnd();
}
