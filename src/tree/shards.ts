/**
 * `flux/shards.json`: which shard each cluster belongs to.
 *
 * A cluster stays in its shard for good: if it moved, its old Flux
 * Kustomization could prune it before the new one has taken it over. Hence a
 * recorded mapping, never a function of how many clusters there are.
 *
 * @module
 */

import { z } from "zod";

/** Shards by cluster, `namespace/name`. */
export type ShardMapping = ReadonlyMap<string, string>;

/** Where the mapping stands. */
export const SHARDS_PATH = "flux/shards.json";

const shardsSchema = z.record(
  z.string().regex(/^[^/]+\/[^/]+$/),
  z.string().min(1),
);

/**
 * Writes a mapping.
 *
 * @param shards Shards by cluster.
 * @returns The text of `flux/shards.json`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const shards = new Map([["prod/eu1", "000"]]);
 * assertEquals(parseShards(formatShards(shards)), shards);
 * ```
 */
export function formatShards(shards: ShardMapping): string {
  const sorted = [...shards].sort(([a], [b]) => a < b ? -1 : 1);
  return `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`;
}

/**
 * Reads a mapping.
 *
 * @param text The text of a `flux/shards.json`.
 * @returns Shards by cluster, or `undefined` where the text is no mapping.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseShards("<<<<<<< HEAD"), undefined);
 * ```
 */
export function parseShards(text: string): ShardMapping | undefined {
  try {
    const shards = shardsSchema.safeParse(JSON.parse(text));
    return shards.success ? new Map(Object.entries(shards.data)) : undefined;
  } catch {
    return undefined;
  }
}
