/**
 * Tags that include a partial: `{{> name key=value}}`.
 *
 * @module
 */

import { isMap, type Value } from "../../model/mod.ts";
import { TEMPLATE_RULES } from "../rules.ts";
import type { PartialNode } from "./ast.ts";
import { compileHash } from "./expression.ts";
import { isInBlockScalar, placementOf } from "./layout.ts";
import { locationOf } from "./location.ts";
import { type Run, spend } from "./run.ts";
import type { Compiled, Site, Statement } from "./site.ts";

/**
 * Compiles a tag that includes a partial. The partial sees the context with
 * the arguments over it, and none of the variables.
 *
 * @param node The tag.
 * @param site Where it stands.
 * @returns The closure, `undefined` after reporting what is wrong.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { evaluateTemplate } from "./testing.ts";
 * const partials = { p: "b: {{x}}" };
 * assertEquals(
 *   evaluateTemplate({ text: "a:\n  {{> p x=1}}\n", partials }),
 *   { kind: "written", text: "a:\n  b: 1\n" },
 * );
 * ```
 */
export function compilePartial(
  node: PartialNode,
  site: Site,
): Statement | undefined {
  const problem = findProblem(node, site);
  if (problem !== undefined) {
    const location = locationOf(site.path, node);
    site.report(TEMPLATE_RULES["templates/partial"], location, problem);
    return undefined;
  }
  const name = nameOf(node) as string;
  const partial = site.findPartial(name, site.mode) as Compiled;
  const hash = compileHash(node.hash, site);
  const context = site.scope.context;
  const include: Statement = (slots, run) => {
    const data = slots[context] as Value;
    const named = hash?.(slots, run);
    const inner = new Array<Value>(partial.slots);
    inner[0] = named === undefined
      ? data
      : isMap(data)
      ? { ...data, ...named }
      : named;
    spend(run, 1);
    partial.statement(inner, run);
  };
  const indent = node.indent.slice(site.dedent);
  return indent === "" ? include : indented(include, indent);
}

function findProblem(node: PartialNode, site: Site): string | undefined {
  const name = nameOf(node);
  if (name === undefined) {
    return "Cannot include a computed partial: write its name";
  }
  if (node.params.length > 0) {
    return `Cannot include "${name}" with another context: pass arguments by name`;
  }
  if (placementOf(site.template.layout, node) !== "line") {
    return `Cannot include "${name}" here: a partial needs a line of its own`;
  }
  if (site.mode === "yaml" && isInBlockScalar(site.template.layout, node)) {
    return `Cannot include "${name}" in a block scalar: use {{#text}}`;
  }
  const partial = site.findPartial(name, site.mode);
  if (partial === "missing") return `Cannot include "${name}": no such partial`;
  if (partial === "circular") {
    return `Cannot include "${name}": it includes itself`;
  }
  return undefined;
}

function nameOf({ name }: PartialNode): string | undefined {
  return name.type === "PathExpression" ? name.original : undefined;
}

/** Indents each line that a statement writes, but no empty ones. */
function indented(statement: Statement, indent: string): Statement {
  return (slots: Value[], run: Run) => {
    const before = run.out;
    run.out = "";
    statement(slots, run);
    run.out = before + run.out.replace(/^(?=.)/gm, indent);
  };
}
