/**
 * From a package and values to objects.
 *
 * @module
 */

import type { Manifest, ValueMap } from "../model/mod.ts";
import type { TemplatePackage } from "./package.ts";
import type { TemplateProblem } from "./problem.ts";
import { renderObjects } from "./render_objects.ts";
import { mergeValues } from "./values.ts";

/** What a package is rendered for. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
}

/** What a package gave. */
export interface RenderedPackage {
  /** The objects, in the order of the templates. */
  readonly objects: readonly Manifest[];
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
  options: { readonly release: Release; readonly values: ValueMap },
): RenderedPackage {
  const values = mergeValues(pkg.defaults, options.values);
  const refused = pkg.check(values);
  if (refused.length > 0) {
    const place = { template: pkg.schemaPath, line: 1, column: 1 };
    return {
      objects: [],
      problems: refused.map((problem) => ({ ...place, ...problem })),
    };
  }
  const { name, namespace } = options.release;
  const data = { release: { name, namespace }, values };
  const rendered = pkg.manifests.map((template) =>
    renderObjects(template, data)
  );
  return {
    objects: rendered.flatMap(({ objects }) => objects),
    problems: rendered.flatMap(({ problems }) => problems),
  };
}
