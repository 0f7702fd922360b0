/**
 * An environment with the source that it is in, to be changed and rendered in
 * part.
 *
 * @module
 */

import type { ClusterUnit, UnitSide } from "../../diff/mod.ts";
import type { Definition } from "../../model/mod.ts";
import { collectAlone } from "../../render/mod.ts";
import type { Environment, RenderConfig } from "../../source/mod.ts";
import { VERSION } from "../built_in.ts";
import { type PreparedSource, prepareEnvironment } from "../prepare.ts";

/** An environment with the source that it is in. */
export interface EnvironmentState {
  readonly source: PreparedSource;
  readonly config: RenderConfig;
  readonly environment: Environment;
}

/** An environment before and after a change. */
export interface StatePair {
  readonly before: EnvironmentState;
  readonly after: EnvironmentState;
}

/**
 * Leaves all other clusters out, so that one of them can be rendered quickly.
 *
 * @param state The environment.
 * @param cluster The cluster that stays.
 * @returns The environment with one cluster, and all that clusters share.
 */
export function withOneCluster(
  state: EnvironmentState,
  cluster: ClusterUnit,
): EnvironmentState {
  const { source } = state.source;
  const definitions = source.definitions.filter(({ manifest }) =>
    manifest.kind !== "ClusterDeployment" || isOf(manifest, cluster)
  );
  return withDefinitions(state, definitions);
}

function isOf(
  { metadata }: Definition["manifest"],
  { namespace, name }: ClusterUnit,
): boolean {
  return metadata.name === name && metadata.namespace === namespace;
}

/**
 * Puts other definitions in the place of those of an environment.
 *
 * @param state The environment.
 * @param definitions The definitions.
 * @returns The environment with them.
 */
export function withDefinitions(
  state: EnvironmentState,
  definitions: readonly Definition[],
): EnvironmentState {
  const source = { ...state.source.source, definitions };
  return { ...state, source: { ...state.source, source } };
}

/**
 * Renders one cluster of an environment.
 *
 * @param state The environment.
 * @param cluster The cluster.
 * @returns Its objects, or `undefined` where it cannot be rendered.
 */
export function renderAlone(
  { source, config, environment }: EnvironmentState,
  cluster: ClusterUnit,
): UnitSide | undefined {
  const prepared = prepareEnvironment(source, config, environment);
  const input = { ...prepared, previous: new Map(), version: VERSION };
  const key = `${cluster.namespace}/${cluster.name}`;
  const rendered = collectAlone(input, key).cluster?.render();
  if (rendered === undefined || rendered.isFailed) return undefined;
  return {
    applied: rendered.applied.map(({ manifest }) => manifest),
    review: rendered.review.map(({ manifest }) => manifest),
    retired: false,
  };
}
