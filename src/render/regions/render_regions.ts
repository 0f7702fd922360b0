/**
 * What the clusters of each Region share there.
 *
 * @module
 */

import {
  type CredentialSpec,
  type Declared,
  k0rdentObject,
  type RegionSpec,
} from "../../k0rdent/mod.ts";
import { identityKey, type UnitResult } from "../../model/mod.ts";
import { withhold } from "../apply_levels.ts";
import { clusterRegion } from "../cluster/collect_region.ts";
import { finishUnit } from "../finish_unit.ts";
import { appliedObject } from "../layers/layer_content.ts";
import { protectingPatches } from "../layers/protecting_patches.ts";
import type { Scope } from "../scope.ts";
import { regionContent } from "./region_content.ts";

/**
 * Renders what clusters share in each Region that has any. Where KCM runs it
 * copies all of it itself, and at level helmrelease nothing is applied there.
 *
 * @param scope The definitions.
 * @param isPartial Whether errors hide what else clusters would need.
 * @returns A unit for each Region that has clusters.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * assertEquals([...renderRegions(demoScope(), false)], []);
 * ```
 */
export function* renderRegions(
  scope: Scope,
  isPartial: boolean,
): Generator<UnitResult> {
  if (scope.config.applyLevel !== "capi") return;
  const credentials = credentialsByRegion(scope);
  for (const region of scope.inventory.regions.values()) {
    const used = credentials.get(region.manifest.metadata.name);
    if (used !== undefined) {
      yield renderRegion(scope, region, { used, isPartial });
    }
  }
}

function renderRegion(
  scope: Scope,
  region: Declared<RegionSpec>,
  { used, isPartial }: {
    readonly used: readonly Declared<CredentialSpec>[];
    readonly isPartial: boolean;
  },
): UnitResult {
  const { name } = region.manifest.metadata;
  const id = { kind: "region", name } as const;
  if (scope.broken.has(identityKey(k0rdentObject("Region", name)))) {
    return { kind: "failed", id, findings: [] };
  }
  const { target, isPaused } = clusterRegion(
    region,
    scope.settings.systemNamespace,
  );
  const { definitions, retained, findings } = regionContent(scope, used);
  const placed = {
    applied: definitions.map((one) => appliedObject(one, "credentials")),
    review: [],
  };
  const held = isPaused ? withhold(placed) : { ...placed, retained: [] };
  const content = { ...held, retained: [...held.retained, ...retained] };
  return finishUnit(scope, id, {
    ...content,
    findings,
    patches: protectingPatches("credentials", content),
    keepsOthers: isPartial || scope.broken.size > 0,
    region: target,
  });
}

/** The Credentials of all clusters that belong to Regions. */
function credentialsByRegion(
  { inventory }: Scope,
): Map<string, Declared<CredentialSpec>[]> {
  const regions = new Map<string, Declared<CredentialSpec>[]>();
  for (const [key, credential] of inventory.credentials) {
    const region = credential.spec.region ?? "";
    const isUsed = [...inventory.clusterDeployments.values()].some(
      ({ spec, manifest }) =>
        `${manifest.metadata.namespace}/${spec.credential}` === key,
    );
    if (region === "" || !isUsed) continue;
    regions.set(region, [...regions.get(region) ?? [], credential]);
  }
  return regions;
}
