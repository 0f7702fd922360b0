/**
 * The tables of fields, in the order in which they count.
 *
 * @module
 */

import type { FieldRow } from "../field_rule.ts";
import { BOOTSTRAPPING } from "./bootstrap.ts";
import { IMMUTABLE_CLUSTER_API } from "./immutable_cluster_api.ts";
import { IMMUTABLE_INFRASTRUCTURE } from "./immutable_infrastructure.ts";
import { IMMUTABLE_K0RDENT } from "./immutable_k0rdent.ts";
import { IMMUTABLE_KUBERNETES } from "./immutable_kubernetes.ts";
import { IMMUTABLE_TEMPLATES } from "./immutable_templates.ts";
import { QUIET, RECONCILIATION } from "./reconciliation.ts";
import { RELEASES } from "./releases.ts";
import { ROLLOUTS } from "./rollouts.ts";

/** The tables by what they are about; an earlier one outweighs a later one. */
export const FIELD_TABLES: Readonly<Record<string, readonly FieldRow[]>> = {
  "Kubernetes": IMMUTABLE_KUBERNETES,
  "k0rdent": IMMUTABLE_K0RDENT,
  "Templates of machines and clusters": IMMUTABLE_TEMPLATES,
  "Clusters and control planes": IMMUTABLE_CLUSTER_API,
  "What stands in a cloud": IMMUTABLE_INFRASTRUCTURE,
  "Rollouts": ROLLOUTS,
  "Bootstrapping": BOOTSTRAPPING,
  "Helm releases": RELEASES,
  "How controllers go about it": RECONCILIATION,
  "What nothing takes notice of": QUIET,
};
