/**
 * One document: from text to value.
 *
 * @module
 */

import { type Composed, Composer } from "./composer.ts";
import type { Budget, YamlLimits } from "./limits.ts";
import { parseEvents } from "./parse_events.ts";
import { YamlError } from "./yaml_error.ts";

/**
 * Reads the text of one document.
 *
 * @param text The text.
 * @param bounds The limits, and what is left of the whole text's budget.
 * @returns The value, and its duplicate keys.
 * @throws {YamlError} Where the text is not YAML that Kubernetes reads.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_LIMITS, newBudget } from "./limits.ts";
 * const bounds = { limits: DEFAULT_LIMITS, budget: newBudget(DEFAULT_LIMITS) };
 * assertEquals(readDocument("- yes", bounds), { value: [true], duplicates: [] });
 * ```
 */
export function readDocument(
  text: string,
  bounds: { readonly limits: YamlLimits; readonly budget: Budget },
): Composed {
  const { source, events, originalOffset } = parseEvents(text, bounds);
  try {
    const { value, duplicates } = new Composer(source, events, bounds)
      .compose();
    return {
      value,
      duplicates: duplicates.map(({ path, first, second }) => ({
        path,
        first: originalOffset(first),
        second: originalOffset(second),
      })),
    };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const offset = originalOffset(error.problem.offset);
    throw new YamlError({ ...error.problem, offset }, text);
  }
}
