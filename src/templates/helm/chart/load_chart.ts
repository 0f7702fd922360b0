/**
 * From files to a chart.
 *
 * @module
 */

import { isMap, type ValueMap } from "../../../model/mod.ts";
import { loadYamlAll } from "../../../yaml/mod.ts";
import { compileSchema } from "../../schema.ts";
import { HELM_RULES } from "../rules.ts";
import { Allowance } from "./allowance.ts";
import { type ChartLimits, DEFAULT_CHART_LIMITS } from "./archive.ts";
import type { Chart, ChartSchema } from "./chart.ts";
import { catchProblems, chartError, type ChartProblem } from "./chart_error.ts";
import { type ChartFile, textOf } from "./chart_file.ts";
import { type Home, readMetadata, readYaml, wrongFile } from "./chart_yaml.ts";
import { toFloats } from "./floats.ts";
import type { ChartMetadata } from "./metadata.ts";

/** How a chart is read. */
export interface LoadOptions {
  readonly limits?: ChartLimits;
  /** The chart's path for problems, before its own name is known. */
  readonly name?: string;
}

/** A chart, or why there is none. */
export interface LoadedChart {
  readonly chart?: Chart;
  readonly problems: readonly ChartProblem[];
}

/**
 * Reads a chart from its files.
 *
 * @param files The files, as they lie in the chart's directory.
 * @param options How large it may be, and what to call it.
 * @returns The chart, or what is wrong with it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const bytes = new TextEncoder().encode("name: own\nversion: 1.0.0\n");
 * const { chart } = loadChart([{ path: "Chart.yaml", bytes }]);
 * assertEquals(chart?.metadata.name, "own");
 * ```
 */
export function loadChart(
  files: readonly ChartFile[],
  options: LoadOptions = {},
): LoadedChart {
  const { limits = DEFAULT_CHART_LIMITS, name = "" } = options;
  const { result, problems } = catchProblems(() => {
    const site = { allowance: new Allowance(limits), home: name, depth: 0 };
    site.allowance.take(files, name);
    return readChart(files, site);
  });
  return result === undefined ? { problems } : { chart: result, problems };
}

/** What a chart says about itself, or why that cannot be read. */
export interface LoadedMetadata {
  readonly metadata?: ChartMetadata;
  readonly problems: readonly ChartProblem[];
}

/**
 * Reads what a chart says about itself, and no more of it.
 *
 * @param files The files, as they lie in the chart's directory.
 * @param options What to call it.
 * @returns The metadata, or what is wrong with it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const bytes = new TextEncoder().encode("name: own\nversion: 1.0.0\n");
 * const { metadata } = loadMetadata([{ path: "Chart.yaml", bytes }]);
 * assertEquals(metadata?.version, "1.0.0");
 * ```
 */
export function loadMetadata(
  files: readonly ChartFile[],
  options: LoadOptions = {},
): LoadedMetadata {
  const { name = "" } = options;
  const byPath = new Map(files.map((file) => [file.path, file]));
  const { result, problems } = catchProblems(() =>
    readMetadata(byPath, { home: name })
  );
  return result === undefined ? { problems } : { metadata: result, problems };
}

interface Site extends Home {
  /** What is left for all charts together. */
  readonly allowance: Allowance;
  readonly depth: number;
}

const TEMPLATES = "templates/";
const CHARTS = "charts/";

function readChart(files: readonly ChartFile[], site: Site): Chart {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const metadata = readMetadata(byPath, site);
  const schema = byPath.get("values.schema.json");
  return {
    metadata,
    values: readValues(byPath.get("values.yaml"), site),
    ...(schema === undefined ? {} : { schema: schemaOf(textOf(schema)) }),
    templates: files.filter(({ path }) => path.startsWith(TEMPLATES))
      .map((file) => ({ path: file.path, text: textOf(file) })),
    files: files.filter(({ path }) => isOtherFile(path, metadata)),
    dependencies: readDependencies(files, site),
  };
}

/** Files that Helm gives no meaning of its own. */
function isOtherFile(path: string, { apiVersion }: ChartMetadata): boolean {
  if (path.startsWith(TEMPLATES)) return false;
  if (path.startsWith(CHARTS)) return path.endsWith(".prov");
  if (/^requirements\.(?:yaml|lock)$/.test(path)) return apiVersion === "v1";
  return ![
    "Chart.yaml",
    "Chart.lock",
    "values.yaml",
    "values.schema.json",
  ].includes(path);
}

function readValues(file: ChartFile | undefined, site: Home): ValueMap[] {
  if (file === undefined) return [];
  return readYaml(file, site, loadYamlAll).map((value) => {
    if (isMap(value)) return toFloats(value) as ValueMap;
    throw wrongFile(file, site, "it holds no map");
  });
}

function schemaOf(text: string): ChartSchema {
  return { text, compile: () => compileSchema(text) };
}

/** Each entry of `charts/` is a chart: a directory, or an archive. */
function readDependencies(files: readonly ChartFile[], site: Site): Chart[] {
  const entries = Map.groupBy(
    files.filter(({ path }) =>
      path.startsWith(CHARTS) && !path.endsWith(".prov")
    ),
    ({ path }) => path.split("/")[1] ?? "",
  );
  return [...entries].filter(([name]) => !/^[_.]/.test(name))
    .sort(([a], [b]) => a < b ? -1 : 1)
    .map(([name, own]) => readDependency(name, own, site));
}

function readDependency(
  name: string,
  files: readonly ChartFile[],
  { allowance, home, depth }: Site,
): Chart {
  const inner: Site = {
    allowance,
    home: `${home === "" ? "" : `${home}/`}${CHARTS}${name}`,
    depth: depth + 1,
  };
  const { maxNesting } = allowance.limits;
  if (inner.depth > maxNesting) {
    const message =
      `Cannot read the chart: charts within charts more than ${maxNesting} deep`;
    throw chartError(HELM_RULES["helm/chart"], inner.home, message);
  }
  const [archive] = files;
  const own = name.endsWith(".tgz") && archive !== undefined
    ? allowance.unpack(archive.bytes, inner.home)
    : files.map(({ path, bytes }) => ({
      path: path.split("/").slice(2).join("/"),
      bytes,
    })).filter(({ path }) => path !== "");
  return readChart(own, inner);
}
