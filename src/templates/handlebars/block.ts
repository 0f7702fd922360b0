/**
 * Blocks: `{{#if}}`, `{{#each}}` and the others.
 *
 * @module
 */

import { TEMPLATE_RULES } from "../rules.ts";
import { checkArguments, type Signature } from "./arguments.ts";
import type { BlockNode } from "./ast.ts";
import { compileEach } from "./block_each.ts";
import { compileIf, compileUnless } from "./block_if.ts";
import { compileLet, compileWith } from "./block_let.ts";
import { compileText } from "./block_text.ts";
import { nameOfCall } from "./expression.ts";
import { locationOf } from "./location.ts";
import type { Site, Statement } from "./site.ts";

interface Block extends Omit<Signature, "name"> {
  /** How many names may come after `as`. */
  readonly names: number;
  readonly compile: (node: BlockNode, site: Site) => Statement;
}

const BLOCKS: ReadonlyMap<string, Block> = new Map<string, Block>([
  ["if", { arity: [1, 1], names: 0, compile: compileIf }],
  ["unless", { arity: [1, 1], names: 0, compile: compileUnless }],
  ["each", { arity: [1, 1], names: 2, compile: compileEach }],
  ["with", { arity: [1, 1], names: 1, compile: compileWith }],
  ["let", { arity: [0, 0], hash: "any", names: 0, compile: compileLet }],
  ["text", { arity: [0, 0], hash: ["chomp"], names: 0, compile: compileText }],
]);

/**
 * Compiles a block.
 *
 * @param node The block.
 * @param site Where it stands.
 * @returns The closure, `undefined` after reporting what is wrong.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { lintTemplate } from "./testing.ts";
 * const [finding] = lintTemplate({ text: "{{#while x}}\n{{/while}}" });
 * assertEquals(finding?.message, 'Cannot open "while": no such block');
 * ```
 */
export function compileBlock(
  node: BlockNode,
  site: Site,
): Statement | undefined {
  const name = nameOfCall(node);
  const location = locationOf(site.path, node);
  const block = BLOCKS.get(name);
  if (block === undefined) {
    const message = `Cannot open "${name}": no such block`;
    site.report(TEMPLATE_RULES["templates/unknown-name"], location, message);
    return undefined;
  }
  const names = (node.program ?? node.inverse)?.blockParams?.length ?? 0;
  if (names > block.names) {
    const message =
      `Cannot name ${names} variables in "${name}": it yields ${block.names}`;
    site.report(TEMPLATE_RULES["templates/arguments"], location, message);
    return undefined;
  }
  const fine = checkArguments(node, { name: `#${name}`, ...block }, site);
  return fine ? block.compile(node, site) : undefined;
}
