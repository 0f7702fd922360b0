/**
 * Files of kustomize, which are no objects.
 *
 * @module
 */

import {
  type Finding,
  getField,
  groupOf,
  isMap,
  makeFinding,
  type Value,
} from "../model/mod.ts";
import type { YamlDocument } from "../yaml/mod.ts";
import { SOURCE_RULES } from "./rules.ts";

/** What a kustomization may have without asking for changes to objects. */
const HARMLESS = ["apiVersion", "kind", "metadata", "resources"];

/**
 * Whether a document is a kustomization of kustomize's own, not one of Flux.
 *
 * @param document The document.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const origin = { file: "base/kustomization.yaml", document: 0, line: 1 };
 * assert(isKustomization({ origin, value: { resources: ["a.yaml"] }, text: "" }));
 * ```
 */
export function isKustomization({ origin, value }: YamlDocument): boolean {
  const apiVersion = getField(value, "apiVersion");
  if (typeof apiVersion === "string") {
    return groupOf(apiVersion) === "kustomize.config.k8s.io";
  }
  return /(?:^|\/)kustomization\.ya?ml$/.test(origin.file) &&
    isMap(value) && getField(value, "kind") !== "List";
}

/**
 * Warns of a kustomization that would change objects: k0render reads them as
 * they are written.
 *
 * @param document A kustomization.
 * @param options Keys that are not to be warned of.
 * @returns A warning, or none where it only lists resources.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const origin = { file: "prod/kustomization.yaml", document: 0, line: 1 };
 * const value = { resources: ["../base"], namespace: "prod" };
 * assertEquals(
 *   overlayFindings({ origin, value, text: "" })[0]?.message,
 *   'Cannot apply "namespace" of a kustomization: k0render does not run kustomize',
 * );
 * ```
 */
export function overlayFindings(
  document: YamlDocument,
  { ignored = [] }: { readonly ignored?: readonly string[] } = {},
): readonly Finding[] {
  const keys = keysOf(document.value)
    .filter((key) => !HARMLESS.includes(key) && !ignored.includes(key));
  const [first] = keys;
  if (first === undefined) return [];
  const names = keys.map((key) => `"${key}"`).join(", ");
  return [makeFinding(
    SOURCE_RULES["source/kustomize-overlay"],
    `Cannot apply ${names} of a kustomization: k0render does not run kustomize`,
    { place: { origin: document.origin, field: [first], key: true } },
  )];
}

function keysOf(value: Value): string[] {
  return isMap(value) ? Object.keys(value) : [];
}
