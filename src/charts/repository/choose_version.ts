/**
 * The choice of a chart's version, as Flux makes it.
 *
 * @module
 */

import {
  compareVersions,
  type Constraint,
  parseChartVersion,
  parseConstraint,
  type Version,
} from "../../model/mod.ts";
import { Unavailable } from "../unavailable.ts";

/** A version that a repository or registry offers. */
export interface Offer {
  readonly version: string;
  /** When it was made, in RFC 3339; decides between equal versions. */
  readonly created?: string;
}

/**
 * Chooses the newest version that is wanted. The very text wins over every
 * reading of it; what is no version with three parts is never chosen by range.
 *
 * @param offers What there is.
 * @param wanted A version or a constraint; empty and `*` ask for the newest.
 * @returns The choice.
 * @throws {Unavailable} If the constraint is none, or nothing matches it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const offers = ["1.2.0", "1.10.0", "2.0.0-rc.1"].map((version) => ({ version }));
 * assertEquals(chooseVersion(offers, "1.x").version, "1.10.0");
 * assertEquals(chooseVersion(offers, "").version, "1.10.0");
 * assertEquals(chooseVersion(offers, ">1-0").version, "2.0.0-rc.1");
 * ```
 */
export function chooseVersion<Kind extends Offer>(
  offers: readonly Kind[],
  wanted: string,
): Kind {
  const exact = offers.find(({ version }) => version === wanted);
  if (exact !== undefined) return exact;
  const constraint = constraintOf(wanted);
  const [newest] = offers.flatMap((offer) => matching(offer, constraint))
    .sort((a, b) =>
      compareVersions(b.version, a.version) ||
      compareText(b.offer.created ?? "", a.offer.created ?? "")
    );
  if (newest !== undefined) return newest.offer;
  throw new Unavailable(
    `no version matches "${wanted}" (${listed(offers)})`,
    "Ask for a version that there is.",
  );
}

function constraintOf(wanted: string): Constraint {
  const constraint = parseConstraint(wanted === "" ? "*" : wanted);
  if (constraint !== undefined) return constraint;
  throw new Unavailable(
    `"${wanted}" is neither a version nor a version constraint`,
    "Write a version such as 1.2.3, or a constraint such as ~1.2.",
  );
}

function matching<Kind extends Offer>(
  offer: Kind,
  constraint: Constraint,
): { readonly offer: Kind; readonly version: Version }[] {
  const version = parseChartVersion(offer.version);
  const matches = version !== undefined && constraint(version);
  return matches ? [{ offer, version }] : [];
}

function listed(offers: readonly Offer[]): string {
  const some = offers.slice(0, 5).map(({ version }) => `"${version}"`);
  if (some.length === 0) return "there are none";
  return `there are ${some.join(", ")}${offers.length > 5 ? " and more" : ""}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
