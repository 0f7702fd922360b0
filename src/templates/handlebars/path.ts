/**
 * From a path such as `values.k0s.version` to a closure that follows it.
 *
 * @module
 */

import { didYouMean } from "../../k0rdent/did_you_mean.ts";
import { getField, isMap, type Value } from "../../model/mod.ts";
import { TEMPLATE_RULES } from "../rules.ts";
import type { PathNode } from "./ast.ts";
import type { Expression, ExpressionSite } from "./expression.ts";
import { nameType } from "./helpers/mod.ts";
import { type Location, locationOf } from "./location.ts";
import { TemplateError } from "./run.ts";
import { ROOT_SLOT, type Scope } from "./scope.ts";

/** Where a path starts, and what is followed from there. */
interface Route {
  readonly slot: number;
  readonly steps: readonly string[];
}

/**
 * Compiles a path. Where it leads nowhere when it is evaluated, that is an
 * error.
 *
 * @param node The path.
 * @param site The template, the names it sees and where to report.
 * @returns The closure.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeTemplate } from "./testing.ts";
 * assertEquals(writeTemplate("a: {{x.y}}", { x: { y: 1 } }), "a: 1\n");
 * ```
 */
export function compilePath(node: PathNode, site: ExpressionSite): Expression {
  const location = locationOf(site.path, node);
  const route = findRoute(node, site.scope);
  if (route === undefined) {
    const message = `Cannot read "${node.original}": no such variable here`;
    site.report(TEMPLATE_RULES["templates/unknown-name"], location, message);
    return () => null;
  }
  return follow(route, { text: node.original, location });
}

function findRoute(node: PathNode, scope: Scope): Route | undefined {
  const [head = "", ...rest] = node.parts;
  if (node.data) {
    const name = `@${head}`;
    const slot = name === "@root" ? ROOT_SLOT : scope.names.get(name);
    return slot === undefined ? undefined : { slot, steps: rest };
  }
  const variable = isScoped(node) ? undefined : scope.names.get(head);
  if (variable !== undefined) return { slot: variable, steps: rest };
  const context = outerScope(scope, node.depth)?.context;
  return context === undefined
    ? undefined
    : { slot: context, steps: node.parts };
}

/** Whether a path asks for the context: `this.name`, `./name`, `../name`. */
function isScoped({ original, depth }: PathNode): boolean {
  return depth > 0 || /^(?:this\b|\.)/.test(original);
}

function outerScope(scope: Scope, depth: number): Scope | undefined {
  let here: Scope | undefined = scope;
  for (let i = 0; i < depth; i++) here = here?.outer;
  return here;
}

interface WrittenPath {
  readonly text: string;
  readonly location: Location;
}

function follow(route: Route, written: WrittenPath): Expression {
  const { slot, steps } = route;
  if (steps.length === 0) return (slots) => slots[slot] as Value;
  return (slots) => {
    let here = slots[slot] as Value;
    for (const step of steps) {
      const next = stepInto(here, step);
      if (next === undefined) {
        const message = describeMissing(here, step, written.text);
        throw missing(message, { route, written });
      }
      here = next;
    }
    return here;
  };
}

function stepInto(value: Value, step: string): Value | undefined {
  if (!Array.isArray(value)) return getField(value, step);
  return /^\d+$/.test(step) ? value[Number(step)] : undefined;
}

function describeMissing(parent: Value, step: string, path: string): string {
  const start = `Cannot read "${path}": `;
  if (parent === null) return `${start}"${step}" is read from null`;
  if (!isMap(parent)) {
    return `${start}"${step}" is read from ${nameType(parent)}`;
  }
  const close = didYouMean(step, Object.keys(parent));
  const hint = close === undefined ? "" : `; did you mean "${close}"?`;
  return `${start}there is no "${step}"${hint}`;
}

function missing(
  message: string,
  { route, written }: { route: Route; written: WrittenPath },
): TemplateError {
  const { text: path, location } = written;
  const steps = route.slot === ROOT_SLOT ? route.steps : undefined;
  return new TemplateError(message, { location, path, steps });
}
