/**
 * Values as layers: each changes what the ones before it left.
 *
 * @module
 */

import {
  type FieldPath,
  getField,
  getPath,
  isMap,
  setField,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";

/** Whose hand a layer is. */
export type LayerId =
  /** What the ClusterDeployment says in `spec.config`. */
  | "config"
  /** The pool that KCM enters for a claim for addresses. */
  | "address-pool"
  /** The file of a ClusterAuthentication. */
  | "authentication"
  /** The file of a ClusterAuditPolicy. */
  | "audit-policy"
  /** The identity that the Credential refers to. */
  | "identity"
  /** The settings of the KCM installation. */
  | "installation"
  /** The labels of the ClusterDeployment. */
  | "labels";

/** What a layer does at one place. */
export type ValueEdit =
  /** Puts a value there, whatever was there before. */
  | { readonly kind: "set"; readonly path: FieldPath; readonly value: Value }
  /** Puts a value there if there is none. */
  | { readonly kind: "fill"; readonly path: FieldPath; readonly value: Value }
  /** Takes away what is there. */
  | { readonly kind: "drop"; readonly path: FieldPath };

/** One hand that values go through. */
export interface ValueLayer {
  readonly id: LayerId;
  readonly edits: readonly ValueEdit[];
}

/**
 * A layer that puts whole keys in place.
 *
 * @param id Whose hand it is.
 * @param values The keys and their values.
 * @returns The layer.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(settingLayer("config", { a: 1 }).edits, [
 *   { kind: "set", path: ["a"], value: 1 },
 * ]);
 * ```
 */
export function settingLayer(id: LayerId, values: ValueMap): ValueLayer {
  const edits = Object.entries(values)
    .map(([key, value]) => ({ kind: "set", path: [key], value } as const));
  return { id, edits };
}

/**
 * What is left when all layers have passed.
 *
 * @param layers The layers, the first one first.
 * @returns The values; nothing that the layers hold is changed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const values = mergeLayers([
 *   settingLayer("config", { a: { b: 1, c: 2 } }),
 *   { id: "audit-policy", edits: [{ kind: "drop", path: ["a", "b"] }] },
 *   { id: "labels", edits: [{ kind: "fill", path: ["a"], value: 3 }] },
 * ]);
 * assertEquals(values, { a: { c: 2 } });
 * ```
 */
export function mergeLayers(layers: readonly ValueLayer[]): ValueMap {
  return layers.flatMap(({ edits }) => edits)
    .reduce<ValueMap>(applyEdit, {});
}

function applyEdit(values: ValueMap, edit: ValueEdit): ValueMap {
  const { path } = edit;
  const isThere = getPath(values, path) !== undefined;
  if (edit.kind === "drop") {
    return isThere ? replaceAt(values, path, undefined) : values;
  }
  return edit.kind === "fill" && isThere
    ? values
    : replaceAt(values, path, edit.value);
}

/** Copies what it changes; what is no map on the way becomes one. */
function replaceAt(
  value: Value | undefined,
  path: FieldPath,
  replacement: Value | undefined,
): ValueMap {
  const [step = "", ...rest] = path;
  const copy: ValueMap = isMap(value) ? { ...value } : {};
  const next = rest.length === 0
    ? replacement
    : replaceAt(getField(copy, String(step)), rest, replacement);
  if (next === undefined) delete copy[String(step)];
  else setField(copy, String(step), next);
  return copy;
}
