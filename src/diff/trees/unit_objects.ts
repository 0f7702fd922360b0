/**
 * The objects that one rendered tree has of a unit.
 *
 * @module
 */

import { isManifest, type Manifest } from "../../model/mod.ts";
import { unitDirectories, type UnitRecord } from "../../tree/mod.ts";
import { loadYaml, YamlError } from "../../yaml/mod.ts";
import type { UnitSide } from "../comparison.ts";

/** Where objects of a unit stand. */
export type Section = "applied" | "review";

/** Reads an object; `undefined` where a text holds none. */
export type ReadObject = (text: string) => Manifest | undefined;

/** The files of a unit, and how to read them. */
export interface UnitTexts {
  readonly record: UnitRecord;
  /** The texts by path; it may hold those of other units as well. */
  readonly texts: ReadonlyMap<string, string>;
  readonly read: ReadObject;
}

/**
 * Reads objects, each text once: what is the same on both sides of a unit is
 * parsed for one of them.
 *
 * @returns The function that reads.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const read = objectReader();
 * assertEquals(read("kind: Kustomization\n"), undefined);
 * ```
 */
export function objectReader(): ReadObject {
  const known = new Map<string, Manifest | undefined>();
  return (text) => {
    if (!known.has(text)) known.set(text, readObject(text));
    return known.get(text);
  };
}

function readObject(text: string): Manifest | undefined {
  try {
    const value = loadYaml(text);
    return isManifest(value) ? value : undefined;
  } catch (error) {
    // Somebody changed the file by hand, which the tree room reports.
    if (error instanceof YamlError) return undefined;
    throw error;
  }
}

/**
 * The objects of a section.
 *
 * @param unit The unit's files.
 * @param section The section.
 * @param only The files to look at; left out, all.
 * @returns The objects, in ascending order of their files.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const path = "layers/sources/namespace_a.yaml";
 * const unit = { kind: "layer", layer: "sources" } as const;
 * const objects = objectsOf({
 *   record: { unit, files: { [path]: "" } },
 *   texts: new Map([[path, "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n"]]),
 *   read: objectReader(),
 * }, "applied");
 * assertEquals(objects.map(({ kind }) => kind), ["Namespace"]);
 * ```
 */
export function objectsOf(
  unit: UnitTexts,
  section: Section,
  only?: ReadonlySet<string>,
): readonly Manifest[] {
  const directory = unitDirectories(unit.record.unit)[section];
  return Object.keys(unit.record.files).sort().flatMap((path) => {
    if (only?.has(path) === false) return [];
    if (!path.startsWith(`${directory}/`)) return [];
    const text = unit.texts.get(path);
    const object = text === undefined ? undefined : unit.read(text);
    return object === undefined ? [] : [object];
  });
}

/**
 * One side of a unit. Its objects are parsed when they are first asked for.
 *
 * @param unit The unit's files.
 * @returns The side.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "layer", layer: "sources" } as const;
 * const record = { unit, files: {}, retired: true } as const;
 * const side = unitSide({ record, texts: new Map(), read: objectReader() });
 * assertEquals(side.retired, true);
 * assertEquals(side.applied, []);
 * ```
 */
export function unitSide(unit: UnitTexts): UnitSide {
  const known: Partial<Record<Section, readonly Manifest[]>> = {};
  const { chart, retired } = unit.record;
  return {
    get applied() {
      return known.applied ??= objectsOf(unit, "applied");
    },
    get review() {
      return known.review ??= objectsOf(unit, "review");
    },
    ...(chart === undefined ? {} : { chart }),
    retired: retired === true,
  };
}
