/**
 * Bounds on what is read, so that no file can exhaust memory or time.
 *
 * @module
 */

/** What one text may hold; each bound covers the whole text. */
export interface YamlLimits {
  /** Bytes of the text in UTF-8. */
  readonly maxBytes: number;
  /** Documents in the text. */
  readonly maxDocuments: number;
  /** Lists and maps within each other, after aliases are expanded. */
  readonly maxDepth: number;
  /** Scalars, lists and maps, after aliases and merge keys are expanded. */
  readonly maxNodes: number;
  /** Uses of an anchor. */
  readonly maxAliases: number;
}

/** Far above what people write by hand, far below what harms. */
export const DEFAULT_LIMITS: YamlLimits = {
  maxBytes: 16 * 1024 * 1024,
  maxDocuments: 20_000,
  maxDepth: 100,
  maxNodes: 2_000_000,
  maxAliases: 10_000,
};

/** What of the limits is left while a text is being read. */
export interface Budget {
  nodes: number;
  aliases: number;
  /** Characters that may be parsed once more; see parse_events.ts. */
  reparsed: number;
}

/**
 * The budget of a text that is yet to be read.
 *
 * @param limits The limits.
 * @returns All that they allow.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(newBudget(DEFAULT_LIMITS).aliases, DEFAULT_LIMITS.maxAliases);
 * ```
 */
export function newBudget(limits: YamlLimits): Budget {
  return {
    nodes: limits.maxNodes,
    aliases: limits.maxAliases,
    reparsed: limits.maxBytes,
  };
}
