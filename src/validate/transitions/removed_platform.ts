/**
 * Checks that the platform is not taken away from under what runs on it.
 *
 * @module
 */

import {
  accessManagement,
  type ComponentsSpec,
  type Declared,
  listComponents,
  releaseReferences,
  SINGLETON_NAME,
} from "../../k0rdent/mod.ts";
import { type Finding, formatIdentity, identityOf } from "../../model/mod.ts";
import { reportTransition, type Transition } from "./transition.ts";

/**
 * Finds a Management, an AccessManagement or Releases that are removed while
 * they are needed.
 *
 * @param change What to check.
 * @returns The findings, at what needs them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { transitionOf } from "../../../tests/transition_cases.ts";
 * assertEquals([...checkRemovedPlatform(transitionOf("", ""))], []);
 * ```
 */
export function* checkRemovedPlatform(
  change: Transition,
): Iterable<Finding> {
  const { before, after } = change;
  const { inventory } = after;
  const old = before.managements.get(SINGLETON_NAME);
  const now = inventory.managements.get(SINGLETON_NAME);
  const [user] = [
    ...inventory.regions.values(),
    ...inventory.clusterDeployments.values(),
  ];
  if (old !== undefined && now === undefined && user !== undefined) {
    yield removed(change, "transition/management-in-use", { old, user });
  }
  const access = accessManagement(before);
  if (access && now && accessManagement(inventory) === undefined) {
    yield removed(change, "transition/access-in-use", {
      old: access,
      user: now,
    });
  }
  if (now !== undefined) yield* removedReleases(change, now);
}

function* removedReleases(
  change: Transition,
  management: Declared<ComponentsSpec>,
): Iterable<Finding> {
  const { before, after } = change;
  for (const [name, old] of before.releases) {
    if (after.inventory.releases.has(name)) continue;
    const templates = releaseReferences(old).map(({ to }) => to.name);
    for (const { spec, field } of listComponents(management.spec)) {
      if (!templates.includes(spec.template ?? "")) continue;
      yield removed(change, "transition/release-in-use", {
        old,
        user: management,
        field: [...field, "template"],
      });
    }
  }
}

function removed(
  change: Transition,
  rule: Parameters<typeof reportTransition>[1],
  { old, user, field = ["metadata", "name"] }: {
    readonly old: Declared<unknown>;
    readonly user: Declared<unknown>;
    readonly field?: (string | number)[];
  },
): Finding {
  return reportTransition(change, rule, {
    subject: user,
    field,
    message: `Cannot remove ${formatIdentity(identityOf(old.manifest))}: ${
      formatIdentity(identityOf(user.manifest))
    } still needs it`,
    old: { place: { origin: old.origin }, message: "What is removed" },
  });
}
