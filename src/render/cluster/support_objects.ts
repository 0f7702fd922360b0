/**
 * What a cluster needs beside itself: files for its API server, and a pool of
 * addresses (kcm-spec 2.6 to 2.8).
 *
 * @module
 */

import type { Manifest } from "../../model/mod.ts";
import { addressPool } from "./address_pool.ts";
import type { ClusterInputs } from "./cluster_inputs.ts";
import { auditPolicyName, authenticationName } from "./values.ts";

/**
 * Makes what a cluster needs beside itself. The authentication configuration
 * is in a Secret by KCM's convention only: it holds nothing that is secret.
 *
 * @param inputs What the cluster is rendered from.
 * @returns The Secret, the ConfigMap and the pool, as far as there are such.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs } from "../_demo.ts";
 * assertEquals(supportObjects(demoInputs()), []);
 * ```
 */
export function supportObjects(inputs: ClusterInputs): Manifest[] {
  const { authentication, auditPolicy, addressClaim } = inputs;
  const { name, namespace = "" } = inputs.deployment.manifest.metadata;
  const objects: Manifest[] = [];
  if (authentication !== undefined) {
    objects.push({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: authenticationName(name), namespace },
      stringData: { config: authentication.text },
    });
  }
  if (auditPolicy !== undefined) {
    objects.push({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: auditPolicyName(name), namespace },
      data: { policy: auditPolicy.text },
    });
  }
  if (addressClaim !== undefined) {
    objects.push(addressPool(addressClaim, namespace));
  }
  return objects;
}
