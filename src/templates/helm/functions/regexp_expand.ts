/**
 * Replacements that name groups: `$1`, `${name}`, and `$$` for a dollar.
 *
 * @module
 */

import type { Match } from "./regexp_match.ts";

const REFERENCE = /\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu;
const NUMBER = /^(?:0|[1-9]\d{0,8})$/;

/**
 * Writes a replacement.
 *
 * @param template The replacement.
 * @param match The match that it replaces.
 * @returns The text; a group that there is not is nothing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const match = { start: 0, end: 2, groups: ["ab", "a"], names: {} };
 * assertEquals(expandTemplate("${1}x $1x $$", match), "ax  $");
 * ```
 */
export function expandTemplate(template: string, match: Match): string {
  return template.replace(REFERENCE, (reference, braced, bare) => {
    if (reference === "$$") return "$";
    const name: string = braced ?? bare;
    const group = NUMBER.test(name)
      ? Number(name)
      : Object.hasOwn(match.names, name)
      ? match.names[name]
      : undefined;
    return group === undefined ? "" : match.groups[group] ?? "";
  });
}
