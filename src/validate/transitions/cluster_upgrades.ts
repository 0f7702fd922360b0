/**
 * Checks changes of the templates of clusters (kcm-spec 5.1).
 *
 * @module
 */

import {
  availableUpgrades,
  type ClusterDeploymentSpec,
  type Declared,
  type Inventory,
  type TemplateChainSpec,
} from "../../k0rdent/mod.ts";
import { type Finding, formatIdentity, identityOf } from "../../model/mod.ts";
import { clusterChart } from "../cluster_chart.ts";
import { type Pair, pairs } from "./pairs.ts";
import { reportTransition, type Transition, wasHere } from "./transition.ts";

const FIELD = ["spec", "template"];

/**
 * Finds templates that no chain allows a cluster to have next, and those with
 * another chart.
 *
 * @param change What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { transitionOf } from "../../../tests/transition_cases.ts";
 * assertEquals([...checkClusterUpgrades(transitionOf("", ""))], []);
 * ```
 */
export function* checkClusterUpgrades(
  change: Transition,
): Iterable<Finding> {
  const { before, after } = change;
  const found = pairs(
    before.clusterDeployments,
    after.inventory.clusterDeployments,
  );
  for (const pair of found) {
    if (pair.old.spec.template === pair.now.spec.template) continue;
    const forbidden = forbiddenUpgrade(change, pair);
    if (forbidden !== undefined) yield forbidden;
    const otherChart = changedChart(change, pair);
    if (otherChart !== undefined) yield otherChart;
  }
}

type Clusters = Pair<Declared<ClusterDeploymentSpec>>;

/** What a new chain allows, KCM allows as soon as it has seen the chain. */
function forbiddenUpgrade(
  change: Transition,
  { old, now }: Clusters,
): Finding | undefined {
  const { namespace = "" } = now.manifest.metadata;
  const chains = [
    ...chainsOf(change.before, namespace),
    ...chainsOf(change.after.inventory, namespace),
  ];
  const allowed = availableUpgrades(chains, old.spec.template);
  if (allowed.includes(now.spec.template)) return undefined;
  const names = allowed.map((name) => `"${name}"`).join(", ");
  const isKnown = chains.length > 0;
  return reportTransition(change, "transition/cluster-upgrade", {
    subject: now,
    field: FIELD,
    message: `Cannot upgrade ${
      formatIdentity(identityOf(now.manifest))
    } from "${old.spec.template}" to "${now.spec.template}": ${
      allowed.length > 0
        ? `the chains of namespace "${namespace}" allow ${names}`
        : isKnown
        ? `no chain of namespace "${namespace}" allows any upgrade from it`
        : `namespace "${namespace}" has no ClusterTemplateChain`
    }`,
    old: wasHere(old, FIELD),
    ...(isKnown ? {} : {
      severity: "warning",
      remedy:
        `Declare a ClusterTemplateChain in namespace "${namespace}" that lists both templates, with this upgrade.`,
    }),
  });
}

function chainsOf(
  { clusterTemplateChains }: Inventory,
  namespace: string,
): TemplateChainSpec[] {
  return [...clusterTemplateChains.values()]
    .filter(({ manifest }) => manifest.metadata.namespace === namespace)
    .map(({ spec }) => spec);
}

function changedChart(
  change: Transition,
  { old, now }: Clusters,
): Finding | undefined {
  const { before, after } = change;
  const was = clusterChart(old, { ...after, inventory: before }).package?.name;
  const is = clusterChart(now, after).package?.name;
  if (was === undefined || is === undefined || was === is) return undefined;
  return reportTransition(change, "transition/chart-name", {
    subject: now,
    field: FIELD,
    message: `The chart of ${
      formatIdentity(identityOf(now.manifest))
    } changes from "${was}" to "${is}": Flux uninstalls the one and installs the other`,
    old: wasHere(old, FIELD),
  });
}
