/**
 * Labels and annotations, which hold nothing but strings.
 *
 * @module
 */

import {
  type Finding,
  formatIdentity,
  formatPath,
  getField,
  identityOf,
  isMap,
  makeFinding,
  type Manifest,
  type Metadata,
  type Origin,
  setField,
  type Value,
  type ValueMap,
} from "../model/mod.ts";
import { SOURCE_RULES } from "./rules.ts";

/**
 * Makes labels and annotations hold strings. The API server takes nothing
 * else, and one object that it refuses keeps Flux from applying all others of
 * the directory.
 *
 * @param manifest The object.
 * @param origin Where it stands.
 * @returns The object, itself where nothing had to be changed, and an error
 * for each value that is not a string.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const metadata = { name: "a", labels: { on: true } } as never;
 * const origin = { file: "a.yaml", document: 0, line: 1 };
 * const read = readStringMaps({ apiVersion: "v1", kind: "Secret", metadata }, origin);
 * assertEquals(read.manifest.metadata.labels, { on: "true" });
 * assertEquals(
 *   read.findings[0]?.message,
 *   'Cannot read "metadata.labels.on" of Secret a: expected a string',
 * );
 * ```
 */
export function readStringMaps(
  manifest: Manifest,
  origin: Origin,
): { manifest: Manifest; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  let metadata: ValueMap = manifest.metadata;
  for (const key of ["labels", "annotations"]) {
    const value = getField(metadata, key);
    if (value === undefined || isStringMap(value)) continue;
    metadata = { ...metadata };
    delete metadata[key];
    if (value === null) continue;
    findings.push(...problems(value, { manifest, origin, key }));
    if (isMap(value)) metadata[key] = stringsOf(value);
  }
  return metadata === manifest.metadata
    ? { manifest, findings }
    : { manifest: { ...manifest, metadata: metadata as Metadata }, findings };
}

function isStringMap(value: Value): boolean {
  return isMap(value) &&
    Object.values(value).every((item) => typeof item === "string");
}

function stringsOf(map: ValueMap): ValueMap {
  const strings: ValueMap = {};
  for (const [key, value] of Object.entries(map)) {
    setField(strings, key, typeof value === "object" ? "" : String(value));
  }
  return strings;
}

function problems(
  value: Value,
  where: { manifest: Manifest; origin: Origin; key: string },
): Finding[] {
  if (!isMap(value)) return [problem(value, { ...where, path: [where.key] })];
  return Object.entries(value)
    .filter(([, item]) => typeof item !== "string")
    .map(([name, item]) =>
      problem(item, { ...where, path: [where.key, name] })
    );
}

function problem(
  value: Value,
  where: { manifest: Manifest; origin: Origin; path: readonly string[] },
): Finding {
  const object = identityOf(where.manifest);
  const field = ["metadata", ...where.path];
  const expected = where.path.length === 1 ? "a map" : "a string";
  const isScalar = value !== null && typeof value !== "object";
  return makeFinding(
    SOURCE_RULES["source/wrong-metadata"],
    `Cannot read "${formatPath(field)}" of ${
      formatIdentity(object)
    }: expected ${expected}`,
    {
      object,
      place: { origin: where.origin, field },
      ...(isScalar ? { remedy: `Write it in quotes: "${value}".` } : {}),
    },
  );
}
