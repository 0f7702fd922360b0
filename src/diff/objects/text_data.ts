/**
 * Texts that hold data: Helm values, annotations, manifests in ConfigMaps.
 *
 * @module
 */

import type { Value } from "../../model/mod.ts";
import { loadYamlAll, YamlError } from "../../yaml/mod.ts";

/** A longer text is compared as a text. */
const MAX_LENGTH = 1024 * 1024;

/** Two texts as the data that they hold. */
export interface TextData {
  readonly format: "yaml" | "json";
  readonly before: Value;
  readonly after: Value;
}

/**
 * Reads two texts as data.
 *
 * @param before The one text.
 * @param after The other text.
 * @returns What they hold, of several documents a list; `undefined` where one
 * of them holds neither maps nor lists.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const data = readTexts("replicas: 1\n", "replicas: 3\n");
 * assertEquals(data, { format: "yaml", before: { replicas: 1 }, after: { replicas: 3 } });
 * assertEquals(readTexts("just", "words"), undefined);
 * ```
 */
export function readTexts(before: string, after: string): TextData | undefined {
  const left = readText(before);
  const right = left && readText(after);
  if (!left || !right) return undefined;
  const format = isJson(before) && isJson(after) ? "json" : "yaml";
  return { format, before: left, after: right };
}

/**
 * Reads a text as data.
 *
 * @param text The text.
 * @returns The map or list that it holds, of several documents a list;
 * `undefined` where it holds neither.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readText("a: 1\n---\nb: 2\n"), [{ a: 1 }, { b: 2 }]);
 * assertEquals(readText("words"), undefined);
 * ```
 */
export function readText(text: string): Value | undefined {
  if (!mayHoldData(text)) return undefined;
  try {
    const documents = loadYamlAll(text);
    const isData = documents.length > 0 &&
      documents.every((each) => typeof each === "object" && each !== null);
    if (!isData) return undefined;
    return documents.length === 1 ? documents[0] : documents;
  } catch (error) {
    if (error instanceof YamlError) return undefined;
    throw error;
  }
}

function mayHoldData(text: string): boolean {
  return text.length <= MAX_LENGTH && /^\s*[[{-]|:(?:\s|$)/m.test(text);
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
