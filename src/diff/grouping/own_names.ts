/**
 * Changes without the names of the cluster that they are in.
 *
 * @module
 */

import {
  type ChangeStep,
  type Effect,
  type FieldChange,
  isMap,
  type Value,
} from "../../model/mod.ts";

/** Names of machine templates end with a digest, another one per cluster. */
const DIGEST = /-[0-9a-f]{8,64}\b/g;

/**
 * What changes, in words that do not depend on the cluster: two clusters with
 * the same text change alike.
 *
 * @param effect The effect.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import type { Effect } from "../../model/mod.ts";
 * const effect = (name: string): Effect => ({
 *   kind: "in-place",
 *   rule: "effects/in-place",
 *   summary: "Changed",
 *   object: { group: "", kind: "ConfigMap", namespace: "prod", name },
 *   cluster: `prod/${name}`,
 *   fields: [{ path: ["data", name], before: "1", after: `${name}-2` }],
 *   causes: [],
 *   warnings: [],
 * });
 * assertEquals(signatureOf(effect("eu1")), signatureOf(effect("us1")));
 * ```
 */
export function signatureOf(
  { object, cluster = "", fields }: Pick<
    Effect,
    "object" | "cluster" | "fields"
  >,
): string {
  const names = [...cluster.split("/"), object.namespace, object.name];
  // The longest first: "eu1-cp" is to go before "eu1".
  const own = [...new Set(names)].filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length);
  return own.reduce(
    (text, name) => text.replaceAll(name, "\0"),
    writeFields(fields),
  ).replace(DIGEST, "-\0");
}

/**
 * What changes, as a text that no other changes have.
 *
 * @param fields The changes.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertNotEquals } from "@std/assert";
 * const path = ["spec", "replicas"];
 * assertNotEquals(writeFields([{ path, after: 1 }]), writeFields([{ path, before: 1 }]));
 * ```
 */
export function writeFields(fields: readonly FieldChange[]): string {
  return fields.map(writeField).join("\n");
}

/** The place among others is not part of what changes. */
function writeField({ path, before, after, order }: FieldChange): string {
  return [
    path.map(writeStep).join("."),
    before === undefined ? "" : write(before),
    after === undefined ? "" : write(after),
    order?.after.map(writeStep).join() ?? "",
  ].join(" ");
}

function writeStep(step: ChangeStep): string {
  return typeof step === "object" ? write({ ...step.keys }) : String(step);
}

function write(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(write).join()}]`;
  if (isMap(value)) {
    const fields = Object.keys(value).sort()
      .map((field) => `${field}:${write(value[field]!)}`);
    return `{${fields.join()}}`;
  }
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
