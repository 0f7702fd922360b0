/**
 * From the templates of a Handlebars package to objects.
 *
 * @module
 */

import type { ValueMap } from "../model/mod.ts";
import type { PackageTemplate } from "./package_templates.ts";
import { renderObjects } from "./render_objects.ts";
import type { PackageRelease, RenderedPackage } from "./render_package.ts";
import type { ValuesSchema } from "./schema.ts";
import { mergeValues } from "./values.ts";

/** What a Handlebars package is rendered from. */
export interface PackageParts {
  readonly defaults: ValueMap;
  /** The path of the schema of its values, for problems. */
  readonly schemaPath: string;
  /** Checks values, merged over the defaults, against the schema. */
  readonly check: ValuesSchema["check"];
  /** Its templates in the order of their paths. */
  readonly manifests: readonly PackageTemplate[];
}

/**
 * Renders the templates of a package.
 *
 * @param parts The package.
 * @param options The release and its values.
 * @returns The objects; problems where values are refused or templates fail.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const parts = { defaults: {}, schemaPath: "", check: () => [], manifests: [] };
 * const release = { name: "demo", namespace: "prod" };
 * assertEquals(renderManifests(parts, { release, values: {} }).objects, []);
 * ```
 */
export function renderManifests(
  parts: PackageParts,
  options: PackageRelease,
): RenderedPackage {
  const values = mergeValues(parts.defaults, options.values);
  const refused = parts.check(values);
  if (refused.length > 0) {
    const place = { template: parts.schemaPath, line: 1, column: 1 };
    return {
      objects: [],
      templates: [],
      problems: refused.map((problem) => ({ ...place, ...problem })),
    };
  }
  const { name, namespace } = options.release;
  const data = { release: { name, namespace }, values };
  const rendered = parts.manifests.map((template) =>
    renderObjects(template, data)
  );
  return {
    objects: rendered.flatMap(({ objects }) => objects),
    templates: rendered.flatMap(({ objects }, index) =>
      objects.map(() => parts.manifests[index]?.path ?? "")
    ),
    problems: rendered.flatMap(({ problems }) => problems),
  };
}
