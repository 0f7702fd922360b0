/**
 * What KCM makes of Releases, the Management and Regions (kcm-spec 6).
 *
 * @module
 */

import {
  type Declared,
  type DeclaredMap,
  k0rdentObject,
  type ManagementSpec,
  type RegionSpec,
  type ReleaseSpec,
  SINGLETON_NAME,
  STATE_MANAGEMENT_PROVIDER,
  type StateManagementProviderSpec,
} from "../../k0rdent/mod.ts";
import {
  formatPath,
  type Identity,
  identityKey,
  identityOf,
} from "../../model/mod.ts";
import { INSTALLATION_PATHS, installed } from "../../source/mod.ts";
import { type Blame, blameOn } from "../blame.ts";
import { clusterRegion } from "../cluster/collect_region.ts";
import type { LayerContent } from "../layers/layer_content.ts";
import type { Scope } from "../scope.ts";
import { addComponents, retainComponents } from "./add_components.ts";
import { defaultObjects } from "./default_objects.ts";
import { findRelease } from "./find_release.ts";
import { releaseTemplates } from "./release_templates.ts";
import { providerAccess } from "./provider_access.ts";
import { regionTarget } from "./region_target.ts";

/**
 * Adds what KCM makes of Releases, the Management and Regions. Where KCM does
 * not run, the components are applied, but for KCM itself; everything else is
 * for review.
 *
 * @param scope The definitions.
 * @param content The layer to fill.
 * @returns The sources that applied components depend on.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * import { emptyLayers } from "../layers/layer_content.ts";
 * assertEquals(addPlatform(demoScope(), emptyLayers().platform), []);
 * ```
 */
export function addPlatform(scope: Scope, content: LayerContent): Identity[] {
  for (const release of usable(scope, scope.inventory.releases)) {
    addReleaseTemplates(scope, release, content);
  }
  const providers = scope.inventory.stateManagementProviders;
  for (const provider of usable(scope, providers)) {
    addProviderAccess(scope, provider, content);
  }
  const management = usable(scope, scope.inventory.managements)
    .find(({ manifest }) => manifest.metadata.name === SINGLETON_NAME);
  const regions = usable(scope, scope.inventory.regions);
  if (management === undefined) {
    reportRegions(scope, regions, content);
    return [];
  }
  const release = addManagement(scope, management, content);
  const needed = regions.flatMap((region) =>
    addRegion(scope, { region, release: release.found }, content)
  );
  return [...release.needed, ...needed];
}

function addManagement(
  scope: Scope,
  management: Declared<ManagementSpec>,
  content: LayerContent,
): { found: Declared<ReleaseSpec> | undefined; needed: Identity[] } {
  const { systemNamespace } = scope.settings;
  const { origin } = management;
  for (const manifest of defaultObjects(management, systemNamespace)) {
    if (scope.inventory.find(identityOf(manifest)) !== undefined) continue;
    content.review.push({ manifest, origin });
    const spec = STATE_MANAGEMENT_PROVIDER.spec.safeParse(manifest.spec);
    if (manifest.kind === STATE_MANAGEMENT_PROVIDER.kind && spec.success) {
      addProviderAccess(scope, { manifest, origin, spec: spec.data }, content);
    }
  }
  const blame = blameOn(management);
  reportDiffering(scope, blame);
  const owner = { declared: management, target: { systemNamespace } };
  const found = findRelease(scope, management, blame);
  let needed: Identity[] = [];
  if (found === undefined) retainComponents(owner, content);
  else {
    needed = addComponents(scope, { ...owner, release: found, blame }, content);
  }
  content.findings.push(...blame.findings);
  return { found, needed };
}

/** KCM needs it, and makes it itself. */
function addProviderAccess(
  { inventory }: Scope,
  { manifest, origin, spec }: Declared<StateManagementProviderSpec>,
  content: LayerContent,
): void {
  const { name } = manifest.metadata;
  for (const made of providerAccess(name, spec, inventory)) {
    if (inventory.find(identityOf(made)) !== undefined) continue;
    content.review.push({ manifest: made, origin });
  }
}

function reportDiffering(scope: Scope, blame: Blame): void {
  for (const key of installed(scope).differing) {
    const path = INSTALLATION_PATHS[key];
    blame.report(
      "render/installation",
      ["spec", "core", "kcm", "config", ...path],
      `Cannot follow ${
        formatPath(path)
      } of the Management: installation.${key} of k0render.yaml says something else`,
    );
  }
}

function addRegion(
  scope: Scope,
  { region, release }: {
    readonly region: Declared<RegionSpec>;
    readonly release: Declared<ReleaseSpec> | undefined;
  },
  content: LayerContent,
): Identity[] {
  const { systemNamespace, applyLevel } = scope.settings;
  const target = regionTarget(region, systemNamespace);
  const owner = { declared: region, target };
  const isHeld = clusterRegion(region, systemNamespace).isPaused &&
    applyLevel !== "k0rdent";
  if (release === undefined || isHeld) {
    retainComponents(owner, content);
    return [];
  }
  const blame = blameOn(region);
  const needed = addComponents(scope, { ...owner, release, blame }, content);
  content.findings.push(...blame.findings);
  return needed;
}

function addReleaseTemplates(
  scope: Scope,
  release: Declared<ReleaseSpec>,
  content: LayerContent,
): void {
  const blame = blameOn(release);
  for (const made of releaseTemplates(scope, release)) {
    const manifest = blame.take(made, []);
    if (manifest === undefined) continue;
    if (scope.inventory.find(identityOf(manifest)) !== undefined) continue;
    content.review.push({ manifest, origin: release.origin });
  }
  content.findings.push(...blame.findings);
}

/** A Management with errors has been spoken of already. */
function reportRegions(
  { inventory }: Scope,
  regions: readonly Declared<RegionSpec>[],
  content: LayerContent,
): void {
  const wanted = k0rdentObject("Management", SINGLETON_NAME);
  if (inventory.find(wanted) !== undefined) return;
  for (const region of regions) {
    const blame = blameOn(region);
    blame.report(
      "render/region-without-management",
      [],
      `Cannot render the components of Region "${region.manifest.metadata.name}": no Management "${SINGLETON_NAME}" is declared`,
    );
    content.findings.push(...blame.findings);
  }
}

function usable<Spec>(
  { broken }: Scope,
  objects: DeclaredMap<Spec>,
): Declared<Spec>[] {
  return [...objects.values()].filter(({ manifest }) =>
    !broken.has(identityKey(identityOf(manifest)))
  );
}
