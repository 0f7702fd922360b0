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

export {
  type ChartLimits,
  DEFAULT_CHART_LIMITS,
  readArchive,
} from "./archive.ts";
export { DEFAULT_KUBE_VERSION, parseKubeVersion } from "./capabilities.ts";
export type { Chart, HelmVersion } from "./chart.ts";
export { catchProblems, ChartError, type ChartProblem } from "./chart_error.ts";
export { type ChartFile, withoutMark } from "./chart_file.ts";
export { withoutIgnored } from "./helmignore.ts";
export { loadChart, type LoadedChart } from "./load_chart.ts";
export {
  renderChart,
  type RenderChartOptions,
  type RenderedChart,
} from "./render_chart.ts";
