/**
 * Compares sets of objects as data.
 *
 * @module
 */

import {
  type FieldPath,
  formatIdentity,
  formatPath,
  getField,
  identityKey,
  identityOf,
  isMap,
  type Manifest,
  type Value,
} from "../src/model/mod.ts";

/**
 * Compares two sets of objects. Their order does not matter, that of lists in
 * them does.
 *
 * @param actual The objects that there are.
 * @param expected The objects that there should be.
 * @returns What differs, as `Kind ns/name: path: …`; empty if nothing does.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * assertEquals(differences([secret], [{ ...secret, type: "Opaque" }]), [
 *   'Secret a: type: nothing, expected "Opaque"',
 * ]);
 * ```
 */
export function differences(
  actual: readonly Manifest[],
  expected: readonly Manifest[],
): string[] {
  const actualByKey = byKey(actual);
  const expectedByKey = byKey(expected);
  const keys = new Set([...actualByKey.keys(), ...expectedByKey.keys()]);
  return [...keys].flatMap((key) => {
    const there = actualByKey.get(key);
    const wanted = expectedByKey.get(key);
    const name = formatIdentity(identityOf((there ?? wanted)!));
    if (!there) return [`${name}: missing`];
    if (!wanted) return [`${name}: not expected`];
    return valueDifferences(there, wanted, []).map((it) => `${name}: ${it}`);
  });
}

/** Objects of one identity are told apart by their order. */
function byKey(objects: readonly Manifest[]): Map<string, Manifest> {
  const result = new Map<string, Manifest>();
  for (const object of objects) {
    const key = `${object.apiVersion} ${identityKey(identityOf(object))}`;
    let number = 0;
    while (result.has(`${key} ${number}`)) number++;
    result.set(`${key} ${number}`, object);
  }
  return result;
}

function valueDifferences(
  actual: Value | undefined,
  expected: Value | undefined,
  path: FieldPath,
): string[] {
  if (isMap(actual) && isMap(expected)) {
    const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
    return [...keys].flatMap((key) =>
      valueDifferences(getField(actual, key), getField(expected, key), [
        ...path,
        key,
      ])
    );
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    const indices = Array(Math.max(actual.length, expected.length)).keys();
    return [...indices].flatMap((index) =>
      valueDifferences(actual[index], expected[index], [...path, index])
    );
  }
  if (actual === expected) return [];
  return [`${formatPath(path)}: ${show(actual)}, expected ${show(expected)}`];
}

function show(value: Value | undefined): string {
  if (value === undefined) return "nothing";
  return JSON.stringify(
    value,
    (_, part) => typeof part === "bigint" ? String(part) : part,
  );
}
