/**
 * Which ProviderTemplates a management cluster or a Region installs.
 *
 * @module
 */

import {
  type ComponentsSpec,
  type Inventory,
  listComponents,
  type PlacedComponent,
  type ReleaseSpec,
  SINGLETON_NAME,
} from "../k0rdent/mod.ts";

/** A component, and the ProviderTemplate that installs it. */
export interface InstalledTemplate {
  readonly component: PlacedComponent;
  /** `""` where neither the component nor the Release names one. */
  readonly template: string;
}

/**
 * The ProviderTemplates of Cluster API and its providers.
 *
 * @param spec The components of the Management or of a Region.
 * @param inventory The definitions; the Release is that of the Management.
 * @returns The templates, or `undefined` where the Release is not known.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * assertEquals(installedTemplates({ providers: [] }, checkInput("").inventory), undefined);
 * ```
 */
export function installedTemplates(
  spec: ComponentsSpec,
  inventory: Inventory,
): InstalledTemplate[] | undefined {
  const management = inventory.managements.get(SINGLETON_NAME);
  const release = inventory.releases.get(management?.spec.release ?? "")?.spec;
  return release && listComponents(spec)
    .filter(({ part }) => part !== "kcm")
    .map((component) => ({
      component,
      template: component.spec.template || ofRelease(release, component),
    }));
}

function ofRelease(release: ReleaseSpec, component: PlacedComponent): string {
  return component.part === "capi"
    ? release.capi.template
    : release.providers.find(({ name }) => name === component.name)
      ?.template ?? "";
}
