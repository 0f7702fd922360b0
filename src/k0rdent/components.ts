/**
 * The components of a management cluster or a Region: KCM itself, Cluster API
 * and its providers.
 *
 * @module
 */

import { z } from "zod";
import type { FieldPath } from "../model/mod.ts";
import { freeMap } from "./fields.ts";
import { k0rdentObject, type Reference } from "./kind.ts";

const component = z.strictObject({
  config: freeMap.exactOptional(),
  template: z.string().exactOptional(),
});

const provider = component.extend({ name: z.string() });

/** The fields that Management and Region share. */
export const componentFields = {
  core: z.strictObject({
    kcm: component.exactOptional(),
    capi: component.exactOptional(),
  }).exactOptional(),
  providers: z.array(provider).default([]),
};

/** A component, as somebody configures it. */
export type ComponentSpec = z.infer<typeof component>;

/** The components of a management cluster or a Region. */
export interface ComponentsSpec {
  readonly core?: {
    readonly kcm?: ComponentSpec;
    readonly capi?: ComponentSpec;
  };
  readonly providers: readonly z.infer<typeof provider>[];
}

/** A component, and the field that configures it. */
export interface PlacedComponent {
  /** `kcm`, `capi`, or the provider's name. */
  readonly name: string;
  readonly part: "kcm" | "capi" | "provider";
  readonly spec: ComponentSpec;
  readonly field: FieldPath;
}

/**
 * The components in the order in which KCM installs them.
 *
 * @param spec The components.
 * @returns KCM, Cluster API, then the providers.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const components = listComponents({ providers: [{ name: "projectsveltos" }] });
 * assertEquals(components.map(({ name }) => name), ["kcm", "capi", "projectsveltos"]);
 * ```
 */
export function listComponents(spec: ComponentsSpec): PlacedComponent[] {
  return [
    core("kcm", spec.core?.kcm),
    core("capi", spec.core?.capi),
    ...spec.providers.map((provider, index): PlacedComponent => ({
      name: provider.name,
      part: "provider",
      spec: provider,
      field: ["spec", "providers", index],
    })),
  ];
}

/**
 * The ProviderTemplates that components name themselves.
 *
 * @param spec The components.
 * @returns A reference for each.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const spec = { core: { capi: { template: "own" } }, providers: [] };
 * assertEquals(componentReferences(spec).map(({ to }) => to.name), ["own"]);
 * ```
 */
export function componentReferences(spec: ComponentsSpec): Reference[] {
  return listComponents(spec).flatMap(({ spec: { template = "" }, field }) =>
    template === "" ? [] : [{
      to: k0rdentObject("ProviderTemplate", template),
      field: [...field, "template"],
    }]
  );
}

function core(
  name: "kcm" | "capi",
  spec: ComponentSpec = {},
): PlacedComponent {
  return { name, part: name, spec, field: ["spec", "core", name] };
}
