/**
 * The objects that hold files for a cluster's API server (kcm-spec 2.6, 2.7).
 *
 * @module
 */

import type { Manifest } from "../../model/mod.ts";
import type { ClusterInputs } from "./cluster_inputs.ts";
import { auditPolicyName, authenticationName } from "./values.ts";

/**
 * Makes the objects that hold files for a cluster's API server. The
 * authentication configuration is in a Secret by KCM's convention only: it
 * holds nothing that is secret.
 *
 * @param inputs What the cluster is rendered from.
 * @returns The Secret and the ConfigMap, as far as there are such files.
 */
export function clusterFiles(inputs: ClusterInputs): Manifest[] {
  const { authentication, auditPolicy } = inputs;
  const { name, namespace = "" } = inputs.deployment.manifest.metadata;
  const files: Manifest[] = [];
  if (authentication !== undefined) {
    files.push({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: authenticationName(name), namespace },
      stringData: { config: authentication.text },
    });
  }
  if (auditPolicy !== undefined) {
    files.push({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: auditPolicyName(name), namespace },
      data: { policy: auditPolicy.text },
    });
  }
  return files;
}
