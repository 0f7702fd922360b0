import type { ClusterInputs } from "./cluster_inputs.ts";
import { effectiveLabels } from "./effective_labels.ts";
import type { ValueLayer } from "./value_layer.ts";
import { valueLayers } from "./values.ts";

/**
 * The layers of a cluster's chart values.
 *
 * @param inputs What the cluster is rendered from.
 * @returns The layers; the chart's own defaults lie below them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs } from "../_demo.ts";
 * assertEquals(layersOf(demoInputs())[0]?.id, "config");
 * ```
 */
export function layersOf(inputs: ClusterInputs): ValueLayer[] {
  const { deployment, settings, identity } = inputs;
  const { authentication, auditPolicy, addressClaim } = inputs;
  return valueLayers({
    name: deployment.manifest.metadata.name,
    config: deployment.spec.config ?? {},
    labels: effectiveLabels(deployment.manifest, settings),
    identity,
    installation: settings.installation,
    kcmVersion: settings.kcmVersion,
    ...(addressClaim === undefined ? {} : { addressClaim }),
    ...(authentication === undefined ? {} : { authentication }),
    ...(auditPolicy === undefined ? {} : { auditPolicy }),
  });
}
