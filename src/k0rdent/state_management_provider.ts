/**
 * StateManagementProvider: what brings services to clusters.
 *
 * @module
 */

import { z } from "zod";
import { K0RDENT_GROUP, type Kind } from "./kind.ts";
import { labelSelector } from "./label_selector.ts";

/** The StateManagementProvider that KCM makes itself, for Sveltos. */
export const DEFAULT_STATE_MANAGEMENT = "ksm-projectsveltos";

const workload = z.strictObject({
  apiVersion: z.string(),
  kind: z.string(),
  name: z.string(),
  namespace: z.string(),
  readinessRule: z.string(),
});

const stateManagementProviderSpec = z.strictObject({
  selector: labelSelector,
  adapter: workload,
  provisioner: z.array(workload),
  provisionerCRDs: z.array(z.strictObject({
    group: z.string(),
    version: z.string(),
    resources: z.array(z.string()),
  })),
  suspend: z.boolean().default(false),
});

/** The spec of a StateManagementProvider; defaults filled in. */
export type StateManagementProviderSpec = z.infer<
  typeof stateManagementProviderSpec
>;

/** The kind StateManagementProvider. */
export const STATE_MANAGEMENT_PROVIDER: Kind<StateManagementProviderSpec> = {
  group: K0RDENT_GROUP,
  kind: "StateManagementProvider",
  spec: stateManagementProviderSpec,
};
