/**
 * Rendered objects and fields by the names that people ask for.
 *
 * @module
 */

import { didYouMean } from "../k0rdent/mod.ts";
import {
  type FieldPath,
  formatIdentity,
  formatPath,
  type Identity,
  type Value,
} from "../model/mod.ts";
import { findPath } from "./find_path.ts";
import { identityOfKey } from "./identity_of_key.ts";
import { leavesOf } from "./leaves.ts";
import { nearestField } from "./nearest_field.ts";
import type { Query } from "./query.ts";

/** What a question is about, or what there is not. */
export type FoundRendered =
  | {
    readonly kind: "found";
    readonly places: readonly {
      readonly key: string;
      readonly path: FieldPath;
    }[];
  }
  | {
    readonly kind: "unknown";
    readonly what: string;
    readonly nearest: string | undefined;
  };

/**
 * Finds the rendered objects that a question is about.
 *
 * @param objects The objects by their keys.
 * @param keys Those that may be asked for.
 * @param query The question.
 * @returns The objects and fields, or what there is not.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const objects = new Map([["/Secret/prod/a", { data: { x: "1" } }]]);
 * const query = { kind: "rendered", of: "Secret", field: "data" } as const;
 * assertEquals(findRendered(objects, [...objects.keys()], query), {
 *   kind: "found",
 *   places: [{ key: "/Secret/prod/a", path: ["data"] }],
 * });
 * ```
 */
export function findRendered(
  objects: ReadonlyMap<string, Value>,
  keys: readonly string[],
  { of, name, field }: Extract<Query, { kind: "rendered" }>,
): FoundRendered {
  const asked = keys.filter((key) => {
    const object = identityOfKey(key);
    return object.kind === of && (name === undefined || isNamed(object, name));
  });
  const [first] = asked;
  if (first === undefined) {
    const wanted = name === undefined ? of : `${of}/${name}`;
    const known = keys.map(identityOfKey)
      .flatMap((object) => [object.kind, `${object.kind}/${object.name}`]);
    const nearest = didYouMean(wanted, known);
    return { kind: "unknown", what: `object "${wanted}"`, nearest };
  }
  const places = asked.flatMap((key) => {
    const path = findPath(objects.get(key) ?? {}, field ?? "");
    return path === undefined ? [] : [{ key, path }];
  });
  if (places.length > 0 || field === undefined) {
    return { kind: "found", places };
  }
  const known = asked.flatMap((key) => fieldsOf(objects.get(key) ?? {}));
  const what = `field "${field}" in ${formatIdentity(identityOfKey(first))}`;
  return { kind: "unknown", what, nearest: nearestField(field, known) };
}

/**
 * Whether somebody may call an object so.
 *
 * @param object The object.
 * @param wanted The name, or `namespace/name`.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isNamed({ namespace: "prod", name: "a" }, "prod/a"));
 * ```
 */
export function isNamed(
  { namespace, name }: Pick<Identity, "namespace" | "name">,
  wanted: string,
): boolean {
  return wanted === name || wanted === `${namespace}/${name}`;
}

/**
 * Fields, and the maps and lists around them, as people write them.
 *
 * @param value What has them.
 * @returns The fields.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(fieldsOf({ a: [1] }), ["a", "a[0]"]);
 * ```
 */
export function fieldsOf(value: Value): string[] {
  const all = [...leavesOf(value)].flatMap(({ path }) =>
    path.map((_, index) => formatPath(path.slice(0, index + 1)))
  );
  return [...new Set(all)];
}
