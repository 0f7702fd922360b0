/**
 * The set of templates in force: the built-in ones and those of the dry source.
 *
 * @module
 */

import { type Finding, remember as rememberObject } from "../model/mod.ts";
import { digestFiles } from "./digest.ts";
import type { ChartFile } from "./helm/chart/mod.ts";
import type { HelmSettings } from "./helm_package.ts";
import { loadPackage, type TemplatePackage } from "./package.ts";
import { sortFiles, type TemplateSet } from "./template_set.ts";
import {
  type LoadedShape,
  loadShape,
  type Shape,
  SHAPE_NAMES,
  type ShapeName,
} from "./shape.ts";
import { indexCharts } from "./vendored_charts.ts";

/** The set of templates in force. */
export interface TemplateLibrary {
  /**
   * The package that stands for a cluster chart: a Helm chart of the dry
   * source, else one of its template packages, else a built-in one.
   *
   * @param chart The chart's name.
   * @param version The version to prefer where there are several.
   * @returns The package; `undefined` where there is none without errors.
   */
  clusterPackage(chart: string, version?: string): TemplatePackage | undefined;
  /** The charts for which there are packages, sorted. */
  clusterCharts(): string[];
  /**
   * A shape.
   *
   * @param name Its name.
   * @returns The shape.
   */
  shape(name: ShapeName): Shape;
  /** What is wrong with the templates of the dry source. */
  readonly findings: readonly Finding[];
  /**
   * Checks all templates in force.
   *
   * @returns What is wrong with them.
   */
  lint(): readonly Finding[];
  /** The SHA-256 of all templates, in hex. */
  readonly digest: string;
}

/** Templates as files: path below `templates/` → text. */
export interface LibraryFiles {
  readonly builtIn: ReadonlyMap<string, string>;
  /** The dry source's own, which win. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** The Helm charts of the dry source: directory → files. */
  readonly charts?: ReadonlyMap<string, readonly ChartFile[]>;
  /** Files of these charts that could not be read: directory → paths. */
  readonly unreadable?: ReadonlyMap<string, readonly string[]>;
  /** What the charts are rendered for. */
  readonly helm?: HelmSettings;
}

/**
 * Loads the templates in force. The dry source's are checked at once, the
 * built-in ones are loaded when they are asked for.
 *
 * @param files The files.
 * @returns The templates.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { clusterCharts } = loadLibrary({
 *   builtIn: new Map([["cluster/own/package.yaml", "name: own\nversion: '1'\n"]]),
 * });
 * assertEquals(clusterCharts(), ["own"]);
 * ```
 */
export function loadLibrary(library: LibraryFiles): TemplateLibrary {
  const { builtIn, overlay = new Map(), charts = new Map() } = library;
  const { unreadable = new Map(), helm = {} } = library;
  const vendored = indexCharts(charts, { settings: helm, unreadable });
  const base = builtInSet(builtIn);
  const own = sortFiles(overlay, "dry source");
  const packageOf = remember((chart: string) =>
    loadChart(chart, { base, own })
  );
  const shapeOf = remember((name: ShapeName) =>
    loadShapeFile(name, { base, own })
  );
  const packages = [
    ...new Set([...base.packages.keys(), ...own.packages.keys()]),
  ].sort();
  function check(
    checked: readonly string[],
    shapes: readonly ShapeName[],
  ): readonly Finding[] {
    return [
      ...own.findings,
      ...vendored.findings,
      ...checked.flatMap((chart) => packageOf(chart)?.findings ?? []),
      ...shapes.flatMap((name) => shapeOf(name).findings),
    ];
  }
  // A shared partial of the dry source may break any package.
  const touched = own.shared.size > 0 ? packages : [...own.packages.keys()];
  return {
    clusterPackage: (chart, version) =>
      vendored.find(chart, version) ?? packageOf(chart)?.package,
    clusterCharts: () => [...new Set([...vendored.names, ...packages])].sort(),
    shape: (name) => shapeOf(name).shape,
    findings: check(touched, [...own.shapes.keys()]),
    lint: () => check(packages, SHAPE_NAMES),
    digest: digestFiles(builtIn, overlay),
  };
}

/** The built-in templates stay the same in all that a process renders. */
const builtInSet = rememberObject((files: ReadonlyMap<string, string>) =>
  sortFiles(files, "built-in")
);

const builtInPackages = rememberObject((base: TemplateSet) =>
  remember((chart: string) => loadFrom(base, chart, base.shared))
);

interface Sets {
  readonly base: TemplateSet;
  readonly own: TemplateSet;
}

function loadChart(chart: string, { base, own }: Sets) {
  const isOwn = own.packages.has(chart);
  if (!isOwn && own.shared.size === 0) return builtInPackages(base)(chart);
  const shared = new Map([...base.shared, ...own.shared]);
  return loadFrom(isOwn ? own : base, chart, shared);
}

function loadFrom(
  set: TemplateSet,
  chart: string,
  shared: ReadonlyMap<string, string>,
) {
  const files = set.packages.get(chart);
  return files && loadPackage(files, {
    name: chart,
    shared,
    origin: set.origin,
    directory: set.directoryOf(chart),
  });
}

function loadShapeFile(name: ShapeName, { base, own }: Sets): LoadedShape {
  const text = own.shapes.get(name) ?? base.shapes.get(name) ?? "";
  return loadShape(name, { path: `templates/${name}.yaml.hbs`, text });
}

function remember<Key, Result>(
  make: (key: Key) => Result,
): (key: Key) => Result {
  const known = new Map<Key, Result>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
