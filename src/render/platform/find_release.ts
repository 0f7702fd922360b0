/**
 * The Release that a Management follows.
 *
 * @module
 */

import {
  type Declared,
  isOfficialRelease,
  k0rdentObject,
  type ManagementSpec,
  type ReleaseSpec,
} from "../../k0rdent/mod.ts";
import { identityKey } from "../../model/mod.ts";
import type { Blame } from "../blame.ts";
import type { Scope } from "../scope.ts";

const FIELD = ["spec", "release"];

/**
 * Looks up the Release of a Management.
 *
 * @param scope The definitions.
 * @param management The Management.
 * @param blame What is wrong with it.
 * @returns The Release, or `undefined` where it cannot be used.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { MANAGEMENT } from "../../k0rdent/mod.ts";
 * import { demoCluster, demoScope } from "../_demo.ts";
 * import { blameOn } from "../blame.ts";
 * const blame = blameOn(demoCluster());
 * const spec = MANAGEMENT.spec.parse({ release: "kcm-1-11-0" });
 * assertEquals(findRelease(demoScope(), { spec }, blame), undefined);
 * assertEquals(blame.findings[0]?.rule.id, "render/undeclared-release");
 * ```
 */
export function findRelease(
  scope: Scope,
  { spec }: Pick<Declared<ManagementSpec>, "spec">,
  blame: Blame,
): Declared<ReleaseSpec> | undefined {
  const wanted = k0rdentObject("Release", spec.release);
  const declared = scope.inventory.releases.get(spec.release);
  const isUsable = declared !== undefined &&
    !scope.broken.has(identityKey(wanted));
  if (isUsable) return declared;
  const isOfficial = isOfficialRelease(spec.release) &&
    scope.inventory.find(wanted) === undefined;
  if (!isOfficial) return blame.take(scope.unusable(wanted), FIELD);
  blame.report(
    "render/undeclared-release",
    FIELD,
    `Cannot render the components of the Management: Release "${spec.release}" is not declared`,
  );
  return undefined;
}
