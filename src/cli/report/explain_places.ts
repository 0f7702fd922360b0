/**
 * Where the sources of values stand, as people and editors name it.
 *
 * @module
 */

import type { Source } from "../../explain/mod.ts";
import type { Place } from "../../model/mod.ts";
import type { Explained, Location } from "../../service/mod.ts";
import { locate } from "../../yaml/mod.ts";
import type { FindingSource } from "./show_findings.ts";

/** A place, and what it is in. */
export interface SourceLocation extends Location {
  /** The templates of k0render itself, or a chart that the lock pins. */
  readonly in: "dry source" | "built-in" | "lock";
}

/** Finds places. */
export interface Places {
  /** The place of a source; `undefined` for one that stands nowhere. */
  ofSource(source: Source): SourceLocation | undefined;
  /** A place in the dry source. */
  ofPlace(place: Place): SourceLocation;
  /** A line of a template. */
  ofTemplate(file: string, line: number): SourceLocation;
}

/**
 * Prepares to find places.
 *
 * @param source The dry source.
 * @param explained What was explained: its package has files of its own.
 * @returns What finds them.
 */
export function placesOf(
  source: FindingSource,
  { package: expander }: Pick<Explained, "package">,
): Places {
  const texts = expander?.texts() ?? new Map<string, string>();
  const origin = expander?.origin ?? "dry source";
  return {
    ofPlace,
    ofTemplate: (file, line) => ({ file, line, column: 1, in: origin }),
    ofSource({ kind, place }) {
      if (place === undefined) return undefined;
      if (kind !== "default") return ofPlace(place);
      const { file } = place.origin;
      const position = locate(texts.get(file) ?? "", place);
      return { file, ...position, in: origin };
    },
  };

  function ofPlace(place: Place): SourceLocation {
    const { file } = place.origin;
    return { file, ...source.locate(place), in: "dry source" };
  }
}
