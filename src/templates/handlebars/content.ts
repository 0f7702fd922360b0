/**
 * The text of a template outside its tags.
 *
 * @module
 */

import type { ContentNode } from "./ast.ts";
import { write } from "./run.ts";
import type { Site, Statement } from "./site.ts";

/**
 * Compiles text outside tags.
 *
 * @param node The text.
 * @param site Where it stands; within `#text` its lines move to the left.
 * @returns The closure, `undefined` for no text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeTemplate } from "./testing.ts";
 * assertEquals(writeTemplate("a: 1\n"), "a: 1\n");
 * ```
 */
export function compileContent(
  node: ContentNode,
  { dedent }: Site,
): Statement | undefined {
  const text = dedent === 0 ? node.value : moveLeft(node, dedent);
  return text === "" ? undefined : (_, run) => write(run, text);
}

/** The parser strips a line's end only after a tag that has the line to itself. */
function moveLeft(
  { value, rightStripped = false }: ContentNode,
  dedent: number,
): string {
  const inner = value.replaceAll(new RegExp(`\\n {0,${dedent}}`, "g"), "\n");
  if (!rightStripped) return inner;
  return inner.replace(new RegExp(`^ {0,${dedent}}`), "");
}
