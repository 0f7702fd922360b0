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
import { compileManifests, type PackageTemplate } from "./package_templates.ts";
import type { ValuesSchema } from "./schema.ts";

/** A template package that can be rendered. */
export interface TemplatePackage {
  readonly name: string;
  readonly version: string;
  /** The SHA-256 of all its files and of the shared partials, in hex. */
  readonly digest: string;
  readonly origin: PackageOrigin;
  readonly metadata: PackageMetadata;
  readonly defaults: ValueMap;
  /** The path of the schema of its values, for problems. */
  readonly schemaPath: string;
  /** Checks values, merged over the defaults, against the schema. */
  readonly check: ValuesSchema["check"];
  /** The schema of the values. */
  schema(): ValueMap;
  /** Its templates in the order of their paths. */
  readonly manifests: readonly PackageTemplate[];
}

/** Where a package comes from. */
export type PackageOrigin = "built-in" | "dry source";

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
  const loaded: TemplatePackage = {
    name,
    version: metadata.version,
    digest: digestFiles(files, shared),
    origin,
    metadata,
    defaults,
    schemaPath: `${directory}/values.schema.json`,
    check,
    schema: () => data,
    manifests,
  };
  return { package: loaded, findings };
}
