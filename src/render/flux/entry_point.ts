/**
 * The entry point for Flux: a Kustomization for each layer, and for each
 * cluster or shard of clusters.
 *
 * docs/design/flux-entry-point.md says why they depend on each other as they
 * do.
 *
 * @module
 */

import {
  type Finding,
  type Layer,
  LAYERS,
  type Manifest,
  type Origin,
  type RenderedObject,
  type TargetRegion,
  type UnitId,
  type ValueMap,
} from "../../model/mod.ts";
import type { Environment, RenderConfig } from "../../source/mod.ts";
import type { TemplateLibrary } from "../../templates/mod.ts";
import { problemFinding, type Resolution } from "../resolution.ts";
import { assignShards } from "./assign_shards.ts";
import { fillKustomization } from "./kustomization.ts";
import {
  clusterKustomizationName,
  sharedKustomizationName,
} from "./kustomization_name.ts";
import { regionEntryPoints } from "./region_entry_points.ts";

/** A unit that has a directory in the tree. */
export interface PlacedUnit {
  readonly id: UnitId;
  /** The directory that Flux applies, from the tree's root. */
  readonly directory: string;
  /** Where Flux applies it; left out, the cluster that Flux runs in. */
  readonly region?: TargetRegion;
}

/** What the entry point is made from. */
export interface EntryPointInput {
  readonly config: RenderConfig;
  readonly environment: Environment;
  readonly library: TemplateLibrary;
  /** All units that have a directory, retired clusters among them. */
  readonly units: readonly PlacedUnit[];
  /** Shards by cluster, as they are on the branch. */
  readonly shards: ReadonlyMap<string, string>;
}

/** The Flux objects that make Flux follow the branch. */
export interface EntryPoint {
  readonly objects: readonly RenderedObject[];
  /** Those of Regions, by the directory of the Region. */
  readonly regions: ReadonlyMap<string, readonly RenderedObject[]>;
  /** Shards by cluster; empty where each has a Kustomization of its own. */
  readonly shards: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** What the Kustomization of a layer adds to those of all. */
interface LayerSettings {
  /** The layers that have to be there before. */
  readonly after: readonly Layer[];
  /** Whether Flux waits until the objects are ready. */
  readonly waits: boolean;
  /** Whether the layer may hold encrypted documents. */
  readonly decrypts: boolean;
}

const LAYER_SETTINGS: Readonly<Record<Layer, LayerSettings>> = {
  namespaces: { after: [], waits: true, decrypts: false },
  sources: { after: ["namespaces"], waits: false, decrypts: true },
  templates: { after: ["sources"], waits: true, decrypts: false },
  credentials: { after: ["namespaces"], waits: true, decrypts: true },
  platform: { after: ["templates"], waits: false, decrypts: true },
};

/** What clusters need: sources and namespaces come before templates. */
const BEFORE_CLUSTERS: readonly Layer[] = ["templates", "credentials"];

/** Nobody declares the entry point; the configuration decides on it. */
const ORIGIN: Origin = { file: "k0render.yaml", document: 0, line: 1 };

/**
 * Makes the entry point.
 *
 * @param input What it is made from.
 * @returns The Flux Kustomizations and the shards.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * import { builtInLibrary } from "../_testing.ts";
 * const { objects } = renderEntryPoint({
 *   config: DEFAULT_CONFIG,
 *   environment: { name: "prod", branch: "rendered" },
 *   library: builtInLibrary(),
 *   units: [{
 *     id: { kind: "cluster", namespace: "prod", name: "eu1" },
 *     directory: "clusters/prod/eu1",
 *   }],
 *   shards: new Map(),
 * });
 * assertEquals(objects.length, 6);
 * ```
 */
export function renderEntryPoint(input: EntryPointInput): EntryPoint {
  const source = input.config.layout.source.name;
  const objects: RenderedObject[] = [];
  const regions = new Map<string, RenderedObject[]>();
  const findings: Finding[] = [];
  for (const layer of LAYERS) addLayer(layer);
  const clusters = new Map(
    input.units.flatMap(({ id, directory, region }) =>
      id.kind === "cluster" && region === undefined
        ? [[`${id.namespace}/${id.name}`, { id, directory }] as const]
        : []
    ),
  );
  const shards = assignShards(
    [...clusters.keys()],
    input.shards,
    input.config.layout.shards,
  );
  for (const shard of [...new Set(shards.values())].sort()) {
    const name = sharedKustomizationName(source, `shard-${shard}`);
    add(name, {
      path: `./flux/shards/${shard}`,
      ...afterLayers(BEFORE_CLUSTERS),
    });
  }
  for (const key of [...clusters.keys()].sort()) {
    const cluster = clusters.get(key);
    if (cluster === undefined || shards.has(key)) continue;
    add(clusterKustomizationName(source, cluster.id), {
      path: `./${cluster.directory}`,
      ...afterLayers(BEFORE_CLUSTERS),
    });
  }
  for (const { directory, made } of regionEntryPoints(input, input.units)) {
    if (directory === undefined) take(made, objects);
    else {
      const regional = regions.get(directory) ?? [];
      regions.set(directory, regional);
      take(made, regional);
    }
  }
  return { objects, regions, shards, findings };

  function addLayer(layer: Layer): void {
    const { after, waits, decrypts } = LAYER_SETTINGS[layer];
    add(sharedKustomizationName(source, layer), {
      path: `./layers/${layer}`,
      ...(waits ? { wait: true } : {}),
      ...(decrypts ? { decryption: { provider: "sops" } } : {}),
      ...afterLayers(after),
    });
  }

  function afterLayers(layers: readonly Layer[]): ValueMap {
    if (layers.length === 0) return {};
    const dependsOn = layers
      .map((layer) => ({ name: sharedKustomizationName(source, layer) }));
    return { dependsOn };
  }

  function add(name: string, spec: ValueMap): void {
    take(fillKustomization(input, { name, spec }), objects);
  }

  function take(made: Resolution<Manifest>, into: RenderedObject[]): void {
    if (made.kind === "resolved") {
      into.push({ manifest: made.result, origin: ORIGIN });
    } else {
      const place = { origin: ORIGIN };
      findings.push(problemFinding(made.problem, { place }));
    }
  }
}
