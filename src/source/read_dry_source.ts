/**
 * The way into the dry source.
 *
 * @module
 */

import {
  type FieldPath,
  type Finding,
  makeFinding,
  type Place,
  type Position,
} from "../model/mod.ts";
import { isVendoredPath } from "../templates/helm/lock/mod.ts";
import { locate } from "../yaml/mod.ts";
import type { DrySource } from "./dry_source.ts";
import {
  CONFIG_PATH,
  type DryFile,
  type DryTree,
  TEMPLATES_DIRECTORY,
} from "./dry_tree.ts";
import { fileRole, findDirectories } from "./file_role.ts";
import { kustomizationFindings } from "./kustomizations.ts";
import { type ReadConfig, readConfig } from "./read_config.ts";
import { type ReadDefinitions, readDefinitions } from "./read_definitions.ts";
import { SOURCE_RULES } from "./rules.ts";
import { unreadableFiles, vendoredCharts } from "./vendored_charts.ts";

/**
 * Reads a dry source. What is wrong with one document hides no other.
 *
 * @param tree Its files, in any order.
 * @returns Its definitions, templates and configuration, and findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const text = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: prod\n";
 * const source = readDrySource({ files: [{ path: "a.yaml", text }], findings: [] });
 * assertEquals(source.definitions.length, 1);
 * assertEquals(source.config?.applyLevel, "capi");
 * assertEquals(source.complete, true);
 * ```
 */
export function readDrySource(tree: DryTree): DrySource {
  const files = tree.files.toSorted((a, b) => a.path < b.path ? -1 : 1);
  const directories = findDirectories(files.map(({ path }) => path));
  const ofRole = Map.groupBy(
    files,
    ({ path }) => fileRole(path, directories),
  );
  const templates = ofRole.get("template") ?? [];
  const { config, findings: configFindings } = configOf(tree);
  const parts = (ofRole.get("definitions") ?? []).map(readDefinitions);
  const definitions = parts.flatMap((part) => part.definitions);
  const around = { paths: pathsOf(tree), definitions };
  const findings = [
    ...tree.findings,
    ...configFindings,
    ...directories.charts.filter((path) => !isVendoredPath(path))
      .map(vendoredChart),
    ...parts.flatMap((part) => part.findings),
    ...parts.flatMap((part) => part.kustomizations)
      .flatMap((document) => kustomizationFindings(document, around)),
    ...(parts.every(isEmpty) ? [noDefinitions()] : []),
  ];
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const charts = vendoredCharts(tree);
  return {
    ...(config === undefined ? {} : { config }),
    definitions,
    templates: new Map(templates.map(withoutDirectory)),
    charts,
    unreadable: unreadableFiles(tree, charts.keys()),
    complete: !findings.some(mayHideObjects),
    findings,
    locate: (place) => locateIn(texts, place),
  };
}

/** Those that could not be read are there all the same. */
function pathsOf({ files, findings }: DryTree): string[] {
  return [
    ...files.map(({ path }) => path),
    ...findings.flatMap(({ place }) => place ? [place.origin.file] : []),
  ];
}

/** A configuration that could not be read is not the same as none. */
function configOf(tree: DryTree): ReadConfig {
  const isRefused = tree.findings.some(({ place }) =>
    place?.origin.file === CONFIG_PATH
  );
  if (isRefused) return { findings: [] };
  const file = tree.files.find(({ path }) => path === CONFIG_PATH);
  return readConfig(file?.text ?? "");
}

/** An error that is about no known object: who knows what else it conceals. */
function mayHideObjects(finding: Finding): boolean {
  return finding.severity === "error" && finding.object === undefined;
}

/** Whether a file neither has definitions nor says why. */
function isEmpty(part: ReadDefinitions): boolean {
  const { definitions, kustomizations, findings } = part;
  return definitions.length === 0 && findings.length === 0 &&
    kustomizations.length === 0;
}

function noDefinitions(): Finding {
  return makeFinding(
    SOURCE_RULES["source/no-definitions"],
    "Cannot find any Kubernetes object: no YAML file has one",
  );
}

function withoutDirectory({ path, text }: DryFile): [string, string] {
  return [path.slice(TEMPLATES_DIRECTORY.length), text];
}

function vendoredChart(directory: string): Finding {
  const origin = { file: `${directory}Chart.yaml`, document: 0, line: 1 };
  return makeFinding(
    SOURCE_RULES["source/vendored-chart"],
    `Found a Helm chart in "${directory}": its files are not read as definitions`,
    { place: { origin } },
  );
}

function locateIn(
  texts: ReadonlyMap<string, string>,
  place: Place,
): Position {
  const { origin, field = [], position } = place;
  const text = texts.get(origin.file);
  if (position !== undefined) return position;
  if (text === undefined) return { line: origin.line, column: 1 };
  const inItem: FieldPath = origin.item === undefined
    ? field
    : ["items", origin.item, ...field];
  return locate(text, { ...place, field: inItem });
}
