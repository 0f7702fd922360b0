/**
 * The entry points for Regions: Kustomizations that Flux applies through the
 * kubeconfig of a Region.
 *
 * docs/design/regions.md says why they stand where they do.
 *
 * @module
 */

import type { Manifest, TargetRegion, ValueMap } from "../../model/mod.ts";
import type { Resolution } from "../resolution.ts";
import type { PlacedUnit } from "./entry_point.ts";
import { type BranchContext, fillKustomization } from "./kustomization.ts";
import {
  clusterKustomizationName,
  sharedKustomizationName,
} from "./kustomization_name.ts";

/** A Kustomization, or why its shape cannot be used. */
export interface PlacedKustomization {
  /** The directory of the Region below `flux/`; left out, `flux/` itself. */
  readonly directory?: string;
  readonly made: Resolution<Manifest>;
}

/** A unit that goes to a Region. */
type RegionalUnit = PlacedUnit & { readonly region: TargetRegion };

/**
 * Makes the Kustomizations of all Regions. Those that apply something there
 * stand in the namespace of the kubeconfig, since Flux reads it from nowhere
 * else; one in the namespace of the source applies them, once it is there.
 *
 * @param context What all Kustomizations of the branch have in common.
 * @param units All units of the branch.
 * @returns The Kustomizations.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * import { builtInLibrary } from "../_testing.ts";
 * const context = {
 *   config: DEFAULT_CONFIG,
 *   environment: { name: "prod", branch: "rendered" },
 *   library: builtInLibrary(),
 * };
 * assertEquals(regionEntryPoints(context, []), []);
 * ```
 */
export function regionEntryPoints(
  context: BranchContext,
  units: readonly PlacedUnit[],
): PlacedKustomization[] {
  const source = context.config.layout.source.name;
  const regional = units.filter(isRegional);
  const directories = new Map(
    regional.flatMap(({ id, directory }) =>
      id.kind === "region" ? [[id.name, directory] as const] : []
    ),
  );
  return [
    ...[...directories].map(([name, directory]) => ({
      made: fillKustomization(context, {
        name: sharedKustomizationName(source, `region-${name}`),
        spec: {
          path: `./flux/${directory}`,
          dependsOn: [{ name: sharedKustomizationName(source, "namespaces") }],
        },
      }),
    })),
    ...regional.map((unit) => regionalKustomization(unit)),
  ];

  function regionalKustomization(unit: RegionalUnit): PlacedKustomization {
    const directory = directories.get(unit.region.name);
    const shared = sharedName(unit.region);
    const { namespace, ...secretRef } = unit.region.kubeConfig;
    const made = fillKustomization(context, {
      name: unit.id.kind === "cluster"
        ? clusterKustomizationName(source, unit.id)
        : shared,
      namespace,
      spec: {
        path: `./${unit.directory}`,
        kubeConfig: { secretRef: secretRef as ValueMap },
        ...(unit.id.kind === "region"
          ? { wait: true, decryption: { provider: "sops" } }
          : directory === undefined
          ? {}
          : { dependsOn: [{ name: shared }] }),
      },
    });
    return directory === undefined ? { made } : { directory, made };
  }

  function sharedName({ name }: TargetRegion): string {
    return sharedKustomizationName(source, `in-region-${name}`);
  }
}

function isRegional(unit: PlacedUnit): unit is RegionalUnit {
  return unit.region !== undefined;
}
