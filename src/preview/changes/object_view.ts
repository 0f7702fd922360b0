/**
 * Changes of objects as they are shown.
 *
 * @module
 */

import {
  formatIdentity,
  identityOf,
  type ObjectChange,
} from "../../model/mod.ts";
import { emitYaml } from "../../yaml/mod.ts";
import { type FieldView, viewFields } from "./field_view.ts";

/** How the change of an object is shown. */
export interface ObjectView {
  readonly kind: ObjectChange["kind"];
  /** The object as people write it, as `Cluster prod/eu1`. */
  readonly title: string;
  /** What it was called before it was renamed. */
  readonly formerTitle?: string;
  readonly applied: boolean;
  /** What changes of it; for objects that are new or gone nothing. */
  readonly fields: readonly FieldView[];
}

/**
 * Prepares the change of an object for being shown. Nothing is escaped.
 *
 * @param change The change.
 * @returns How it is shown.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const after = { apiVersion: "v1", kind: "Namespace", metadata: { name: "prod" } };
 * const unit = { kind: "layer", layer: "namespaces" } as const;
 * assertEquals(
 *   viewObject({ kind: "added", unit, applied: true, after }).title,
 *   "Namespace prod",
 * );
 * ```
 */
export function viewObject(change: ObjectChange): ObjectView {
  const { kind, applied } = change;
  const manifest = change.kind === "removed" ? change.before : change.after;
  const title = formatIdentity(identityOf(manifest));
  if (change.kind === "added" || change.kind === "removed") {
    return { kind, title, applied, fields: [] };
  }
  const formerTitle = formatIdentity(identityOf(change.before));
  const fields = viewFields(change.fields);
  return {
    kind,
    title,
    ...(formerTitle === title ? {} : { formerTitle }),
    applied,
    fields,
  };
}

/**
 * The text of an object that is new.
 *
 * @param change The change.
 * @returns Its YAML; `undefined` for objects that are not new.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const before = { apiVersion: "v1", kind: "Namespace", metadata: { name: "prod" } };
 * const unit = { kind: "layer", layer: "namespaces" } as const;
 * assertEquals(
 *   newText({ kind: "removed", unit, applied: true, before }),
 *   undefined,
 * );
 * ```
 */
export function newText(change: ObjectChange): string | undefined {
  if (change.kind !== "added") return undefined;
  return emitYaml(change.after);
}
