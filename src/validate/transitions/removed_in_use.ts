/**
 * Checks that nothing is removed which others use.
 *
 * @module
 */

import { inventoryReferences, K0RDENT_GROUP } from "../../k0rdent/mod.ts";
import {
  type Finding,
  formatIdentity,
  identityKey,
  identityOf,
} from "../../model/mod.ts";
import { checkMissingReferences } from "../missing_references.ts";
import { reportTransition, type Transition } from "./transition.ts";

/**
 * Finds objects that are removed although others still name them. Most of them
 * are missing then, and told as such; what k0rdent ships under the same name is
 * not, and KCM refuses to remove the declared one all the same.
 *
 * @param change What to check.
 * @returns The findings, at what names them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { transitionOf } from "../../../tests/transition_cases.ts";
 * assertEquals([...checkRemovedInUse(transitionOf("", ""))], []);
 * ```
 */
export function* checkRemovedInUse(change: Transition): Iterable<Finding> {
  const { before, after } = change;
  if (isSuperset(after.inventory.all, before.all)) return;
  let told: ReadonlySet<string> | undefined;
  for (const { from, to, field } of inventoryReferences(after.inventory)) {
    if (to.group !== K0RDENT_GROUP) continue;
    const removed = before.find(to);
    if (removed === undefined || removed.copied) continue;
    if (after.inventory.find(to) !== undefined) continue;
    const user = identityOf(from.manifest);
    told ??= toldPlaces(after);
    if (told.has(placeOf(identityKey(user), field))) continue;
    yield reportTransition(change, "transition/removed-in-use", {
      subject: from,
      field,
      message: `Cannot remove ${formatIdentity(to)}: ${
        formatIdentity(user)
      } still names it`,
      old: { place: { origin: removed.origin }, message: "What is removed" },
    });
  }
}

/** Most changes remove nothing, and names are many. */
function isSuperset(
  all: ReadonlyMap<string, unknown>,
  some: ReadonlyMap<string, unknown>,
): boolean {
  return some.keys().every((key) => all.has(key));
}

/** What the checks on the definitions say already. */
function toldPlaces(after: Transition["after"]): ReadonlySet<string> {
  return new Set(
    [...checkMissingReferences(after)].map(({ object, place }) =>
      placeOf(object && identityKey(object), place?.field)
    ),
  );
}

function placeOf(object: string | undefined, field: unknown): string {
  return JSON.stringify([object, field]);
}
