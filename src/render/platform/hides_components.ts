import { K0RDENT_GROUP } from "../../k0rdent/mod.ts";
import {
  type Definition,
  groupOf,
  identityKey,
  identityOf,
} from "../../model/mod.ts";
import type { Scope } from "../scope.ts";

/**
 * Whether nobody can tell which components there should be.
 *
 * @param scope The definitions.
 * @returns Whether a Release, Management or Region has errors, or is encrypted.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * assert(!hidesComponents(demoScope()));
 * ```
 */
export function hidesComponents(scope: Scope): boolean {
  const { inventory, broken } = scope;
  const readable = {
    Management: inventory.managements,
    Region: inventory.regions,
    Release: inventory.releases,
  };
  return [...inventory.all.values()].some(isHidden);

  function isHidden({ manifest }: Definition): boolean {
    const { apiVersion, kind, metadata } = manifest;
    if (groupOf(apiVersion) !== K0RDENT_GROUP) return false;
    if (!Object.hasOwn(readable, kind)) return false;
    return broken.has(identityKey(identityOf(manifest))) ||
      !readable[kind as keyof typeof readable].has(metadata.name);
  }
}
