/**
 * Where in a template something stands.
 *
 * @module
 */

/** A place in a template; lines and columns count from 1. */
export interface Location {
  /** The template's path. */
  readonly template: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The place at which a node of a parsed template begins.
 *
 * @param template The template's path.
 * @param node The node, as the parser made it.
 * @returns Its place.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const node = { loc: { start: { line: 2, column: 4 } } };
 * assertEquals(locationOf("a.hbs", node), { template: "a.hbs", line: 2, column: 5 });
 * ```
 */
export function locationOf(
  template: string,
  node: { loc: { start: { line: number; column: number } } },
): Location {
  const { line, column } = node.loc.start;
  return { template, line, column: column + 1 };
}
