/**
 * What templates use of their language.
 *
 * @module
 */

import { FUNCTIONS } from "../src/templates/helm/functions/mod.ts";
import { BUILTINS } from "../src/templates/helm/go/builtins.ts";
import type { Node } from "../src/templates/helm/go/node.ts";
import { parse } from "../src/templates/helm/go/parser.ts";

/** The kinds of nodes, and the functions called. */
export interface UsedLanguage {
  readonly kinds: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
}

/** Every function that a template may call. */
export const ALL_FUNCTIONS = new Map([...BUILTINS, ...FUNCTIONS]);

const KINDS: Record<Node["kind"], true> = {
  action: true,
  bool: true,
  break: true,
  chain: true,
  command: true,
  continue: true,
  dot: true,
  field: true,
  identifier: true,
  if: true,
  nil: true,
  number: true,
  pipe: true,
  range: true,
  string: true,
  template: true,
  text: true,
  variable: true,
  with: true,
};

/** Every kind of node. */
export const ALL_KINDS = Object.keys(KINDS);

/** Reads templates for what they use. */
export function usedLanguage(templates: Iterable<string>): UsedLanguage {
  const kinds = new Set<string>();
  const functions = new Set<string>();
  for (const text of templates) {
    for (const node of nodesIn(parse("t", text, ALL_FUNCTIONS))) {
      kinds.add(node.kind);
      if (node.kind === "identifier") functions.add(node.name);
    }
  }
  return { kinds, functions };
}

function* nodesIn(value: unknown): Generator<Node> {
  if (typeof value !== "object" || value === null) return;
  if (isNode(value)) yield value;
  for (const part of Object.values(value)) yield* nodesIn(part);
}

function isNode(value: object): value is Node {
  return "kind" in value && typeof value.kind === "string" &&
    Object.hasOwn(KINDS, value.kind);
}
