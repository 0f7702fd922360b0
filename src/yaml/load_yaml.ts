/**
 * Reading of text that k0render made itself: a problem is an error.
 *
 * @module
 */

import type { Value } from "../model/value.ts";
import { checkCharacters } from "./check_characters.ts";
import { DEFAULT_LIMITS, newBudget } from "./limits.ts";
import { readDocument } from "./read_document.ts";
import { splitDocuments } from "./split_documents.ts";
import { YamlError } from "./yaml_error.ts";

/**
 * Reads the one document of a text; of duplicate keys the last wins.
 *
 * @param text The text.
 * @returns The document's value; `null` where the text holds none.
 * @throws {YamlError} Where the text is not YAML, or holds several documents.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(loadYaml("a: 1\na: 2\n"), { a: 2 });
 * ```
 */
export function loadYaml(text: string): Value {
  const values = loadYamlAll(text);
  if (values.length > 1) {
    const message =
      `Cannot read the text as one document: it holds ${values.length}`;
    throw new YamlError({ message, offset: 0 }, text);
  }
  return values[0] ?? null;
}

/**
 * Reads the first document of a text, whatever follows it, as Go's `Unmarshal`
 * does.
 *
 * @param text The text.
 * @returns The document's value; `null` where the text holds none.
 * @throws {YamlError} Where the document is not YAML.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(loadFirstYaml("a: 1\n---\n[\n"), { a: 1 });
 * ```
 */
export function loadFirstYaml(text: string): Value {
  const [first] = splitDocuments(text);
  return first === undefined ? null : loadYaml(text.slice(0, first.end));
}

/**
 * Reads all documents of a text; of duplicate keys the last wins.
 *
 * @param text The text.
 * @returns The values of the documents that hold anything.
 * @throws {YamlError} Where one of the documents is not YAML.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(loadYamlAll("a: 1\n---\n---\nb: 2\n"), [{ a: 1 }, { b: 2 }]);
 * ```
 */
export function loadYamlAll(text: string): Value[] {
  const limits = DEFAULT_LIMITS;
  const problem = checkCharacters(text, limits);
  if (problem !== undefined) throw new YamlError(problem, text);
  const budget = newBudget(limits);
  const values: Value[] = [];
  for (const { start, end } of splitDocuments(text)) {
    const document = text.slice(start, end);
    try {
      values.push(readDocument(document, { limits, budget }).value);
    } catch (error) {
      if (!(error instanceof YamlError)) throw error;
      const offset = start + error.problem.offset;
      throw new YamlError({ ...error.problem, offset }, text);
    }
  }
  return values.filter((value) => value !== null);
}
