/**
 * Checks that MultiClusterServices select what they mean to.
 *
 * @module
 */

import {
  type Declared,
  isEmptySelector,
  KCM_SINCE,
  kcmHas,
  type Labels,
  type MultiClusterServiceSpec,
  selectsCluster,
} from "../k0rdent/mod.ts";
import {
  type FieldPath,
  type Finding,
  formatIdentity,
  getField,
  identityOf,
  isMap,
} from "../model/mod.ts";
import { COMPONENT_LABELS, effectiveLabels } from "../render/mod.ts";
import { report, type ValidateInput } from "./input.ts";

/**
 * Finds selectors that are empty, match nothing or match everything, and labels
 * that stand where no selector looks.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: MultiClusterService
 * metadata: {name: base}
 * spec: {clusterSelector: {matchLabels: {env: prod}}}
 * `);
 * const found = [...checkClusterSelectors(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/unmatched-selector"]);
 * ```
 */
export function* checkClusterSelectors(
  input: ValidateInput,
): Iterable<Finding> {
  const { inventory } = input;
  for (const service of inventory.multiClusterServices.values()) {
    const { clusterSelector, serviceSpec } = service.spec;
    const isOwn = serviceSpec.provider.selfManagement;
    if (isEmptySelector(clusterSelector)) {
      const { kcmVersion } = input.config;
      if (!kcmHas(kcmVersion, "emptySelectsNothing")) {
        yield emptySelectsAll(service);
      } else if (!isOwn) yield emptySelector(service);
      continue;
    }
    if (selectsCluster(service.spec, COMPONENT_LABELS)) {
      yield selectsEverything(service);
      continue;
    }
    const clusters = [...inventory.clusterDeployments.values()];
    const isMatch = clusters.some(({ manifest }) =>
      selectsCluster(service.spec, effectiveLabels(manifest, input.config))
    );
    const misplaced = [...misplacedLabels(service, input)];
    yield* misplaced;
    if (isMatch || isOwn || misplaced.length > 0) continue;
    yield report(service, "validate/unmatched-selector", {
      field: ["spec", "clusterSelector"],
      message: `${
        formatIdentity(identityOf(service.manifest))
      } matches none of ${clusters.length} ClusterDeployments`,
    });
  }
}

function emptySelector(service: Declared<MultiClusterServiceSpec>): Finding {
  return report(service, "validate/empty-selector", {
    field: selectorField(service),
    message: `Cannot deploy ${
      formatIdentity(identityOf(service.manifest))
    }: its empty selector matches no cluster`,
  });
}

function emptySelectsAll(
  service: Declared<MultiClusterServiceSpec>,
): Finding {
  return report(service, "validate/selects-everything", {
    severity: "error",
    field: selectorField(service),
    message: `${
      formatIdentity(identityOf(service.manifest))
    } selects every cluster: before KCM ${KCM_SINCE.emptySelectsNothing} an empty selector matches all`,
  });
}

function selectsEverything(
  service: Declared<MultiClusterServiceSpec>,
): Finding {
  return report(service, "validate/selects-everything", {
    field: ["spec", "clusterSelector"],
    key: true,
    message: `${
      formatIdentity(identityOf(service.manifest))
    } selects every cluster that nobody has labelled: its selector asks for no label that somebody sets`,
  });
}

function selectorField(service: Declared<MultiClusterServiceSpec>): FieldPath {
  return getField(service.manifest.spec, "clusterSelector") === undefined
    ? ["spec"]
    : ["spec", "clusterSelector"];
}

/** Before KCM 1.3 selectors matched what `config.clusterLabels` gave. */
function* misplacedLabels(
  service: Declared<MultiClusterServiceSpec>,
  { inventory, config }: ValidateInput,
): Iterable<Finding> {
  for (const cluster of inventory.clusterDeployments.values()) {
    const labels: Labels = effectiveLabels(cluster.manifest, config);
    const inConfig = getField(cluster.spec.config, "clusterLabels");
    if (!isMap(inConfig) || selectsCluster(service.spec, labels)) continue;
    const together = { ...labels, ...inConfig as Labels };
    if (!selectsCluster(service.spec, together)) continue;
    yield report(cluster, "validate/labels-in-config", {
      field: ["spec", "config", "clusterLabels"],
      key: true,
      message: `${
        formatIdentity(identityOf(service.manifest))
      } does not match ${
        formatIdentity(identityOf(cluster.manifest))
      }: the labels stand in config.clusterLabels only`,
    });
  }
}
