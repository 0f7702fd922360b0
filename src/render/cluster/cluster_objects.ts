/**
 * The objects that make a cluster, whatever runs on it.
 *
 * @module
 */

import {
  type Finding,
  formatIdentity,
  hasErrors,
  identityOf,
  makeFinding,
  type Manifest,
} from "../../model/mod.ts";
import type { Piece, Role } from "../apply_levels.ts";
import { problemFinding } from "../resolution.ts";
import { RENDER_RULES } from "../rules.ts";
import type { ClusterRef } from "../services/profile_spec.ts";
import type { ClusterInputs } from "./cluster_inputs.ts";
import { expand, findClusterRef, isCluster } from "./expansion.ts";
import { asReleased } from "./helm_metadata.ts";
import { helmRelease } from "./helm_release.ts";
import { supportObjects } from "./support_objects.ts";
import { claimObjects } from "./address_pool.ts";
import { layersOf } from "./layers_of.ts";
import { mergeLayers } from "./value_layer.ts";

/** The one chart of k0rdent whose clusters Cluster API knows nothing of. */
const ADOPTED_CHART = "adopted-cluster";

/** The objects that make a cluster. */
export interface ClusterObjects {
  readonly pieces: readonly Piece[];
  /** The cluster, as Sveltos refers to it. */
  readonly clusterRef: ClusterRef;
  readonly findings: readonly Finding[];
}

/**
 * Makes the objects of a cluster.
 *
 * @param inputs What the cluster is rendered from.
 * @returns The objects, and what is wrong.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs } from "../_demo.ts";
 * assertEquals(clusterObjects(demoInputs()).clusterRef.name, "eu1");
 * ```
 */
export function clusterObjects(inputs: ClusterInputs): ClusterObjects {
  const { manifest, origin } = inputs.deployment;
  const object = identityOf(manifest);
  const values = mergeLayers(layersOf(inputs));
  const release = helmRelease(inputs, values);
  const expansion = inputs.package === undefined
    ? { objects: [], findings: [] }
    : expand({ package: inputs.package, object, origin, values });
  const clusterRef = findClusterRef(expansion.objects, object);
  const findings = [...expansion.findings];
  if (release.kind === "problem") {
    findings.push(problemFinding(release.problem, {
      object,
      place: { origin, field: ["spec", "template"] },
    }));
  }
  if (inputs.package && !clusterRef && !hasErrors(findings)) {
    findings.push(makeFinding(
      RENDER_RULES["render/no-cluster-object"],
      `Cannot find the cluster in the expansion of ${formatIdentity(object)}`,
      { object, place: { origin, field: ["spec", "template"] } },
    ));
  }
  return {
    pieces: [
      piece("declared", manifest),
      ...supportObjects(inputs).map((made) => piece("cluster-support", made)),
      ...generatedObjects(inputs).map((made) => piece("generated", made)),
      ...(release.kind === "resolved"
        ? [piece("helm-release", release.result)]
        : []),
      ...expansion.objects.map(expanded),
    ],
    clusterRef: clusterRef ?? assumedClusterRef(inputs),
    findings,
  };

  function piece(role: Role, manifest: Manifest): Piece {
    return { role, manifest, origin };
  }

  /** For review the expansion is shown as helm-controller would leave it. */
  function expanded(made: Manifest): Piece {
    const role = isCluster(made) ? "cluster" : "cluster-part";
    return inputs.settings.applyLevel === "capi"
      ? piece(role, made)
      : piece(role, asReleased(made, object));
  }
}

function generatedObjects(
  { deployment, addressClaim }: ClusterInputs,
): Manifest[] {
  const { namespace = "" } = deployment.manifest.metadata;
  return addressClaim === undefined
    ? []
    : claimObjects(addressClaim, namespace);
}

/** Without an expansion the chart's name has to tell. */
function assumedClusterRef(inputs: ClusterInputs): ClusterRef {
  const { name, namespace = "" } = inputs.deployment.manifest.metadata;
  return inputs.template.chart === ADOPTED_CHART
    ? {
      apiVersion: "lib.projectsveltos.io/v1beta1",
      kind: "SveltosCluster",
      namespace,
      name,
    }
    : {
      apiVersion: "cluster.x-k8s.io/v1beta2",
      kind: "Cluster",
      namespace,
      name,
    };
}
