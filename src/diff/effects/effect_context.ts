/**
 * What the effects on one unit take from the rest of the trees.
 *
 * @module
 */

import { getPath, groupOf, type Manifest, type Side } from "../../model/mod.ts";
import { parseUnitRecord, type UnitRecord } from "../../tree/mod.ts";
import type { TreePair } from "../trees/tree_pair.ts";
import { objectReader } from "../trees/unit_objects.ts";
import { type KeepingService, keepingServices } from "./keeping_services.ts";

/** Which form of a cluster Flux applies. */
export type Level = "capi" | "helmrelease" | "k0rdent";

/** What a HelmChart object says. */
export interface KnownChart {
  readonly chart: string;
  readonly version: string;
}

/** What the HelmChart objects of a tree say, by `namespace/name`. */
export type KnownCharts = ReadonlyMap<string, KnownChart>;

/** What the effects on a unit depend on beside the unit. */
export interface EffectContext {
  /** What the trees say of themselves. */
  readonly applyLevel?: {
    readonly before?: Level | undefined;
    readonly after?: Level | undefined;
  };
  /** The HelmCharts of both trees. */
  readonly charts?: Readonly<Record<Side, KnownCharts>>;
  /** The MultiClusterServices that leave services where they are. */
  readonly keeping?: readonly KeepingService[];
  /** The version of KCM whose behaviour counts. */
  readonly kcmVersion?: string | undefined;
}

const ROOT = "flux/unit.json";
const SOURCES = "layers/sources/unit.json";
const PLATFORM = "layers/platform/unit.json";
const LEVELS: readonly Level[] = ["capi", "helmrelease", "k0rdent"];

/**
 * Reads what the effects on one unit take from the rest of the trees.
 *
 * @param trees The trees.
 * @param options The version of KCM, where it is known.
 * @returns The context for {@linkcode effectsOf}.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { treePair } from "../trees/tree_pair.ts";
 * const record = { unit: { kind: "root" }, applyLevel: "capi", files: {} };
 * const tree = new Map([["flux/unit.json", JSON.stringify(record)]]);
 * const { applyLevel } = await readEffectContext(treePair(tree, tree));
 * assertEquals(applyLevel, { before: "capi", after: "capi" });
 * ```
 */
export async function readEffectContext(
  trees: TreePair,
  { kcmVersion }: { readonly kcmVersion?: string | undefined } = {},
): Promise<EffectContext> {
  const applyLevel = await onBothSides(
    trees,
    ROOT,
    (side) => readLevel(trees, side),
  );
  const charts = trees.changed.some(isOfRelease)
    ? await onBothSides(trees, SOURCES, (side) => readCharts(trees, side))
    : undefined;
  const keeping = trees.changed.some(isDeployment)
    ? await readKeeping(trees)
    : [];
  return {
    kcmVersion,
    keeping,
    applyLevel,
    ...(charts === undefined ? {} : { charts }),
  };
}

/** Only what Flux delivers is known by HelmCharts. */
function isOfRelease(path: string): boolean {
  return (path.startsWith("clusters/") && path.includes("/helm-release.")) ||
    (path.startsWith("layers/") && path.includes("/helm-chart."));
}

/** Clusters leave by their labels, which stand on the ClusterDeployment. */
function isDeployment(path: string): boolean {
  return path.includes("/cluster-deployment.");
}

async function readKeeping(
  trees: TreePair,
): Promise<readonly KeepingService[]> {
  const { before, after } = await onBothSides(
    trees,
    PLATFORM,
    (side) => readServices(trees, side),
  );
  return keepingServices(before, after);
}

/** A unit whose record is the same is the same, and is read once. */
async function onBothSides<Part>(
  { changed }: TreePair,
  record: string,
  read: (side: Side) => Promise<Part>,
): Promise<Record<Side, Part>> {
  const before = await read("before");
  const after = changed.includes(record) ? await read("after") : before;
  return { before, after };
}

async function readServices(
  trees: TreePair,
  side: Side,
): Promise<readonly Manifest[]> {
  const objects = await readObjects(trees, {
    side,
    path: PLATFORM,
    kind: "multi-cluster-service",
  });
  return objects.filter(({ kind }) => kind === "MultiClusterService");
}

async function readLevel(
  trees: TreePair,
  side: Side,
): Promise<Level | undefined> {
  const level = (await readRecord(trees, { side, path: ROOT }))?.applyLevel;
  return LEVELS.find((each) => each === level);
}

async function readRecord(
  trees: TreePair,
  { side, path }: { readonly side: Side; readonly path: string },
): Promise<UnitRecord | undefined> {
  const text = (await trees.read(side, [{ path }])).get(path);
  return text === undefined ? undefined : parseUnitRecord(text, path);
}

async function readCharts(trees: TreePair, side: Side): Promise<KnownCharts> {
  const charts = new Map<string, KnownChart>();
  const objects = await readObjects(trees, {
    side,
    path: SOURCES,
    kind: "helm-chart",
  });
  for (const manifest of objects) {
    if (manifest.kind !== "HelmChart") continue;
    if (groupOf(manifest.apiVersion) !== "source.toolkit.fluxcd.io") continue;
    const { namespace = "", name } = manifest.metadata;
    const [chart, version] = ["chart", "version"]
      .map((field) => getPath(manifest, ["spec", field]));
    if (typeof chart !== "string") continue;
    charts.set(`${namespace}/${name}`, { chart, version: `${version ?? ""}` });
  }
  return charts;
}

/** The objects of a unit whose files are named after a kind. */
async function readObjects(
  trees: TreePair,
  { side, path, kind }: {
    readonly side: Side;
    readonly path: string;
    readonly kind: string;
  },
): Promise<readonly Manifest[]> {
  const record = await readRecord(trees, { side, path });
  const files = Object.entries(record?.files ?? {})
    .filter(([file]) => file.includes(`/${kind}.`))
    .map(([file, oid]) => ({ path: file, oid }));
  const read = objectReader();
  return [...(await trees.read(side, files)).values()]
    .flatMap((text) => read(text) ?? []);
}
