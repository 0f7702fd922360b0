/**
 * The files of a package that are no templates.
 *
 * @module
 */

import { z } from "zod";
import { isMap, type ValueMap } from "../model/mod.ts";
import { loadYaml, YamlError } from "../yaml/mod.ts";
import type { Report } from "./handlebars/mod.ts";
import { type PackageMetadata, packageMetadataSchema } from "./metadata.ts";
import type { PackageOrigin } from "./package.ts";
import { TEMPLATE_RULES } from "./rules.ts";
import { compileSchema, type ValuesSchema } from "./schema.ts";

/** What loading a package works on. */
export interface PackageSite {
  readonly name: string;
  readonly directory: string;
  readonly origin: PackageOrigin;
  readonly files: ReadonlyMap<string, string>;
  readonly shared: ReadonlyMap<string, string>;
  readonly report: Report;
}

/** Larger packages are refused, in UTF-16 code units. */
const MAX_PACKAGE_SIZE = 4 * 1024 * 1024;

/** Packages of more files are refused. */
const MAX_PACKAGE_FILES = 500;

/**
 * Checks that a package is not too large to look at.
 *
 * @param site The package and where to report.
 * @returns Whether it is not.
 */
export function checkSize(site: PackageSite): boolean {
  const size = [...site.files.values()].reduce(
    (sum, text) => sum + text.length,
    0,
  );
  if (size <= MAX_PACKAGE_SIZE && site.files.size <= MAX_PACKAGE_FILES) {
    return true;
  }
  const location = { template: site.directory, line: 1, column: 1 };
  const message =
    `Cannot use package "${site.name}": it has more than ${MAX_PACKAGE_FILES} files or ${MAX_PACKAGE_SIZE} characters`;
  site.report(TEMPLATE_RULES["templates/too-large"], location, message);
  return false;
}

/**
 * Reads `package.yaml`.
 *
 * @param site The package and where to report.
 * @returns What it says, `undefined` after reporting what is wrong.
 */
export function readMetadata(site: PackageSite): PackageMetadata | undefined {
  const value = readYamlMap(site, "package.yaml");
  if (value === undefined) {
    if (!site.files.has("package.yaml")) {
      refuse(site, "package.yaml", "there is no such file");
    }
    return undefined;
  }
  const result = packageMetadataSchema.safeParse(value);
  if (!result.success) {
    refuse(
      site,
      "package.yaml",
      z.prettifyError(result.error).split("\n").join(" "),
    );
    return undefined;
  }
  if (result.data.name !== site.name) {
    refuse(
      site,
      "package.yaml",
      `its name is "${result.data.name}", its directory's "${site.name}"`,
    );
  }
  return result.data;
}

/**
 * Reads `values.yaml`.
 *
 * @param site The package and where to report.
 * @returns The defaults; none where there is no such file.
 */
export function readDefaults(site: PackageSite): ValueMap {
  return readYamlMap(site, "values.yaml") ?? {};
}

/**
 * Reads `values.schema.json`.
 *
 * @param site The package and where to report.
 * @returns The schema; one that accepts everything without such a file.
 */
export function readSchema(site: PackageSite): ValuesSchema {
  const text = site.files.get("values.schema.json");
  if (text === undefined) return NO_SCHEMA;
  try {
    return compileSchema(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    refuse(site, "values.schema.json", reason);
    return NO_SCHEMA;
  }
}

/**
 * The data of `values.schema.json`, for those who ask which values there are.
 *
 * @param site The package; its schema is known to be sound.
 * @returns The schema; an empty one without such a file.
 */
export function readSchemaData(site: PackageSite): ValueMap {
  const text = site.files.get("values.schema.json");
  return text === undefined ? {} : JSON.parse(text);
}

const NO_SCHEMA: ValuesSchema = { data: {}, check: () => [] };

function readYamlMap(site: PackageSite, file: string): ValueMap | undefined {
  const text = site.files.get(file);
  if (text === undefined) return undefined;
  try {
    const value = loadYaml(text);
    if (isMap(value)) return value;
    if (value === null) return {};
    refuse(site, file, "it is no map");
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    refuse(site, file, error.message, error.line);
  }
  return undefined;
}

function refuse(
  site: PackageSite,
  file: string,
  reason: string,
  line = 1,
): void {
  const location = { template: `${site.directory}/${file}`, line, column: 1 };
  const message = `Cannot use "${file}" of package "${site.name}": ${reason}`;
  site.report(TEMPLATE_RULES["templates/package"], location, message);
}
