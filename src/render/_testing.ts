/**
 * What the tests of this room begin with: definitions as people write them.
 *
 * @module
 */

import { distribute, takeInventory } from "../k0rdent/mod.ts";
import {
  type Definition,
  type Finding,
  isManifest,
  type Manifest,
  type RenderedObject,
  type RenderedUnit,
  unitKey,
  type UnitResult,
} from "../model/mod.ts";
import { DEFAULT_CONFIG, type RenderConfig } from "../source/mod.ts";
import { loadLibrary, type TemplateLibrary } from "../templates/mod.ts";
import { loadYamlAll } from "../yaml/mod.ts";
import { renderUnits } from "./render_units.ts";
import type { RenderInput } from "./scope.ts";

const TEMPLATES = new URL("../../templates/", import.meta.url);

let library: TemplateLibrary | undefined;

/** The built-in templates, loaded once. */
export function builtInLibrary(): TemplateLibrary {
  library ??= loadLibrary({ builtIn: builtInFiles() });
  return library;
}

/** The files of the built-in templates. */
export function builtInFiles(): Map<string, string> {
  return new Map(readFiles(""));
}

/** Definitions from YAML; each document counts as a file of its own. */
export function definitionsOf(yaml: string): Definition[] {
  return loadYamlAll(yaml).map((value, index) => {
    if (!isManifest(value)) throw new Error(`Cannot use document ${index}`);
    const origin = { file: `${index}.yaml`, document: 0, line: 1 };
    return { manifest: value, origin };
  });
}

/** What to render from, with the defaults of everything that is not given. */
export function inputOf(
  definitions: string | readonly Definition[],
  options: Omit<Partial<RenderInput>, "config"> & {
    readonly config?: Partial<RenderConfig>;
  } = {},
): RenderInput & { readonly findings: readonly Finding[] } {
  const config = { ...DEFAULT_CONFIG, ...options.config };
  const all = typeof definitions === "string"
    ? definitionsOf(definitions)
    : definitions;
  const { inventory, findings } = takeInventory(all, {
    systemNamespace: config.systemNamespace,
    kcmVersion: config.kcmVersion,
  });
  return {
    inventory: distribute(inventory),
    findings,
    library: builtInLibrary(),
    broken: new Set(),
    previous: new Map(),
    version: "0.0.0",
    ...options,
    config,
  };
}

/** All units by key. */
export function unitsOf(input: RenderInput): Map<string, UnitResult> {
  return new Map(
    [...renderUnits(input)].map((unit) => [unitKey(unit.id), unit]),
  );
}

/** A unit that was rendered; anything else fails the test. */
export function renderedUnit(input: RenderInput, key: string): RenderedUnit {
  const unit = unitsOf(input).get(key);
  if (unit?.kind === "rendered") return unit;
  const messages = unit?.findings.map(({ message }) => message) ?? [];
  throw new Error(`Cannot use unit "${key}": ${unit?.kind} ${messages}`);
}

/** The object of a kind and name among objects; none fails the test. */
export function objectOf(
  objects: readonly RenderedObject[],
  kind: string,
  name: string,
): Manifest {
  const found = objects.find(({ manifest }) =>
    manifest.kind === kind && manifest.metadata.name === name
  );
  if (found !== undefined) return found.manifest;
  throw new Error(`Cannot find ${kind} "${name}"`);
}

/** The kinds of objects, sorted. */
export function kindsOf(objects: readonly RenderedObject[]): string[] {
  return objects.map(({ manifest }) => manifest.kind).sort();
}

function* readFiles(directory: string): Generator<[string, string]> {
  // deno-lint-ignore house/pure-rooms -- the built-in templates are files
  for (const entry of Deno.readDirSync(new URL(directory, TEMPLATES))) {
    const path = directory + entry.name;
    if (entry.isDirectory) yield* readFiles(`${path}/`);
    // deno-lint-ignore house/pure-rooms -- as above
    else yield [path, Deno.readTextFileSync(new URL(path, TEMPLATES))];
  }
}
