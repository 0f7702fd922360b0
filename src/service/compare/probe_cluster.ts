/**
 * Clusters rendered with some changes taken back.
 *
 * @module
 */

import {
  type ClusterUnit,
  diffSides,
  effectsOf,
  type Probe,
  type UnitSide,
} from "../../diff/mod.ts";
import { unitKey } from "../../model/mod.ts";
import {
  renderAlone,
  type StatePair,
  withOneCluster,
} from "./environment_state.ts";
import { withoutParts } from "./without_parts.ts";

/** A cluster alone, and what it is rendered to before the change. */
interface Alone {
  readonly pair: StatePair;
  readonly before: UnitSide | undefined;
}

/**
 * Makes what tells which effects on a cluster are left without some changes.
 * It runs the templates of the definitions in this process.
 *
 * @param pair The environment before and after the change.
 * @returns The probe. Where the cluster cannot be rendered without a change,
 * that change has a part in all effects.
 */
export function clusterProbe(pair: StatePair): Probe {
  const known = new Map<string, Alone>();
  const context = {
    kcmVersion: pair.after.config.kcmVersion,
    applyLevel: {
      before: pair.before.config.applyLevel,
      after: pair.after.config.applyLevel,
    },
  };
  return (cluster, without) => {
    const { pair: alone, before } = aloneOf(cluster);
    const parts = without.map(({ part }) => part);
    const after = renderAlone(withoutParts(alone, parts), cluster);
    if (before === undefined || after === undefined) return [];
    const changes = diffSides(cluster, { before, after });
    return effectsOf({ unit: cluster, before, after }, changes, context);
  };

  function aloneOf(cluster: ClusterUnit): Alone {
    const key = unitKey(cluster);
    const alone = known.get(key) ?? makeAlone(cluster);
    known.set(key, alone);
    return alone;
  }

  function makeAlone(cluster: ClusterUnit): Alone {
    const before = withOneCluster(pair.before, cluster);
    const after = withOneCluster(pair.after, cluster);
    return { pair: { before, after }, before: renderAlone(before, cluster) };
  }
}
