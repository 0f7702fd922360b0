/**
 * Helm charts: reading them, and rendering them as Helm does.
 *
 * A chart comes from the files of a directory or of an archive, which may mean
 * harm: sizes, depths and paths are bounded. Its values are put together by the
 * rules of Helm 3 or Helm 4, its templates executed, and what they wrote told
 * apart and sorted as Helm installs it.
 *
 * @module
 */

export { activate } from "./active_chart.ts";
export { type ChartLimits, DEFAULT_CHART_LIMITS } from "./archive.ts";
export { DEFAULT_KUBE_VERSION, parseKubeVersion } from "./capabilities.ts";
export type { Chart, HelmVersion } from "./chart.ts";
export { loadArchive } from "./chart_archive.ts";
export { loadDirectory } from "./chart_directory.ts";
export { catchProblems, type ChartProblem } from "./chart_error.ts";
export { type ChartFile, textOf } from "./chart_file.ts";
export { coalesceValues } from "./coalesce.ts";
export { loadChart, type LoadedChart, loadMetadata } from "./load_chart.ts";
export type { RenderedDocument } from "./manifests.ts";
export { mergeDocuments } from "./merge_documents.ts";
export type { ChartMetadata } from "./metadata.ts";
export { printChart } from "./print_chart.ts";
export {
  renderChart,
  type RenderChartOptions,
  type RenderedChart,
} from "./render_chart.ts";
