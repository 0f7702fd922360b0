/**
 * Helm charts in the place of template packages.
 *
 * @module
 */

import type { ValueMap } from "../model/mod.ts";
import {
  activate,
  catchProblems,
  type ChartFile,
  type ChartMetadata,
  coalesceValues,
  type HelmVersion,
  loadDirectory,
  type LoadedChart,
  renderChart,
} from "./helm/chart/mod.ts";
import { DEFAULT_GO_LIMITS, type GoLimits } from "./helm/go/mod.ts";
import { digestChart } from "./helm_digest.ts";
import { expandChart } from "./helm_objects.ts";
import { HELM_RULES } from "./helm/rules.ts";
import { compileSchema } from "./schema.ts";
import type { PackageMetadata } from "./metadata.ts";
import type { PackageOrigin, TemplatePackage } from "./package.ts";
import type { PackageRelease, RenderedPackage } from "./render_package.ts";

/** What charts are rendered for, besides releases. */
export interface HelmSettings {
  /** The Helm to follow; 4 where nothing is said. */
  readonly helm?: HelmVersion;
  readonly kubeVersion?: string;
  /** The versions of APIs beside those of Kubernetes itself. */
  readonly apiVersions?: readonly string[];
  /** A clock in milliseconds; without one, time is not limited. */
  readonly clock?: () => number;
}

/** How long one chart may take for one release. */
const PATIENCE_MS = 10_000;

/** What is known about a chart besides its files. */
export interface HelmPackageOptions {
  readonly metadata: ChartMetadata;
  readonly origin: PackageOrigin;
  /** Where it lies in the tree. */
  readonly directory: string;
  readonly settings: HelmSettings;
  /** Its files that could not be read. */
  readonly unreadable?: readonly string[];
}

/**
 * Makes a package of a chart. The chart is read when something is asked of it,
 * since most charts of a repository are for services and never expanded; what
 * is wrong with it comes out where it is rendered.
 *
 * @param files The files of the chart's directory.
 * @param options What is known about it.
 * @returns The package.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadMetadata } from "./helm/chart/mod.ts";
 * const bytes = new TextEncoder().encode("name: own\nversion: 1.0.0\n");
 * const files = [{ path: "Chart.yaml", bytes }];
 * const { metadata } = loadMetadata(files);
 * if (metadata !== undefined) {
 *   const known = { metadata, origin: "dry source", directory: "own" } as const;
 *   const { version } = helmPackage(files, { ...known, settings: {} });
 *   assertEquals(version, "1.0.0");
 * }
 * ```
 */
export function helmPackage(
  files: readonly ChartFile[],
  options: HelmPackageOptions,
): TemplatePackage {
  const { metadata, origin, directory, settings } = options;
  const loaded = once(() => load(files, options));
  const digest = once(() => digestChart(files, settings));
  const defaults = once(() => defaultsOf(loaded(), settings));
  const wraps = wrappedBy(metadata, files);
  return {
    name: metadata.name,
    version: metadata.version,
    ...(wraps.length === 0 ? {} : { wraps }),
    engine: "helm",
    origin,
    directory,
    metadata: packageMetadata(metadata),
    get digest() {
      return digest();
    },
    get defaults() {
      return defaults();
    },
    schema: () => schemaOf(loaded()),
    texts: () =>
      new Map(files.map((file) => [
        `${directory}/${file.path}`,
        new TextDecoder().decode(file.bytes),
      ])),
    withText(path, text) {
      const replaced = path.slice(directory.length + 1);
      const bytes = new TextEncoder().encode(text);
      return helmPackage(
        files.map((file) => file.path === replaced ? { ...file, bytes } : file),
        options,
      );
    },
    render: (release) => render(loaded(), release, options),
  };
}

/** A chart that renders something itself may read values at any level. */
function wrappedBy(
  { dependencies }: ChartMetadata,
  files: readonly ChartFile[],
): string[] {
  const isOwn = files.some(({ path }) =>
    /^templates\/(?:.*\/)?[^_/][^/]*\.(?:ya?ml|tpl|json)$/.test(path)
  );
  return isOwn ? [] : dependencies.map(({ alias, name }) => alias || name);
}

function load(
  files: readonly ChartFile[],
  { directory, unreadable: [missing] = [] }: HelmPackageOptions,
): LoadedChart {
  if (missing === undefined) return loadDirectory(files, { name: directory });
  const message = `Cannot read the chart: "${missing}" of it could not be read`;
  const place = { template: missing, line: 1, column: 1 };
  return { problems: [{ rule: HELM_RULES["helm/chart"], message, ...place }] };
}

function render(
  { chart, problems }: LoadedChart,
  { release, values }: PackageRelease,
  { metadata, settings }: HelmPackageOptions,
): RenderedPackage {
  const name = `${metadata.name}-${metadata.version}`;
  if (chart === undefined) {
    return {
      objects: [],
      templates: [],
      problems: problems.map((problem) => ({ ...problem, chart: name })),
    };
  }
  return expandChart(
    renderChart(chart, {
      release,
      values,
      ...settings,
      limits: limitsBy(settings.clock),
    }),
    name,
  );
}

function limitsBy(clock: HelmSettings["clock"]): GoLimits {
  if (clock === undefined) return DEFAULT_GO_LIMITS;
  const end = clock() + PATIENCE_MS;
  return { ...DEFAULT_GO_LIMITS, expired: () => clock() > end };
}

/** Values that are no map where a chart needs one are told when it is rendered. */
function defaultsOf(
  { chart }: LoadedChart,
  { helm = 4 }: HelmSettings,
): ValueMap {
  if (chart === undefined) return {};
  const { result = {} } = catchProblems(() =>
    coalesceValues(activate(chart, helm), {}, { helm, keepNulls: true })
  );
  return result;
}

/** A schema that is none is told where the chart is rendered. */
function schemaOf({ chart }: LoadedChart): ValueMap {
  try {
    return chart?.schema === undefined
      ? {}
      : compileSchema(chart.schema.text).data;
  } catch {
    return {};
  }
}

const PROVIDERS = "cluster.x-k8s.io/provider";
const CONTRACT =
  /^cluster\.x-k8s\.io\/((?:bootstrap|control-plane|infrastructure)-.+)$/;

/** What KCM reads from a chart's annotations. */
function packageMetadata(metadata: ChartMetadata): PackageMetadata {
  const { name, version, description, annotations } = metadata;
  const providers = (annotations[PROVIDERS] ?? "").split(",")
    .map((provider) => provider.trim()).filter((provider) => provider !== "");
  const contracts = Object.entries(annotations).flatMap(([key, contract]) => {
    const provider = CONTRACT.exec(key)?.[1];
    return provider === undefined ? [] : [[provider, contract] as const];
  });
  return {
    name,
    version,
    description,
    providers: [...new Set(providers)].sort(),
    providerContracts: Object.fromEntries(contracts),
  };
}

function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | undefined;
  return () => (made ??= { result: make() }).result;
}
