/**
 * Services of clusters in Regions that Sveltos there cannot deliver
 * (kcm-spec 3.10).
 *
 * @module
 */

import {
  type Finding,
  formatIdentity,
  getPath,
  type Identity,
  makeFinding,
} from "../../model/mod.ts";
import { RENDER_RULES } from "../rules.ts";
import type { SetService } from "../services/service_set.ts";
import type { DeliveredSet } from "./cluster_inputs.ts";

/** Where HelmRepositories name their Secrets. */
const SECRET_FIELDS = ["secretRef", "certSecretRef"];

/**
 * Finds services that need what only the management cluster has: there is no
 * Flux in a Region, and nobody copies Secrets and ConfigMaps there.
 *
 * @param region The name of the Region.
 * @param sets The services.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs } from "../_demo.ts";
 * assertEquals(regionServiceFindings("eu", demoInputs().sets), []);
 * ```
 */
export function regionServiceFindings(
  region: string,
  sets: readonly DeliveredSet[],
): Finding[] {
  return sets.flatMap(({ set, owner: object, origin }) =>
    set.services.flatMap((entry) =>
      needsOf(entry, set.namespace).map((need) =>
        makeFinding(
          RENDER_RULES["render/region-service"],
          `Service "${entry.service.name}" in Region "${region}" needs ${
            formatIdentity(need)
          } there`,
          {
            object,
            place: {
              origin,
              field: ["spec", "serviceSpec", "services", entry.index],
            },
          },
        )
      )
    )
  );
}

function needsOf(
  { service, template }: SetService,
  namespace: string,
): Identity[] {
  const { delivery } = template;
  const isFetched = delivery.kind === "chart" &&
    delivery.source.kind === "HelmRepository";
  const secrets = delivery.kind === "chart" ? delivery.sourceSpec : {};
  return [
    ...(isFetched ? [] : [delivery.source]),
    ...(isFetched ? SECRET_FIELDS : []).flatMap((field) => {
      const name = getPath(secrets, [field, "name"]);
      return typeof name === "string" ? [core("Secret", name)] : [];
    }),
    ...service.valuesFrom.map(({ kind, name }) => core(kind, name)),
  ];

  function core(kind: string, name: string): Identity {
    return { group: "", kind, namespace, name };
  }
}
