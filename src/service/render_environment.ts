/**
 * From a prepared environment to the entries of its rendered tree.
 *
 * @module
 */

import type { Finding, UnitId, UnitResult } from "../model/mod.ts";
import { renderEntryPoint, renderUnits } from "../render/mod.ts";
import {
  composeTree,
  type PreviousBranch,
  type Provenance,
  reusableFingerprints,
  type TreeEntry,
  type TreeReport,
} from "../tree/mod.ts";
import { VERSION } from "./built_in.ts";
import type { PreparedEnvironment } from "./prepare.ts";

/** What else a render depends on, and who watches it. */
export interface RenderEnvironmentOptions {
  /** The rendered branch's head. */
  readonly previous: PreviousBranch;
  /** Where the tree comes from; left out, it gets no `hydrator.metadata`. */
  readonly provenance?: Provenance;
  /** Asked before templates are run for a cluster; a finding refuses it. */
  readonly refuse?: (cluster: UnitId) => Finding | undefined;
  /** What was accepted by name before, and still stands in the source. */
  readonly acknowledged?: readonly string[];
  /** Told of each unit as soon as it is done. */
  readonly onUnit?: (result: UnitResult) => void;
}

/**
 * Renders an environment, unit by unit, as the entries are asked for.
 *
 * @param prepared The environment.
 * @param options The rendered branch's head, and where the tree comes from.
 * @returns The entries; at the end, what became of the tree.
 */
export function* renderEnvironment(
  prepared: PreparedEnvironment,
  options: RenderEnvironmentOptions,
): Generator<TreeEntry, TreeReport> {
  const { environment, config, library, charts, inventory, broken } = prepared;
  const { previous, provenance, acknowledged, refuse, onUnit } = options;
  const input = {
    inventory,
    config,
    library,
    charts,
    broken,
    previous: reusableFingerprints(previous),
    version: VERSION,
    ...(refuse === undefined ? {} : { refuse }),
  };
  return yield* composeTree({
    previous,
    results: watched(renderUnits(input), onUnit),
    complete: prepared.complete,
    definitions: prepared.definitions,
    entryPoint: (units) =>
      renderEntryPoint({
        config,
        environment,
        library,
        units,
        shards: previous.shards,
      }),
    environment: environment.name,
    applyLevel: config.applyLevel,
    version: VERSION,
    ...(acknowledged === undefined ? {} : { acknowledged }),
    ...(provenance === undefined ? {} : { provenance }),
  });
}

function* watched(
  results: Iterable<UnitResult>,
  onUnit: ((result: UnitResult) => void) | undefined,
): Generator<UnitResult> {
  for (const result of results) {
    onUnit?.(result);
    yield result;
  }
}
