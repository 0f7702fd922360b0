/**
 * Template packages and shapes: what k0render's objects are made from.
 *
 * A package stands for a cluster chart: values go in, objects come out. A
 * shape is the envelope of one object that k0render itself decides on. Both
 * are written in the language of `docs/templates.md`.
 *
 * @module
 */

export {
  type ChartFile,
  type ChartProblem,
  DEFAULT_CHART_LIMITS,
  DEFAULT_KUBE_VERSION,
  type HelmVersion,
  loadArchive,
  loadDirectory,
  type LoadedChart,
  mergeDocuments,
  parseKubeVersion,
  printChart,
  renderChart,
  type RenderedChart,
} from "./helm/chart/mod.ts";
export { HELM_RULES } from "./helm/rules.ts";
export type { HelmSettings } from "./helm_package.ts";
export {
  type LibraryFiles,
  loadLibrary,
  type TemplateLibrary,
} from "./library.ts";
export type { PackageMetadata } from "./metadata.ts";
export {
  type LoadedPackage,
  loadPackage,
  type PackageEngine,
  type PackageOptions,
  type PackageOrigin,
  type TemplatePackage,
} from "./package.ts";
export {
  pinKey,
  type PinnedChart,
  type PinnedCharts,
} from "./pinned_charts.ts";
export type { TemplateProblem } from "./problem.ts";
export {
  type PackageRelease,
  type Release,
  type RenderedPackage,
  renderPackage,
} from "./render_package.ts";
export { TEMPLATE_RULES } from "./rules.ts";
export {
  renderShape,
  type Shape,
  SHAPE_NAMES,
  type ShapeName,
} from "./shape.ts";
export { mergeValues } from "./values.ts";
