/**
 * The mark of objects that KCM makes for itself.
 *
 * @module
 */

import { getField, type Manifest } from "../model/mod.ts";

const MANAGED = "k0rdent.mirantis.com/managed";

/** The labels of objects that KCM makes; its own Flux looks at no others. */
export const MANAGED_LABELS = { [MANAGED]: "true" };

/**
 * Whether KCM takes an object for one that it made.
 *
 * @param manifest The object.
 * @returns Whether it has the label.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const metadata = { name: "a", labels: MANAGED_LABELS };
 * assert(isManaged({ apiVersion: "v1", kind: "Secret", metadata }));
 * ```
 */
export function isManaged({ metadata }: Manifest): boolean {
  return getField(metadata.labels, MANAGED) === "true";
}
