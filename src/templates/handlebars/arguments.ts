/**
 * Whether calls have the arguments that their helper or block takes.
 *
 * @module
 */

import { TEMPLATE_RULES } from "../rules.ts";
import type { CallNode } from "./ast.ts";
import { locationOf } from "./location.ts";
import type { Report } from "./report.ts";

/** What a helper or block takes. */
export interface Signature {
  readonly name: string;
  readonly arity: readonly [least: number, greatest: number];
  readonly hash?: readonly string[] | "any";
}

/**
 * Checks the arguments of a call.
 *
 * @param node The call.
 * @param signature What it may be called with.
 * @param site The template and where to report.
 * @returns Whether the call is fine.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { lintTemplate } from "./testing.ts";
 * const [finding] = lintTemplate({ text: "a: {{lower 1 2}}" });
 * assertEquals(finding?.message, 'Cannot call "lower" with 2 arguments: it takes 1');
 * ```
 */
export function checkArguments(
  node: CallNode,
  { name, arity: [least, greatest], hash = [] }: Signature,
  site: { readonly path: string; readonly report: Report },
): boolean {
  const location = locationOf(site.path, node);
  const rule = TEMPLATE_RULES["templates/arguments"];
  const count = node.params.length;
  const unknown = hash === "any" ? undefined : node.hash?.pairs
    .find(({ key }) => !hash.includes(key))?.key;
  if (unknown !== undefined) {
    site.report(
      rule,
      location,
      `Cannot call "${name}" with ${unknown}=: it takes no such argument`,
    );
  }
  if (count >= least && count <= greatest) return unknown === undefined;
  const wanted = least === greatest
    ? `${least}`
    : greatest === Infinity
    ? `at least ${least}`
    : `${least} to ${greatest}`;
  site.report(
    rule,
    location,
    `Cannot call "${name}" with ${count} arguments: it takes ${wanted}`,
  );
  return false;
}
