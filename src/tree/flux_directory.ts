/**
 * The entry point for Flux: `flux/`.
 *
 * @module
 */

import type { Finding, RenderedObject } from "../model/mod.ts";
import { kustomizationFile } from "./kustomization_file.ts";
import { pathComponent } from "./path.ts";
import { formatShards, type ShardMapping, SHARDS_PATH } from "./shards.ts";
import type { TreeFile } from "./types.ts";
import { unitDirectories } from "./unit_directories.ts";
import { placeObjects, type UnitFiles } from "./unit_files.ts";

/** The Flux objects that make Flux follow the branch. */
export interface EntryPoint {
  readonly objects: readonly RenderedObject[];
  /** Which shard each cluster belongs to; empty where there are no shards. */
  readonly shards: ShardMapping;
  /**
   * The Flux objects of Regions, which wait until their namespaces are there,
   * by the directory of the Region.
   * @default none
   */
  readonly regions?: ReadonlyMap<string, readonly RenderedObject[]>;
  /** What kept an object from being made. */
  readonly findings?: readonly Finding[];
}

/**
 * Lays out the entry point. The Flux Kustomization of a shard applies
 * `flux/shards/<shard>/`, which names the directories of its clusters; that of
 * a Region applies `flux/regions/<region>/`, which holds further ones.
 *
 * @param entryPoint The Flux objects and the shards.
 * @param directories The directories that the tree has; a shard that named
 * another one could not be built.
 * @returns The files, and findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { files } = fluxFiles(
 *   { objects: [], shards: new Map([["prod/eu1", "000"]]) },
 *   new Set(["clusters/prod/eu1"]),
 * );
 * assertEquals(files.map((file) => file.path), [
 *   "flux/kustomization.yaml",
 *   "flux/shards.json",
 *   "flux/shards/000/kustomization.yaml",
 * ]);
 * ```
 */
export function fluxFiles(
  { objects, shards, regions = new Map(), findings: faults = [] }: EntryPoint,
  directories: ReadonlySet<string>,
): UnitFiles {
  const { files, findings } = placeObjects("flux", objects);
  const resources = files.map(({ path }) => path.slice("flux/".length));
  const regional = [...regions].map(([directory, made]) =>
    regionFiles(directory, made)
  );
  return {
    files: [
      ...files,
      kustomizationFile("flux", resources),
      ...regional.flatMap((region) => region.files),
      ...(shards.size === 0 ? [] : shardFiles(shards, directories)),
    ],
    findings: [
      ...faults,
      ...findings,
      ...regional.flatMap((region) => region.findings),
    ],
  };
}

function regionFiles(
  region: string,
  objects: readonly RenderedObject[],
): UnitFiles {
  const directory = `flux/${region}`;
  const { files, findings } = placeObjects(directory, objects);
  const resources = files.map(({ path }) => path.slice(directory.length + 1));
  return {
    files: [...files, kustomizationFile(directory, resources)],
    findings,
  };
}

function shardFiles(
  shards: ShardMapping,
  directories: ReadonlySet<string>,
): TreeFile[] {
  const resources = new Map<string, string[]>();
  for (const [cluster, shard] of shards) {
    const members = resources.get(shard) ?? [];
    resources.set(shard, members);
    const directory = clusterDirectory(cluster);
    if (directories.has(directory)) members.push(`../../../${directory}`);
  }
  return [
    { path: SHARDS_PATH, text: formatShards(shards) },
    ...[...resources].map(([shard, members]) =>
      kustomizationFile(`flux/shards/${pathComponent(shard)}`, members)
    ),
  ];
}

function clusterDirectory(cluster: string): string {
  const slash = cluster.indexOf("/");
  const namespace = cluster.slice(0, slash);
  const name = cluster.slice(slash + 1);
  return unitDirectories({ kind: "cluster", namespace, name }).applied;
}
