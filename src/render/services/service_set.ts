/**
 * ServiceSets: which services belong on which cluster (kcm-spec 3.1 to 3.4).
 *
 * @module
 */

import { K0RDENT_GROUP, type Service } from "../../k0rdent/mod.ts";
import type { Manifest, ValueMap } from "../../model/mod.ts";
import { digestText } from "../digest.ts";
import type { ResolvedServiceTemplate } from "../sources/service_template.ts";
import type { ServiceProvider } from "./provider_config.ts";

/** A service of a ServiceSet, with what its template leads to. */
export interface SetService {
  readonly service: Service;
  /** Its place in the `services` of who declared it. */
  readonly index: number;
  readonly version: string;
  readonly template: ResolvedServiceTemplate;
}

/** The services of one cluster that one definition asks for. */
export interface ServiceSet {
  readonly name: string;
  readonly namespace: string;
  /** The ClusterDeployment; `""` is the management cluster. */
  readonly cluster: string;
  /** The MultiClusterService that asks; left out, the ClusterDeployment. */
  readonly multiClusterService?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly provider: ServiceProvider;
  /** The services by namespace and name, as KCM orders them. */
  readonly services: readonly SetService[];
}

/** The name of the management cluster in names of ServiceSets. */
export const MANAGEMENT_CLUSTER = "management";

/**
 * The name of the ServiceSet of a MultiClusterService on a cluster.
 *
 * @param cluster The ClusterDeployment's name, or `management`.
 * @param multiClusterService The MultiClusterService's name.
 * @returns The name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(sharedSetName("demo", "global-ingress"), "demo-bb74fe23");
 * ```
 */
export function sharedSetName(
  cluster: string,
  multiClusterService: string,
): string {
  return `${cluster}-${digestText(multiClusterService).slice(0, 8)}`;
}

/**
 * The ServiceSet as KCM has it in the cluster, all services deployed.
 *
 * @param set The services.
 * @returns The object.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const object = serviceSetManifest({
 *   name: "eu1",
 *   namespace: "prod",
 *   cluster: "eu1",
 *   labels: {},
 *   provider: { name: "ksm-projectsveltos" },
 *   services: [],
 * });
 * assertEquals(object.kind, "ServiceSet");
 * ```
 */
export function serviceSetManifest(set: ServiceSet): Manifest {
  const { multiClusterService, provider } = set;
  return {
    apiVersion: `${K0RDENT_GROUP}/v1beta1`,
    kind: "ServiceSet",
    metadata: {
      name: set.name,
      namespace: set.namespace,
      labels: { ...set.labels },
    },
    spec: {
      cluster: set.cluster,
      ...(multiClusterService === undefined ? {} : { multiClusterService }),
      provider: {
        name: provider.name,
        ...(provider.config === undefined ? {} : { config: provider.config }),
        ...(set.cluster === "" ? { selfManagement: true } : {}),
      },
      services: set.services.map(serviceFields),
    },
  };
}

function serviceFields({ service, version }: SetService): ValueMap {
  const { values, valuesFrom, helmOptions, helmAction } = service;
  return {
    name: service.name,
    namespace: service.namespace,
    template: service.template,
    version,
    ...(values === undefined ? {} : { values }),
    ...(valuesFrom.length === 0 ? {} : { valuesFrom }),
    ...(helmOptions === undefined
      ? {}
      : { helmOptions: helmOptions as ValueMap }),
    ...(helmAction === undefined ? {} : { helmAction }),
  };
}
