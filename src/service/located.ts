/**
 * Findings with their positions looked up.
 *
 * @module
 */

import type { Finding, Place, Position, RelatedPlace } from "../model/mod.ts";

/** A place in a file as people and editors name it. */
export interface Location extends Position {
  readonly file: string;
}

/** A finding with its lines and columns. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly location?: Location;
  readonly related: readonly { location: Location; message: string }[];
}

/**
 * Looks up where findings point to, and sorts them by file and line.
 *
 * @param findings The findings.
 * @param locate Finds a place's line and column; it reads the file again, so
 * it is asked only for findings that are shown.
 * @returns The findings with positions; those without a place come first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(locateFindings([], () => ({ line: 1, column: 1 })), []);
 * ```
 */
export function locateFindings(
  findings: readonly Finding[],
  locate: (place: Place) => Position,
): LocatedFinding[] {
  const locationOf = (place: Place): Location => ({
    file: place.origin.file,
    ...(place.position ?? locate(place)),
  });
  const related = (each: RelatedPlace) => ({
    location: locationOf(each.place),
    message: each.message,
  });
  return findings.map((finding) => ({
    finding,
    ...(finding.place === undefined
      ? {}
      : { location: locationOf(finding.place) }),
    related: (finding.related ?? []).map(related),
  })).sort(byLocation);
}

function byLocation(a: LocatedFinding, b: LocatedFinding): number {
  const key = ({ location, finding }: LocatedFinding) =>
    [
      location?.file ?? "",
      location?.line ?? 0,
      location?.column ?? 0,
      finding.rule.id,
      finding.message,
    ] as const;
  const [left, right] = [key(a), key(b)];
  for (const [index, value] of left.entries()) {
    const other = right[index] as typeof value;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
