/**
 * The step from one version to another.
 *
 * @module
 */

import { compareVersions, parseVersion } from "../../model/mod.ts";

/** What a step does beside going up. */
export type VersionStep =
  | { readonly kind: "ordinary" | "downgrade" }
  /** Minor versions are left out. */
  | { readonly kind: "skipped"; readonly minors: readonly string[] };

/** More than these are not listed by name. */
const MOST_MINORS = 20n;

/**
 * Looks at the step from one version to another. Kubernetes goes up one minor
 * version at a time, and never down.
 *
 * @param before The version before.
 * @param after The version after.
 * @returns What the step is; ordinary where one of them is no version.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(versionStep("v1.34.2", "v1.36.3+k0s.0"), { kind: "skipped", minors: ["1.35"] });
 * assertEquals(versionStep("v1.36.3", "v1.36.1"), { kind: "downgrade" });
 * ```
 */
export function versionStep(before: string, after: string): VersionStep {
  const [from, to] = [parseVersion(before), parseVersion(after)];
  if (from === undefined || to === undefined) return { kind: "ordinary" };
  if (compareVersions(to, from) < 0) return { kind: "downgrade" };
  const skipped = from.major === to.major ? to.minor - from.minor - 1n : 0n;
  if (skipped <= 0n) return { kind: "ordinary" };
  const count = Number(skipped < MOST_MINORS ? skipped : MOST_MINORS);
  const minors = Array.from(
    { length: count },
    (_, index) => `${from.major}.${from.minor + 1n + BigInt(index)}`,
  );
  return { kind: "skipped", minors };
}

/**
 * Two versions as people compare them: the build is left out where it is not
 * all that differs.
 *
 * @param before The version before.
 * @param after The version after.
 * @returns Both, shortened alike.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(shortVersions("v1.35.4+k0s.0", "v1.36.3+k0s.2"), ["v1.35.4", "v1.36.3"]);
 * assertEquals(shortVersions("v1.35.4+k0s.0", "v1.35.4+k0s.1"), ["v1.35.4+k0s.0", "v1.35.4+k0s.1"]);
 * ```
 */
export function shortVersions(
  before: string,
  after: string,
): readonly [string, string] {
  const [left, right] = [before, after].map((version) =>
    version.replace(/[+-]k0s\..*$|\+.*$/, "")
  ) as [string, string];
  return left === right ? [before, after] : [left, right];
}
