/**
 * One cluster without any other unit, for those who ask what it depends on.
 *
 * @module
 */

import { type Finding, identityKey, identityOf } from "../model/mod.ts";
import type { TemplatePackage } from "../templates/mod.ts";
import {
  clusterFingerprint,
  type ClusterInputs,
} from "./cluster/cluster_inputs.ts";
import { collectCluster } from "./cluster/collect_cluster.ts";
import { layersOf } from "./cluster/layers_of.ts";
import {
  renderCluster,
  type RenderedCluster,
} from "./cluster/render_cluster.ts";
import type { ValueLayer } from "./cluster/value_layer.ts";
import { makeScope, type RenderInput } from "./scope.ts";

/** A cluster, ready to be rendered without any other unit. */
export interface ClusterAlone {
  readonly inputs: ClusterInputs;
  /** The layers of its chart values. */
  readonly layers: readonly ValueLayer[];
  /** Equal for clusters that are rendered from the same. */
  readonly fingerprint: string;
  readonly findings: readonly Finding[];
  /**
   * Renders it.
   *
   * @param expander What expands the chart in place of the package found.
   * @returns Its objects.
   */
  render(expander?: TemplatePackage): RenderedCluster;
}

/**
 * Collects what one cluster is rendered from.
 *
 * @param input What the dry source is rendered from.
 * @param cluster The ClusterDeployment, as `namespace/name`.
 * @returns The cluster; without it, what is wrong. A cluster that nobody
 * declares has no findings either.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "./_demo.ts";
 * const { cluster } = collectAlone(demoScope(), "prod/eu1");
 * assertEquals(cluster?.render().review.length, 3);
 * ```
 */
export function collectAlone(
  input: RenderInput,
  cluster: string,
): { readonly cluster?: ClusterAlone; readonly findings: readonly Finding[] } {
  const deployment = input.inventory.clusterDeployments.get(cluster);
  if (deployment === undefined) return { findings: [] };
  const object = identityOf(deployment.manifest);
  if (input.broken.has(identityKey(object))) return { findings: [] };
  const { inputs, findings } = collectCluster(makeScope(input), deployment);
  if (inputs === undefined) return { findings };
  return {
    findings,
    cluster: {
      inputs,
      findings,
      layers: layersOf(inputs),
      fingerprint: clusterFingerprint(inputs),
      render: (expander) =>
        renderCluster(
          expander === undefined ? inputs : { ...inputs, package: expander },
        ),
    },
  };
}
