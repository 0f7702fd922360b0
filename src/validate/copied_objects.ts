/**
 * What is wrong with copies, told where somebody can put it right.
 *
 * @module
 */

import type { Inventory } from "../k0rdent/mod.ts";
import {
  type Finding,
  formatPath,
  type Identity,
  identityKey,
  identityOf,
} from "../model/mod.ts";

/**
 * Settles the findings about copies. A copy stands at the place of its source:
 * what is wrong with both is said of the source, and what is wrong with the
 * copy alone names what has it made.
 *
 * @param findings All findings.
 * @param inventory The objects.
 * @returns The findings that are left.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "../k0rdent/mod.ts";
 * const { inventory } = takeInventory([], { systemNamespace: "kcm-system" });
 * assertEquals(atTheirSource([], inventory), []);
 * ```
 */
export function atTheirSource(
  findings: readonly Finding[],
  inventory: Inventory,
): Finding[] {
  const said = new Set(
    findings.filter(({ object }) => copiedOf(object, inventory) === undefined)
      .map(placeKey),
  );
  return findings.flatMap((finding) => {
    const copied = copiedOf(finding.object, inventory);
    if (copied === undefined) return [finding];
    if (said.has(placeKey(finding))) return [];
    const related = [
      ...finding.related ?? [],
      { place: copied.by, message: "What has the copy made" },
    ];
    return [{ ...finding, related }];
  });
}

/**
 * The copies of objects with errors, and the copies of those.
 *
 * @param broken The identity keys of objects with errors.
 * @param inventory The objects.
 * @returns The identity keys of all objects that cannot be used.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "../k0rdent/mod.ts";
 * const { inventory } = takeInventory([], { systemNamespace: "kcm-system" });
 * assertEquals(withCopies(new Set(["/Secret/a/b"]), inventory).size, 1);
 * ```
 */
export function withCopies(
  broken: ReadonlySet<string>,
  inventory: Inventory,
): ReadonlySet<string> {
  const all = new Set(broken);
  for (const { manifest, copied } of inventory.all.values()) {
    if (copied === undefined || !broken.has(identityKey(copied.from))) continue;
    all.add(identityKey(identityOf(manifest)));
  }
  return all;
}

function copiedOf(object: Identity | undefined, inventory: Inventory) {
  return object && inventory.find(object)?.copied;
}

function placeKey({ rule, place }: Finding): string {
  const { file, document, item } = place?.origin ?? {};
  const field = formatPath(place?.field ?? []);
  return JSON.stringify([rule.id, file, document, item, field]);
}
