/**
 * What is to be installed for a component (kcm-spec 6.4).
 *
 * @module
 */

import type { PlacedComponent } from "../../k0rdent/mod.ts";
import type { ValueMap } from "../../model/mod.ts";
import { KCM, KCM_REGIONAL } from "./component_values.ts";
import { SVELTOS } from "./global_values.ts";

/** The cluster that components are installed into. */
export interface Target {
  /** The Region; left out for the management cluster. */
  readonly region?: {
    readonly name: string;
    readonly kubeConfig: ValueMap;
    /** Whether the kubeconfig is there without KCM, which copies others. */
    readonly isReachable: boolean;
  };
  readonly systemNamespace: string;
}

/**
 * The name under which KCM knows a component.
 *
 * @param component The component.
 * @param target Where it is installed.
 * @returns Its name, without that of the Region.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const component = { name: "kcm", part: "kcm", spec: {}, field: [] } as const;
 * const region = { name: "eu", kubeConfig: { name: "eu" }, isReachable: true };
 * const target = { region, systemNamespace: "kcm-system" };
 * assertEquals(componentName(component, target), "kcm-regional");
 * ```
 */
export function componentName(
  { name, part }: PlacedComponent,
  { region }: Target,
): string {
  return part === "kcm" && region !== undefined ? KCM_REGIONAL : name;
}

/**
 * The name of a component's HelmRelease.
 *
 * @param name The component's name.
 * @param target Where it is installed.
 * @returns The name, which begins with that of the Region.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(releaseObject("capi", { systemNamespace: "kcm-system" }), "capi");
 * ```
 */
export function releaseObject(name: string, { region }: Target): string {
  return region === undefined ? name : `${region.name}-${name}`;
}

/**
 * How a component is installed, as HelmReleases have it.
 *
 * @param component The component.
 * @param target Where it is installed.
 * @returns The fields `dependsOn`, `install`, `upgrade`, `targetNamespace`,
 * `releaseName` and `kubeConfig`, as far as it has them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const component = { name: "capi", part: "capi", spec: {}, field: [] } as const;
 * assertEquals(installation(component, { systemNamespace: "kcm-system" }), {
 *   releaseName: "capi",
 *   dependsOn: [{ name: "kcm" }],
 *   install: { remediation: { retries: 3, remediateLastFailure: true } },
 * });
 * ```
 */
export function installation(
  component: PlacedComponent,
  target: Target,
): ValueMap {
  const { region } = target;
  const name = componentName(component, target);
  return {
    releaseName: name,
    ...partFields(component, target),
    install: {
      ...installFields(component),
      ...(region === undefined ? {} : { createNamespace: true }),
      remediation: { retries: 3, remediateLastFailure: true },
    },
    ...(region === undefined
      ? {}
      : { kubeConfig: { secretRef: region.kubeConfig } }),
  };
}

function partFields(
  { name, part }: PlacedComponent,
  target: Target,
): ValueMap {
  switch (part) {
    case "kcm":
      return { targetNamespace: target.systemNamespace };
    case "capi":
      return {
        dependsOn: after(target.region === undefined ? KCM : KCM_REGIONAL),
      };
    case "provider":
      return {
        dependsOn: after("capi"),
        upgrade: { crds: "CreateReplace" },
        ...(name === SVELTOS ? { targetNamespace: SVELTOS } : {}),
      };
  }

  function after(other: string): ValueMap[] {
    return [{ name: releaseObject(other, target) }];
  }
}

function installFields({ name, part }: PlacedComponent): ValueMap {
  if (part !== "provider") return {};
  return name === SVELTOS
    ? { createNamespace: true }
    : { crds: "CreateReplace" };
}
