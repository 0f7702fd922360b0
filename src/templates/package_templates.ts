/**
 * The templates of a package and the partials they may use.
 *
 * @module
 */

import {
  type Compiled,
  makeCompiler,
  parseTemplate,
  type Template,
} from "./handlebars/mod.ts";
import type { PackageSite } from "./package_files.ts";
import { TEMPLATE_RULES } from "./rules.ts";

/** One template of a package. */
export interface PackageTemplate {
  readonly path: string;
  readonly compiled: Compiled;
}

/**
 * Compiles the templates of a package.
 *
 * @param site The package and where to report.
 * @returns Its templates in the order of their paths.
 */
export function compileManifests(
  site: PackageSite,
): readonly PackageTemplate[] {
  const partials = new Map([
    ...parseShared(site),
    ...parsePartials(site),
  ]);
  const compile = makeCompiler(partials, site.report);
  const manifests: PackageTemplate[] = [];
  for (const file of [...site.files.keys()].sort()) {
    if (!isManifestFile(file)) continue;
    const path = `${site.directory}/${file}`;
    const text = site.files.get(file) as string;
    const template = parseTemplate({ path, text }, site.report);
    if (template !== undefined) {
      manifests.push({ path, compiled: compile(template) });
    }
  }
  if (manifests.length === 0) reportNone(site);
  return manifests;
}

function isManifestFile(file: string): boolean {
  return file.startsWith("manifests/") && file.endsWith(".yaml.hbs");
}

function reportNone(site: PackageSite): void {
  const location = { template: site.directory, line: 1, column: 1 };
  const message =
    `Cannot use package "${site.name}": no template can be read from manifests/*.yaml.hbs`;
  site.report(TEMPLATE_RULES["templates/package"], location, message);
}

function parsePartials(site: PackageSite): Map<string, Template> {
  const partials = new Map<string, Template>();
  for (const [file, text] of site.files) {
    const name = /^partials\/(.+)\.hbs$/.exec(file)?.[1];
    if (name === undefined) continue;
    const path = `${site.directory}/${file}`;
    const template = parseTemplate({ path, text }, site.report);
    if (template !== undefined) partials.set(name, template);
  }
  return partials;
}

function parseShared(site: PackageSite): Map<string, Template> {
  const partials = new Map<string, Template>();
  for (const [path, text] of site.shared) {
    const name = /([^/]+)\.hbs$/.exec(path)?.[1];
    if (name === undefined) continue;
    const template = parseTemplate({ path, text }, site.report);
    if (template !== undefined) partials.set(name, template);
  }
  return partials;
}
