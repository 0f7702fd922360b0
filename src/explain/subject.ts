/**
 * What is to be explained.
 *
 * @module
 */

import { distribute, type Inventory, takeInventory } from "../k0rdent/mod.ts";
import {
  type Definition,
  type FieldPath,
  hasErrors,
  type Value,
  type ValueMap,
} from "../model/mod.ts";
import type { RenderInput } from "../render/mod.ts";
import type { RenderConfig } from "../source/mod.ts";
import { readObject } from "../source/read_object.ts";

/** What a dry source is rendered from, and what its owner wrote himself. */
export interface ExplainInput extends Omit<RenderInput, "previous"> {
  /** The text of `k0render.yaml` as a value; left out where there is none. */
  readonly stated?: ValueMap;
  /** Where `k0render.lock` has the versions of charts, by their pins. */
  readonly locked?: ReadonlyMap<string, FieldPath>;
}

/**
 * The definitions that somebody wrote: copies come of them again.
 *
 * @param input What the dry source is rendered from.
 * @returns The definitions.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { inputOf } from "../render/_testing.ts";
 * const written = writtenDefinitions(inputOf(
 *   "{apiVersion: v1, kind: Namespace, metadata: {name: prod}}",
 * ));
 * assertEquals(written.length, 1);
 * ```
 */
export function writtenDefinitions(
  { inventory }: Pick<ExplainInput, "inventory">,
): Definition[] {
  return [...inventory.all.values()].filter(({ copied }) =>
    copied === undefined
  );
}

/**
 * A definition with another object in it.
 *
 * @param definition The definition.
 * @param value What is to be in it.
 * @returns The definition; `undefined` where the value is no such object.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs } from "../render/_demo.ts";
 * assertEquals(withManifest(demoInputs().deployment, { kind: "Pod" }), undefined);
 * ```
 */
export function withManifest(
  definition: Definition,
  value: Value,
): Definition | undefined {
  const { manifest, findings } = readObject(value, definition.origin);
  return manifest === undefined || hasErrors(findings)
    ? undefined
    : { ...definition, manifest };
}

/**
 * What definitions come to, with the copies that KCM makes.
 *
 * @param definitions The definitions.
 * @param config Where KCM runs.
 * @returns All of it, and how many errors are in it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../render/_demo.ts";
 * const { config } = demoScope();
 * assertEquals(inventoryOf([], config).errors, 0);
 * ```
 */
export function inventoryOf(
  definitions: readonly Definition[],
  { systemNamespace }: RenderConfig,
): { readonly inventory: Inventory; readonly errors: number } {
  const { inventory, findings } = takeInventory(definitions, {
    systemNamespace,
  });
  return {
    inventory: distribute(inventory),
    errors: findings.filter(({ severity }) => severity === "error").length,
  };
}
