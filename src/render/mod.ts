/**
 * From definitions to the units of the rendered tree.
 *
 * A cluster is collected first: everything that it is rendered from goes into
 * one structure, whose digest is its fingerprint. Only a new fingerprint leads
 * to rendering. The shared layers follow the clusters, because what clusters
 * need decides which sources and namespaces they hold.
 *
 * @module
 */

export type { DeliveredSet } from "./cluster/cluster_inputs.ts";
export type { RenderedCluster } from "./cluster/render_cluster.ts";
export {
  type LayerId,
  mergeLayers,
  type ValueEdit,
  type ValueLayer,
} from "./cluster/value_layer.ts";
export { type ClusterAlone, collectAlone } from "./collect_alone.ts";
export { digestOf } from "./digest.ts";
export {
  COMPONENT_LABELS,
  effectiveLabels,
} from "./cluster/effective_labels.ts";
export {
  type EntryPoint,
  type EntryPointInput,
  type PlacedUnit,
  renderEntryPoint,
} from "./flux/entry_point.ts";
export { followBranch, type FollowRequest } from "./flux/follow_branch.ts";
export type { Problem, Resolution } from "./resolution.ts";
export { RENDER_RULES } from "./rules.ts";
export { renderShared } from "./render_shared.ts";
export { renderUnits } from "./render_units.ts";
export type { RenderInput } from "./scope.ts";
export {
  chartRequests,
  templateName,
  type TemplateRequest,
  type TemplateRequests,
} from "./sources/chart_requests.ts";
