/**
 * What it does that an object is new in a rendered tree.
 *
 * @module
 */

import { type Effect, identityOf, type Manifest } from "../../model/mod.ts";
import { makeEffect } from "./make_effect.ts";

/** Kinds of pools, whose machines are made at once. */
const POOLS: ReadonlySet<string> = new Set([
  "MachineDeployment",
  "MachinePool",
]);

/**
 * Tells what it does that an object is new.
 *
 * @param manifest The object.
 * @param options The cluster that it belongs to.
 * @returns The effect: a template does nothing by itself.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * assertEquals(addedObject(secret, {}).kind, "in-place");
 * ```
 */
export function addedObject(
  manifest: Manifest,
  { cluster }: { readonly cluster?: string | undefined },
): Effect {
  const { kind } = manifest;
  const isQuiet = kind.endsWith("Template") || kind === "Kustomization";
  return makeEffect(identityOf(manifest), {
    kind: isQuiet ? "no-effect" : "in-place",
    rule: "effects/object-added",
    summary: POOLS.has(kind) ? "new, with its machines" : "new",
    cluster,
  });
}
