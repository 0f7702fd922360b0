/**
 * The objects that KCM makes beside a Management (kcm-spec 6.6).
 *
 * @module
 */

import {
  type Declared,
  DEFAULT_STATE_MANAGEMENT,
  K0RDENT_GROUP,
  type ManagementSpec,
  SINGLETON_NAME,
} from "../../k0rdent/mod.ts";
import type { Manifest } from "../../model/mod.ts";
import { KCM_ADAPTER, KCM_ADAPTER_LABELS } from "../services/provider.ts";
import { SVELTOS } from "./global_values.ts";

const API_VERSION = `${K0RDENT_GROUP}/v1beta1`;

const READY = [
  "self.status.availableReplicas == self.status.replicas",
  "self.status.availableReplicas == self.status.updatedReplicas",
  "self.status.availableReplicas == self.status.readyReplicas",
].join(" &&\n");

/**
 * The objects that KCM makes once, and never changes.
 *
 * @param management The Management.
 * @param systemNamespace KCM's namespace.
 * @returns The StateManagementProvider, where Sveltos is a component, and the
 * AccessManagement.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { MANAGEMENT } from "../../k0rdent/mod.ts";
 * const spec = MANAGEMENT.spec.parse({ release: "kcm-1-11-0" });
 * const made = defaultObjects({ spec }, "kcm-system");
 * assertEquals(made.map(({ kind }) => kind), ["AccessManagement"]);
 * ```
 */
export function defaultObjects(
  { spec }: Pick<Declared<ManagementSpec>, "spec">,
  systemNamespace: string,
): Manifest[] {
  const accessManagement = {
    apiVersion: API_VERSION,
    kind: "AccessManagement",
    metadata: { name: SINGLETON_NAME },
    spec: {},
  };
  return spec.providers.some(({ name }) => name === SVELTOS)
    ? [stateManagementProvider(systemNamespace), accessManagement]
    : [accessManagement];
}

function stateManagementProvider(systemNamespace: string): Manifest {
  return {
    apiVersion: API_VERSION,
    kind: "StateManagementProvider",
    metadata: { name: DEFAULT_STATE_MANAGEMENT },
    spec: {
      selector: { matchLabels: KCM_ADAPTER_LABELS },
      adapter: deployment(KCM_ADAPTER, systemNamespace),
      provisioner: [deployment("addon-controller", SVELTOS)],
      provisionerCRDs: [{
        group: "config.projectsveltos.io",
        version: "v1beta1",
        resources: ["profiles", "clustersummaries"],
      }],
      suspend: false,
    },
  };
}

function deployment(name: string, namespace: string) {
  const kind = "Deployment";
  return { apiVersion: "apps/v1", kind, name, namespace, readinessRule: READY };
}
