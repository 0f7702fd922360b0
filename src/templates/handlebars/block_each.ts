/**
 * The block `{{#each}}`.
 *
 * @module
 */

import { isMap, type Value } from "../../model/mod.ts";
import type { BlockNode, ExpressionNode } from "./ast.ts";
import { compileExpression } from "./expression.ts";
import { nameType } from "./helpers/mod.ts";
import { locationOf } from "./location.ts";
import { type Run, spend, TemplateError } from "./run.ts";
import { type Scope, withContext, withNames } from "./scope.ts";
import type { Site, Statement } from "./site.ts";

/** The slots that an iteration fills. */
interface LoopSlots {
  readonly item: number;
  readonly key: number;
  readonly index: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Compiles `{{#each values as |item key|}}…{{else}}…{{/each}}`. Lists yield
 * their items in order with their index as the key, maps their values in the
 * order of their keys; null and empty ones lead to `else`. Without `as` the
 * item becomes the context.
 *
 * @param node The block.
 * @param site Where it stands.
 * @returns The closure.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeTemplate } from "./testing.ts";
 * const text = "{{#each x as |item|}}\n- {{item}}\n{{/each}}\n";
 * assertEquals(writeTemplate(text, { x: ["a", "b"] }), "- a\n- b\n");
 * ```
 */
export function compileEach(node: BlockNode, site: Site): Statement {
  const location = locationOf(site.path, node);
  const values = compileExpression(node.params[0] as ExpressionNode, site);
  const loop = takeSlots(site);
  const scope = scopeOf(site.scope, node.program?.blockParams ?? [], loop);
  const body = site.compileProgram(node.program, { ...site, scope });
  const otherwise = site.compileProgram(node.inverse, site);
  return (slots, run) => {
    const result = values(slots, run);
    const keys = keysOf(result);
    if (keys === undefined) {
      const message = `Cannot go through ${
        nameType(result)
      }: #each takes a list or a map`;
      throw new TemplateError(message, { location });
    }
    if (keys.length === 0) return otherwise(slots, run);
    iterate({ keys, values: result as Container, loop, body }, { slots, run });
  };
}

type Container = { [key: string | number]: Value };

function takeSlots({ takeSlot }: Site): LoopSlots {
  return {
    item: takeSlot(),
    key: takeSlot(),
    index: takeSlot(),
    first: takeSlot(),
    last: takeSlot(),
  };
}

function scopeOf(
  scope: Scope,
  [item, key]: readonly string[],
  loop: LoopSlots,
): Scope {
  const names: [string, number][] = [
    ["@key", loop.key],
    ["@index", loop.index],
    ["@first", loop.first],
    ["@last", loop.last],
  ];
  if (key !== undefined) names.push([key, loop.key]);
  if (item !== undefined) names.push([item, loop.item]);
  const named = withNames(scope, names);
  return item === undefined ? withContext(named, loop.item) : named;
}

/** Maps are gone through in the order of their keys, by code unit. */
function keysOf(value: Value): readonly (string | number)[] | undefined {
  if (value === null) return [];
  if (Array.isArray(value)) return [...value.keys()];
  return isMap(value) ? Object.keys(value).sort() : undefined;
}

interface Iteration {
  readonly keys: readonly (string | number)[];
  readonly values: Container;
  readonly loop: LoopSlots;
  readonly body: Statement;
}

function iterate(
  { keys, values, loop, body }: Iteration,
  { slots, run }: { slots: Value[]; run: Run },
): void {
  const last = keys.length - 1;
  keys.forEach((key, index) => {
    spend(run, 1);
    slots[loop.item] = values[key] as Value;
    slots[loop.key] = key;
    slots[loop.index] = index;
    slots[loop.first] = index === 0;
    slots[loop.last] = index === last;
    body(slots, run);
  });
}
