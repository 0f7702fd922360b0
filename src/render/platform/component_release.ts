/**
 * The HelmRelease of a component (kcm-spec 6.4).
 *
 * @module
 */

import { MANAGED_LABELS, type PlacedComponent } from "../../k0rdent/mod.ts";
import type { Identity, Manifest, ValueMap } from "../../model/mod.ts";
import { chartRef } from "../cluster/helm_release.ts";
import type { Resolution } from "../resolution.ts";
import type { Scope } from "../scope.ts";
import { fillShape } from "../shapes.ts";
import type { ResolvedProviderTemplate } from "../sources/provider_template.ts";
import {
  componentName,
  installation,
  releaseObject,
  type Target,
} from "./component.ts";

/** What a component's HelmRelease is made from. */
export interface ComponentInput {
  readonly component: PlacedComponent;
  readonly target: Target;
  readonly template: ResolvedProviderTemplate;
  readonly values: ValueMap;
}

/**
 * Whether Flux applies a component: where KCM does not run, in a cluster whose
 * kubeconfig is there, and never KCM itself, which would take everything over.
 * What Regions have of it holds no controller of k0rdent.
 *
 * @param scope The apply level.
 * @param component The component.
 * @param target Where it is installed.
 * @returns Whether it is applied; it is for review otherwise.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * const component = { name: "kcm", part: "kcm", spec: {}, field: [] } as const;
 * assert(!isApplied(demoScope(), component, { systemNamespace: "kcm-system" }));
 * ```
 */
export function isApplied(
  { config }: Pick<Scope, "config">,
  { part }: PlacedComponent,
  { region }: Target,
): boolean {
  if (config.applyLevel === "k0rdent") return false;
  return region === undefined ? part !== "kcm" : region.isReachable;
}

/**
 * The identity of a component's HelmRelease.
 *
 * @param component The component.
 * @param target Where it is installed.
 * @returns The identity.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const component = { name: "capi", part: "capi", spec: {}, field: [] } as const;
 * assertEquals(releaseIdentity(component, { systemNamespace: "kcm-system" }).name, "capi");
 * ```
 */
export function releaseIdentity(
  component: PlacedComponent,
  target: Target,
): Identity {
  return {
    group: "helm.toolkit.fluxcd.io",
    kind: "HelmRelease",
    namespace: target.systemNamespace,
    name: releaseObject(componentName(component, target), target),
  };
}

/**
 * Makes the HelmRelease of a component.
 *
 * An applied one goes without KCM's label, since KCM deletes HelmReleases in
 * its namespace that have it and that it does not know; and Cluster API does
 * not wait for KCM, which is not applied.
 *
 * @param scope The definitions.
 * @param input The component, its chart and its values.
 * @returns The HelmRelease.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * const made = componentRelease(demoScope(), {
 *   component: { name: "capi", part: "capi", spec: {}, field: [] },
 *   target: { systemNamespace: "kcm-system" },
 *   template: {
 *     helmChart: { group: "", kind: "HelmChart", namespace: "kcm-system", name: "capi" },
 *     interval: "10m0s",
 *   },
 *   values: {},
 * });
 * assertEquals(made.kind, "resolved");
 * ```
 */
export function componentRelease(
  scope: Scope,
  { component, target, template, values }: ComponentInput,
): Resolution<Manifest> {
  const { defaultHelmTimeout } = scope.settings.installation;
  const applied = isApplied(scope, component, target);
  const { dependsOn, ...fields } = installation(component, target);
  const lacksKcm = applied && target.region === undefined &&
    component.part === "capi";
  const waits = dependsOn !== undefined && !lacksKcm;
  return fillShape(scope.shapes.helmRelease, {
    identity: releaseIdentity(component, target),
    data: {
      labels: applied ? {} : labelsOf(target),
      interval: template.interval,
      spec: {
        chartRef: chartRef(template.helmChart),
        ...fields,
        values,
        ...(waits ? { dependsOn } : {}),
        ...(defaultHelmTimeout === undefined
          ? {}
          : { timeout: defaultHelmTimeout }),
      },
    },
  });
}

function labelsOf({ region }: Target): ValueMap {
  return region === undefined
    ? MANAGED_LABELS
    : { ...MANAGED_LABELS, "k0rdent.mirantis.com/region": region.name };
}
