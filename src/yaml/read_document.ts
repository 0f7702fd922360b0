/**
 * One document: from text to value.
 *
 * @module
 */

import { type Event, parseEvents, YAMLException } from "js-yaml";
import { type Budget, type Composed, Composer } from "./composer.ts";
import type { YamlLimits } from "./limits.ts";
import { suggestRemedy } from "./suggest_remedy.ts";
import { YamlError } from "./yaml_error.ts";

/** The parser counts a key and its value as levels of their own. */
const PARSER_LEVELS = 2;

/**
 * Reads the text of one document.
 *
 * @param text The text.
 * @param bounds The limits, and what is left of the whole text's budget.
 * @returns The value, and its duplicate keys.
 * @throws {YamlError} Where the text is not YAML that Kubernetes reads.
 */
export function readDocument(
  text: string,
  bounds: { readonly limits: YamlLimits; readonly budget: Budget },
): Composed {
  const events = readEvents(text, bounds.limits);
  return new Composer(text, events, bounds).compose();
}

/**
 * Reads the parser's events of one document.
 *
 * @param text The document's text.
 * @param limits The limits; only the depth matters here.
 * @returns The events; their offsets count in `text`.
 * @throws {YamlError} Where the text is not YAML.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { DEFAULT_LIMITS } from "./limits.ts";
 * import { YamlError } from "./yaml_error.ts";
 * assertThrows(() => readEvents("a: [", DEFAULT_LIMITS), YamlError);
 * ```
 */
export function readEvents(text: string, limits: YamlLimits): Event[] {
  try {
    return parseEvents(text, { maxDepth: limits.maxDepth + PARSER_LEVELS });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const offset = error.mark?.position ?? 0;
    throw new YamlError({
      message: `Cannot parse YAML: ${error.reason}`,
      offset,
      remedy: suggestRemedy(text, offset),
    }, text);
  }
}
