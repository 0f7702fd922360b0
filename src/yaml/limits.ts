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
