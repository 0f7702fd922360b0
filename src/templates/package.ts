/**
 * Template packages: what stands for a cluster chart.
 *
 * @module
 */

import { type Finding, hasErrors, type ValueMap } from "../model/mod.ts";
import { digestFiles } from "./digest.ts";
import { collectFindings } from "./handlebars/mod.ts";
import type { PackageMetadata } from "./metadata.ts";
import {
  checkSize,
  type PackageSite,
  readDefaults,
  readMetadata,
  readSchema,
} from "./package_files.ts";
import { compileManifests } from "./package_templates.ts";
import { renderManifests } from "./render_manifests.ts";
import type { PackageRelease, RenderedPackage } from "./render_package.ts";

/** A template package that can be rendered, whichever engine does it. */
export interface TemplatePackage {
  readonly name: string;
  readonly version: string;
  readonly engine: PackageEngine;
  /** The SHA-256 of all that it is rendered from but the values, in hex. */
  readonly digest: string;
  readonly origin: PackageOrigin;
  readonly metadata: PackageMetadata;
  readonly defaults: ValueMap;
  /**
   * The keys below which a chart passes values on to those that it wraps; left
   * out where it has templates of its own.
   */
  readonly wraps?: readonly string[];
  /** Where it lies, in the dry source or among the built-in templates. */
  readonly directory: string;
  /** The schema of the values. */
  schema(): ValueMap;
  /** What it is made of: path from the root of that tree → text. */
  texts(): ReadonlyMap<string, string>;
  /**
   * The same package with another text in one place.
   *
   * @param path The text's path, one of {@linkcode texts}.
   * @param text What is to stand there.
   * @returns The package; `undefined` where that makes it unusable.
   */
  withText(path: string, text: string): TemplatePackage | undefined;
  /** Makes its objects for a release. */
  render(release: PackageRelease): RenderedPackage;
}

/** What expands a package: our own templates, or a Helm chart's. */
export type PackageEngine = "handlebars" | "helm";

/** Where a package comes from; `lock` stands for a chart that is pinned. */
export type PackageOrigin = "built-in" | "dry source" | "lock";

/** What is known about a package besides its files. */
export interface PackageOptions {
  readonly name: string;
  /** Partials for all packages: path in the tree → text. */
  readonly shared: ReadonlyMap<string, string>;
  readonly origin: PackageOrigin;
  /** The package's directory in the tree. */
  readonly directory: string;
}

/** A package, or why there is none. */
export interface LoadedPackage {
  readonly package?: TemplatePackage;
  readonly findings: readonly Finding[];
}

/**
 * Loads a package: checks its files and compiles its templates.
 *
 * @param files Its files: path within its directory → text.
 * @param options Its name, origin and directory, and the shared partials.
 * @returns The package, left out where one of the findings is an error.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { package: own } = loadPackage(
 *   new Map([
 *     ["package.yaml", "name: own\nversion: 1.0.0\n"],
 *     ["manifests/a.yaml.hbs", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{release.name}}\n"],
 *   ]),
 *   { name: "own", shared: new Map(), origin: "dry source", directory: "templates/own" },
 * );
 * assertEquals(own?.version, "1.0.0");
 * ```
 */
export function loadPackage(
  files: ReadonlyMap<string, string>,
  options: PackageOptions,
): LoadedPackage {
  const { report, findings } = collectFindings();
  const site: PackageSite = { ...options, files, report };
  if (!checkSize(site)) return { findings };
  const metadata = readMetadata(site);
  const defaults = readDefaults(site);
  const { check, data } = readSchema(site);
  const manifests = compileManifests(site);
  if (hasErrors(findings) || metadata === undefined) return { findings };
  const { name, origin, shared, directory } = options;
  const schemaPath = `${directory}/values.schema.json`;
  const parts = { defaults, schemaPath, check, manifests };
  const loaded: TemplatePackage = {
    name,
    version: metadata.version,
    engine: "handlebars",
    digest: digestFiles(files, shared),
    origin,
    metadata,
    defaults,
    directory,
    schema: () => data,
    texts: () => textsOf(files, options),
    withText: (path, text) =>
      loadPackage(...withText(files, { ...options, path, text })).package,
    render: (release) => renderManifests(parts, release),
  };
  return { package: loaded, findings };
}

function textsOf(
  files: ReadonlyMap<string, string>,
  { directory, shared }: PackageOptions,
): ReadonlyMap<string, string> {
  const own = [...files].map(([path, text]) =>
    [`${directory}/${path}`, text] as const
  );
  return new Map([...own, ...inForce(shared)]);
}

/** Of partials with the same name the last one counts. */
function inForce(
  shared: ReadonlyMap<string, string>,
): Iterable<readonly [string, string]> {
  const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  return new Map(
    [...shared].map((entry) => [nameOf(entry[0]), entry] as const),
  ).values();
}

function withText(
  files: ReadonlyMap<string, string>,
  changed: PackageOptions & { readonly path: string; readonly text: string },
): [files: ReadonlyMap<string, string>, options: PackageOptions] {
  const { path, text, ...options } = changed;
  const { directory, shared } = options;
  if (shared.has(path)) {
    return [files, { ...options, shared: new Map(shared).set(path, text) }];
  }
  const file = path.slice(directory.length + 1);
  return [new Map(files).set(file, text), options];
}
