/**
 * The part of a document by which Helm sorts it.
 *
 * @module
 */

import { isMap, type Value, type ValueMap } from "../../../model/mod.ts";

/** What Helm wants to know of a document. */
export interface ManifestHead {
  /** Empty where the document has none. */
  readonly kind: string;
  /** The events of a hook; left out where the document is none. */
  readonly hook?: readonly string[];
}

const HOOK = "helm.sh/hook";

/**
 * Reads the head of a document as Go reads JSON into a struct: names of fields
 * may be written in any case, and scalars are taken for text.
 *
 * @param document The document.
 * @returns The head, or why Helm refuses the document.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readHead({ Kind: "Pod" }), { kind: "Pod" });
 * assertEquals(readHead({ kind: [] }), 'field "kind" is no text');
 * ```
 */
export function readHead(document: Value): ManifestHead | string {
  if (document === null) return { kind: "" };
  if (!isMap(document)) return "a document is no map";
  for (const name of ["apiVersion", "kind"]) {
    if (!isText(fieldOf(document, name))) return `field "${name}" is no text`;
  }
  const kind = textOf(fieldOf(document, "kind"));
  const metadata = fieldOf(document, "metadata") ?? {};
  if (!isMap(metadata)) return 'field "metadata" is no map';
  if (!isText(fieldOf(metadata, "name"))) {
    return 'field "metadata.name" is no text';
  }
  const annotations = fieldOf(metadata, "annotations") ?? {};
  if (!isMap(annotations) || !Object.values(annotations).every(isText)) {
    return 'field "metadata.annotations" is no map of texts';
  }
  if (!Object.hasOwn(annotations, HOOK)) return { kind };
  const hook = textOf(annotations[HOOK]).split(",")
    .map((event) => event.trim().toLowerCase());
  return { kind, hook };
}

function fieldOf(map: ValueMap, name: string): Value | undefined {
  if (Object.hasOwn(map, name)) return map[name];
  const key = Object.keys(map)
    .find((key) => key.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : map[key];
}

function isText(value: Value | undefined): boolean {
  return typeof value !== "object" || value === null;
}

function textOf(value: Value | undefined): string {
  return String(value ?? "");
}
