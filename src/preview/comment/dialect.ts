/**
 * How forges differ in the Markdown that they take.
 *
 * @module
 */

/** The ways of writing Markdown. */
export type DialectName =
  | "github"
  | "gitlab"
  | "gitea"
  | "bitbucket"
  | "azure";

/** A way of writing Markdown. */
export interface Dialect {
  /** Whether a comment can hold folded parts, and HTML for that matter. */
  readonly folds: boolean;
}

const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  github: { folds: true },
  gitlab: { folds: true },
  gitea: { folds: true },
  azure: { folds: true },
  // Bitbucket shows HTML as text, comments included.
  bitbucket: { folds: false },
};

/**
 * Looks a dialect up.
 *
 * @param name Its name.
 * @returns What is particular to it.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(!dialectOf("bitbucket").folds);
 * ```
 */
export function dialectOf(name: DialectName): Dialect {
  return DIALECTS[name];
}

/**
 * The line that tells our comment from others, which readers do not see.
 *
 * @param marker By what to tell it: letters, digits and `._:/-`.
 * @param dialect Where the comment is to stand.
 * @returns The line, with the empty one that has to follow it.
 * @throws {RangeError} If the marker has other characters.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(hiddenMarker("k0r-preview:prod", "github"), "<!-- k0r-preview:prod -->\n\n");
 * ```
 */
export function hiddenMarker(marker: string, dialect: DialectName): string {
  if (!/^[\w.:/-]+$/.test(marker)) {
    throw new RangeError(`Cannot hide the marker "${marker}": bad characters`);
  }
  return dialectOf(dialect).folds
    ? `<!-- ${marker} -->\n\n`
    : `[//]: # (${marker})\n\n`;
}
