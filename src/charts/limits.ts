/**
 * How much is fetched: far more than honest charts need.
 *
 * @module
 */

const MIB = 1024 * 1024;

/** The largest answers that are read, in bytes. */
export const FETCH_LIMITS = {
  /** The index of a chart repository; the largest public ones have 20 MiB. */
  index: 32 * MIB,
  /** The archive of a chart. */
  archive: 16 * MIB,
  /** A manifest, a token or a page of tags of a registry. */
  document: 4 * MIB,
  /** The pages of a registry's tag list. */
  tagPages: 100,
} as const;
