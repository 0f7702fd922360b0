/**
 * Which clusters share a Flux Kustomization.
 *
 * @module
 */

/** When clusters share Kustomizations, and how many share one. */
export interface ShardSettings {
  /** With more clusters than this they share. */
  readonly above: number;
  /** How many share one. */
  readonly size: number;
}

/**
 * Assigns clusters to shards. A cluster never leaves its shard: if it moved,
 * its old Kustomization could delete it before the new one has taken it over.
 * Hence a branch with shards keeps them, and new clusters fill the first shard
 * with room.
 *
 * @param clusters The clusters, `namespace/name`.
 * @param previous The shards on the branch.
 * @param settings When clusters share, and how many share one.
 * @returns Shards by cluster; empty where each has a Kustomization of its own.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const settings = { above: 2, size: 2 };
 * const shards = assignShards(["a/1", "a/2", "a/3"], new Map(), settings);
 * assertEquals([...shards.values()], ["000", "000", "001"]);
 * ```
 */
export function assignShards(
  clusters: readonly string[],
  previous: ReadonlyMap<string, string>,
  settings: ShardSettings,
): Map<string, string> {
  const shards = new Map<string, string>();
  if (previous.size === 0 && clusters.length <= settings.above) return shards;
  const sorted = [...clusters].sort();
  const sizes = new Map<string, number>();
  for (const cluster of sorted) {
    const shard = previous.get(cluster);
    if (shard !== undefined) join(cluster, shard);
  }
  let last = 0;
  for (const cluster of sorted) {
    if (shards.has(cluster)) continue;
    while ((sizes.get(shardName(last)) ?? 0) >= settings.size) last++;
    join(cluster, shardName(last));
  }
  return shards;

  function join(cluster: string, shard: string): void {
    shards.set(cluster, shard);
    sizes.set(shard, (sizes.get(shard) ?? 0) + 1);
  }
}

function shardName(number: number): string {
  return String(number).padStart(3, "0");
}
