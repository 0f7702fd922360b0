/**
 * From a chart and values to documents, as Helm makes them.
 *
 * @module
 */

import type { ValueMap } from "../../../model/mod.ts";
import type { GoLimits } from "../go/mod.ts";
import { HELM_RULES } from "../rules.ts";
import { activate, type ActiveChart } from "./active_chart.ts";
import {
  capabilities,
  DEFAULT_KUBE_VERSION,
  type KubeVersion,
  parseKubeVersion,
} from "./capabilities.ts";
import type { Chart, HelmVersion } from "./chart.ts";
import { catchProblems, chartError, type ChartProblem } from "./chart_error.ts";
import type { ChartFile } from "./chart_file.ts";
import { coalesceValues } from "./coalesce.ts";
import { isCompatible } from "./compatible.ts";
import { crdFiles } from "./crd_files.ts";
import { switchDependencies } from "./dependencies.ts";
import { importValues } from "./import_values.ts";
import { type Manifests, sortManifests } from "./manifests.ts";
import { runTemplates } from "./run_templates.ts";
import { checkSchemas } from "./schema_check.ts";
import { scopeTemplates } from "./scope.ts";

/** What a chart is rendered for. */
export interface RenderChartOptions {
  readonly release: { readonly name: string; readonly namespace: string };
  /** What is given to the chart, over its defaults. */
  readonly values: ValueMap;
  /** The Helm to follow; 4 where nothing is said. */
  readonly helm?: HelmVersion;
  /** The version of Kubernetes; that of Helm's own client where none is said. */
  readonly kubeVersion?: string;
  /** The versions of APIs beside those of Kubernetes itself. */
  readonly apiVersions?: readonly string[];
  readonly limits?: GoLimits;
}

/** What a chart gave. */
export interface RenderedChart extends Manifests {
  /** The CRDs that it brings outside its templates. */
  readonly crds: readonly ChartFile[];
  /** Whether it depends on what `lookup` would find in the cluster. */
  readonly usesLookup: boolean;
  readonly problems: readonly ChartProblem[];
}

const NOTES = "/templates/NOTES.txt";
const NOTHING: Omit<RenderedChart, "problems"> = {
  documents: [],
  hooks: [],
  crds: [],
  usesLookup: false,
};

/**
 * Renders a chart as `helm template` does, or `helm install` of a new release.
 *
 * @param chart The chart.
 * @param options What it is rendered for.
 * @returns The documents in the order in which Helm installs them, or what is
 * wrong.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadChart } from "./load_chart.ts";
 * const encode = (text: string) => new TextEncoder().encode(text);
 * const { chart } = loadChart([
 *   { path: "Chart.yaml", bytes: encode("name: own\nversion: 1.0.0\n") },
 *   { path: "templates/a.yaml", bytes: encode("name: {{ .Release.Name }}\n") },
 * ]);
 * if (chart !== undefined) {
 *   const release = { name: "demo", namespace: "prod" };
 *   const { documents } = renderChart(chart, { release, values: {} });
 *   assertEquals(documents.map(({ value }) => value), [{ name: "demo" }]);
 * }
 * ```
 */
export function renderChart(
  chart: Chart,
  options: RenderChartOptions,
): RenderedChart {
  const { result, problems } = catchProblems(() => render(chart, options));
  return { ...NOTHING, ...result, problems };
}

function render(
  chart: Chart,
  options: RenderChartOptions,
): Omit<RenderedChart, "problems"> {
  const { helm = 4, limits } = options;
  checkInstallable(chart);
  const kubeVersion = kubeVersionOf(options, chart);
  const active = activate(chart, helm);
  const values = finalValues(active, options.values, helm);
  checkSchemas(active, values);
  checkKubeVersion(chart, kubeVersion);
  const { apiVersions = [] } = options;
  const templates = scopeTemplates(active, values, {
    helm,
    release: releaseObject(options.release),
    capabilities: capabilities({ helm, kubeVersion, apiVersions }),
  });
  const { texts, usesLookup } = runTemplates(templates, {
    helm,
    ...(limits === undefined ? {} : { limits }),
  });
  const outputs = new Map(
    [...texts].filter(([name]) => !name.endsWith(NOTES)),
  );
  const manifests = sortManifests(outputs, helm);
  return { ...manifests, crds: crdFiles(active), usesLookup };
}

/** Decides on the dependencies, and gives each chart what is meant for it. */
function finalValues(
  chart: ActiveChart,
  values: ValueMap,
  helm: HelmVersion,
): ValueMap {
  switchDependencies(chart, values, helm);
  importValues(chart, helm);
  return coalesceValues(chart, values, { helm, keepNulls: false });
}

function releaseObject(
  { name, namespace }: RenderChartOptions["release"],
) {
  return {
    Name: name,
    Namespace: namespace,
    IsUpgrade: false,
    IsInstall: true,
    Revision: 1n,
    Service: "Helm",
  };
}

function checkInstallable({ metadata, dependencies }: Chart): void {
  const file = `${metadata.name}/Chart.yaml`;
  if (metadata.type === "library") {
    const message = "Cannot render the chart: it is a library for other charts";
    throw chartError(HELM_RULES["helm/chart"], file, message);
  }
  const missing = metadata.dependencies.map(({ name }) => name)
    .filter((name) =>
      !dependencies.some(({ metadata }) => metadata.name === name)
    );
  if (missing.length > 0) {
    const names = missing.map((name) => `"${name}"`).join(", ");
    const message =
      `Cannot render the chart: it depends on ${names}, which its charts directory lacks`;
    throw chartError(HELM_RULES["helm/dependency"], file, message);
  }
}

function kubeVersionOf(
  { kubeVersion = DEFAULT_KUBE_VERSION }: RenderChartOptions,
  { metadata }: Chart,
): KubeVersion {
  const version = parseKubeVersion(kubeVersion);
  if (version !== undefined) return version;
  throw chartError(
    HELM_RULES["helm/kube-version"],
    `${metadata.name}/Chart.yaml`,
    `Cannot render the chart for Kubernetes "${kubeVersion}": it is no version`,
  );
}

function checkKubeVersion({ metadata }: Chart, wanted: KubeVersion): void {
  const { name, kubeVersion } = metadata;
  if (kubeVersion === "" || isCompatible(kubeVersion, wanted.plain)) return;
  throw chartError(
    HELM_RULES["helm/kube-version"],
    `${name}/Chart.yaml`,
    `Cannot render the chart for Kubernetes ${wanted.version}: it requires "${kubeVersion}"`,
  );
}
