/**
 * From a package and values to objects.
 *
 * @module
 */

import type { Manifest, ValueMap } from "../model/mod.ts";
import type { TemplatePackage } from "./package.ts";
import type { TemplateProblem } from "./problem.ts";

/** What a package is rendered for. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
}

/** A release, and the values before they are merged over any defaults. */
export interface PackageRelease {
  readonly release: Release;
  readonly values: ValueMap;
}

/** What a package gave. */
export interface RenderedPackage {
  /** The objects, in the order of the templates. */
  readonly objects: readonly Manifest[];
  /** For each object the template that wrote it, as problems name it. */
  readonly templates: readonly string[];
  readonly problems: readonly TemplateProblem[];
}

/**
 * Renders a package.
 *
 * @param pkg The package.
 * @param options The release, and the values before they are merged over the
 * package's defaults.
 * @returns The objects; problems where values are refused or templates fail.
 *
 * @example
 * ```ts
 * import { assert, assertEquals } from "@std/assert";
 * import { loadPackage } from "./package.ts";
 * const { package: own } = loadPackage(
 *   new Map([
 *     ["package.yaml", "name: own\nversion: 1.0.0\n"],
 *     ["manifests/a.yaml.hbs", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{release.name}}\n"],
 *   ]),
 *   { name: "own", shared: new Map(), origin: "dry source", directory: "templates/own" },
 * );
 * assert(own !== undefined);
 * const release = { name: "demo", namespace: "prod" };
 * const { objects } = renderPackage(own, { release, values: {} });
 * assertEquals(objects.map(({ metadata }) => metadata.name), ["demo"]);
 * ```
 */
export function renderPackage(
  pkg: TemplatePackage,
  options: PackageRelease,
): RenderedPackage {
  return pkg.render(options);
}
