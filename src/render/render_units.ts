/**
 * All units of a dry source, one after the other.
 *
 * @module
 */

import { K0RDENT_GROUP } from "../k0rdent/mod.ts";
import {
  type Definition,
  type FailedUnit,
  formatIdentity,
  groupOf,
  hasErrors,
  identityKey,
  identityOf,
  makeFinding,
  type RenderedUnit,
  unitKey,
  type UnitResult,
} from "../model/mod.ts";
import type { TemplatePackage } from "../templates/mod.ts";
import {
  clusterFingerprint,
  type ClusterInputs,
} from "./cluster/cluster_inputs.ts";
import { collectCluster } from "./cluster/collect_cluster.ts";
import { renderCluster } from "./cluster/render_cluster.ts";
import { digestText } from "./digest.ts";
import { renderLayers } from "./layers/render_layers.ts";
import { sourcesOfCluster } from "./needed_sources.ts";
import { renderRegions } from "./regions/render_regions.ts";
import { RENDER_RULES } from "./rules.ts";
import { saidOnce } from "./said_once.ts";
import { makeScope, type RenderInput, type Scope } from "./scope.ts";

/**
 * Renders all units of a dry source: the clusters in the order of their keys,
 * then the layers and Regions. Only one unit is held in memory at a time, and a cluster
 * with errors stops no other.
 *
 * @param input What to render from.
 * @returns The units.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "../k0rdent/mod.ts";
 * import { DEFAULT_CONFIG } from "../source/mod.ts";
 * import { loadLibrary } from "../templates/mod.ts";
 * const { inventory } = takeInventory([{
 *   manifest: { apiVersion: "v1", kind: "Namespace", metadata: { name: "prod" } },
 *   origin: { file: "prod.yaml", document: 0, line: 1 },
 * }], { systemNamespace: "kcm-system" });
 * const [namespaces] = renderUnits({
 *   inventory,
 *   config: DEFAULT_CONFIG,
 *   library: loadLibrary({ builtIn: new Map() }),
 *   broken: new Set(),
 *   previous: new Map(),
 *   version: "0.1.0",
 * });
 * assertEquals(namespaces?.kind, "rendered");
 * ```
 */
export function renderUnits(input: RenderInput): Generator<UnitResult> {
  return saidOnce(renderAll(input));
}

function* renderAll(input: RenderInput): Generator<UnitResult> {
  const scope = makeScope(input);
  const needed = new Set<string>();
  let isPartial = false;
  for (const definition of clusterDeployments(scope)) {
    const result = renderDefinition(scope, definition, needed);
    isPartial ||= result.kind === "failed" || hasErrors(result.findings);
    yield result;
  }
  yield* renderLayers(scope, { needed, isPartial });
  yield* renderRegions(scope, isPartial);
}

function renderDefinition(
  scope: Scope,
  definition: Definition,
  needed: Set<string>,
): UnitResult {
  const object = identityOf(definition.manifest);
  const { namespace, name } = object;
  const id = { kind: "cluster", namespace, name } as const;
  const deployment = scope.inventory.clusterDeployments
    .get(`${namespace}/${name}`);
  if (deployment === undefined) {
    return { kind: "failed", id, findings: unreadable(scope, definition) };
  }
  const isBroken = scope.broken.has(identityKey(object));
  const { inputs, findings } = isBroken
    ? { inputs: undefined, findings: [] }
    : collectCluster(scope, deployment);
  if (inputs === undefined) return { kind: "failed", id, findings };
  for (const source of sourcesOfCluster(inputs, scope.sources)) {
    needed.add(identityKey(source));
  }
  const fingerprint = clusterFingerprint(inputs);
  if (scope.previous.get(unitKey(id)) === fingerprint) {
    return { kind: "unchanged", id, fingerprint, findings };
  }
  const refusal = scope.refuse?.(id);
  if (refusal !== undefined) {
    return { kind: "failed", id, findings: [...findings, refusal] };
  }
  const { isFailed, ...unit } = renderCluster(inputs);
  const all = [...findings, ...unit.findings];
  if (isFailed) return { kind: "failed", id, findings: all };
  return {
    kind: "rendered",
    id,
    fingerprint: unit.findings.length === 0
      ? fingerprint
      : spokenFingerprint(fingerprint),
    ...unit,
    ...(inputs.package === undefined ? {} : chartOf(inputs.package)),
    ...regionOf(inputs),
    findings: all,
  };
}

function chartOf(
  { name, version, origin, digest }: TemplatePackage,
): Pick<RenderedUnit, "chart"> {
  return { chart: { name, version, origin, digest } };
}

/** Where KCM runs, what Flux applies is for the management cluster. */
function regionOf(
  { region, settings }: ClusterInputs,
): Pick<RenderedUnit, "region"> {
  return region === undefined || settings.applyLevel === "k0rdent"
    ? {}
    : { region: region.target };
}

/** What rendering has to say is said each time, so it has to be rendered. */
function spokenFingerprint(fingerprint: string): string {
  return digestText(`${fingerprint} with findings`);
}

function clusterDeployments({ inventory }: Scope): Definition[] {
  return [...inventory.all.values()].filter(({ manifest }) =>
    manifest.kind === "ClusterDeployment" &&
    groupOf(manifest.apiVersion) === K0RDENT_GROUP &&
    manifest.metadata.namespace !== undefined
  );
}

/** What is wrong with its fields has been said already. */
function unreadable(
  scope: Scope,
  { manifest, origin, verbatim }: Definition,
): FailedUnit["findings"] {
  const object = identityOf(manifest);
  if (verbatim === undefined || scope.broken.has(identityKey(object))) {
    return [];
  }
  return [makeFinding(
    RENDER_RULES["render/encrypted"],
    `Cannot render ${formatIdentity(object)}: it is encrypted`,
    { object, place: { origin } },
  )];
}
