/**
 * Where the values of rendered objects come from.
 *
 * Nothing here knows how a value gets anywhere: what a cluster is rendered
 * from is changed, one value at a time, and what changes with it in the
 * rendered objects has come from there. docs/design/explain.md says why.
 *
 * @module
 */

export { explainCluster } from "./explain_cluster.ts";
export { ambiguous } from "./ambiguous.ts";
export { explainDeclared } from "./explain_declared.ts";
export { explainUndeclared } from "./explain_undeclared.ts";
export type {
  Answer,
  Claim,
  ExplainedField,
  ExplainedInput,
  ExplainedObject,
  ExplainedValue,
  Explanation,
  OwnText,
  Reached,
  ServiceClaim,
  Standing,
} from "./explanation.ts";
export { type FedCluster, findFeeders } from "./find_feeders.ts";
export { findObjects, type FoundObjects } from "./find_object.ts";
export { findUndeclared, type Undeclared } from "./find_undeclared.ts";
export { LAYER_RULES } from "./layer_rules.ts";
export { type Query, readQuery } from "./query.ts";
export { EXPLAIN_RULES } from "./rules.ts";
export type { Feeder, Source } from "./source.ts";
export type { ExplainInput } from "./subject.ts";
