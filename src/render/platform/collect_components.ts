/**
 * What the components of a management cluster or a Region are made from.
 *
 * @module
 */

import {
  type ComponentsSpec,
  type Declared,
  listComponents,
  type PlacedComponent,
  regionalTemplate,
  type ReleaseSpec,
} from "../../k0rdent/mod.ts";
import { formatPath, type ValueMap } from "../../model/mod.ts";
import type { Blame } from "../blame.ts";
import type { Scope } from "../scope.ts";
import { componentName, type Target } from "./component.ts";
import type { ComponentInput } from "./component_release.ts";
import { componentValues } from "./component_values.ts";
import { SVELTOS } from "./global_values.ts";

/** Whose components these are. */
export interface ComponentsOwner {
  readonly declared: Declared<ComponentsSpec>;
  readonly release: Declared<ReleaseSpec>;
  readonly target: Target;
  /** What is wrong with the owner. */
  readonly blame: Blame;
}

/**
 * Collects what the components are made from.
 *
 * @param scope The definitions.
 * @param owner Whose components these are.
 * @returns The components that can be installed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { MANAGEMENT, RELEASE } from "../../k0rdent/mod.ts";
 * import { demoCluster, demoScope } from "../_demo.ts";
 * import { blameOn } from "../blame.ts";
 * const spec = MANAGEMENT.spec.parse({ release: "kcm-1-11-0" });
 * const release = RELEASE.spec.parse({
 *   version: "1.11.0",
 *   kcm: { template: "kcm-1-11-0" },
 *   capi: { template: "cluster-api-1-1-15" },
 * });
 * const found = collectComponents(demoScope(), {
 *   declared: { ...demoCluster(), spec },
 *   release: { ...demoCluster(), spec: release },
 *   target: { systemNamespace: "kcm-system" },
 *   blame: blameOn(demoCluster()),
 * });
 * assertEquals(found.length, 2);
 * ```
 */
export function collectComponents(
  scope: Scope,
  owner: ComponentsOwner,
): ComponentInput[] {
  const components = listComponents(owner.declared.spec);
  const inputs = components.flatMap((component) => {
    const input = collect(scope, owner, component);
    return input === undefined ? [] : [input];
  });
  reportDuplicates(components, owner.blame);
  reportVariables(scope, inputs, owner.blame);
  return inputs;
}

function collect(
  scope: Scope,
  owner: ComponentsOwner,
  component: PlacedComponent,
): ComponentInput | undefined {
  const { blame, target } = owner;
  const values = valuesOf(scope, owner, component);
  const name = templateOf(owner, component);
  if (name === "") {
    blame.report(
      "render/component",
      component.field,
      `Cannot install component "${component.name}": it names no template, and neither does Release "${owner.release.manifest.metadata.name}"`,
    );
    return undefined;
  }
  const template = blame.take(scope.providerTemplate(name), component.field);
  return values && template && { component, target, template, values };
}

function valuesOf(
  { settings }: Scope,
  { blame, target }: ComponentsOwner,
  component: PlacedComponent,
): ValueMap | undefined {
  const name = componentName(component, target);
  const { config = {} } = component.spec;
  const made = componentValues(name, config, settings);
  if (made.kind === "values") return made.values;
  blame.report(
    "render/component",
    [...component.field, "config", ...made.field],
    `Cannot install component "${name}": "${
      formatPath(made.field)
    }" of its config is not a map`,
  );
  return undefined;
}

function templateOf(
  { release, target }: ComponentsOwner,
  { name, part, spec }: PlacedComponent,
): string {
  if (spec.template !== undefined && spec.template !== "") return spec.template;
  switch (part) {
    case "kcm":
      return target.region === undefined
        ? release.spec.kcm.template
        : regionalTemplate(release);
    case "capi":
      return release.spec.capi.template;
    case "provider":
      return release.spec.providers.find((one) => one.name === name)
        ?.template ?? "";
  }
}

function reportDuplicates(
  components: readonly PlacedComponent[],
  blame: Blame,
): void {
  const seen = new Set<string>();
  for (const { name, field } of components) {
    if (seen.has(name)) {
      blame.report(
        "render/component",
        [...field, "name"],
        `Cannot install component "${name}" twice: both are one HelmRelease`,
      );
    }
    seen.add(name);
  }
}

/** Providers whose charts read registry credentials from a Secret. */
function reportVariables(
  { settings, config }: Scope,
  inputs: readonly ComponentInput[],
  blame: Blame,
): void {
  const { imagePullSecret = "", globalRegistry } = settings.installation;
  if (imagePullSecret === "" || globalRegistry === "") return;
  const names = inputs
    .filter(({ component, values }) =>
      component.part !== "kcm" && component.name !== SVELTOS &&
      !Object.hasOwn(values, "configSecret")
    )
    .map(({ component }) => component.name);
  if (names.length === 0) return;
  blame.report(
    config.applyLevel === "k0rdent"
      ? ["render/provider-variables", "notice"]
      : "render/provider-variables",
    ["spec"],
    `Cannot make the Secrets with registry credentials of ${
      names.join(", ")
    }: they hold what is in Secret "${imagePullSecret}"`,
  );
}
