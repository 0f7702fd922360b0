/**
 * Tags that write a value: `{{value}}`, `{{toYaml value}}`, `{{plain value}}`.
 *
 * @module
 */

import type { Value } from "../../model/mod.ts";
import { emitYaml, marshalGo } from "../../yaml/mod.ts";
import { TEMPLATE_RULES } from "../rules.ts";
import { checkArguments } from "./arguments.ts";
import type { ExpressionNode, MustacheNode } from "./ast.ts";
import {
  compileCall,
  compileExpression,
  type Expression,
  nameOfCall,
} from "./expression.ts";
import { textOf } from "./helpers/mod.ts";
import { isInBlockScalar, type Placement, placementOf } from "./layout.ts";
import { type Location, locationOf } from "./location.ts";
import { weigh, write } from "./run.ts";
import { formatScalar, formatTextScalar } from "./scalar.ts";
import type { Site, Statement } from "./site.ts";

/**
 * Compiles a tag that writes a value.
 *
 * @param node The tag.
 * @param site Where it stands.
 * @returns The closure.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeTemplate } from "./testing.ts";
 * assertEquals(writeTemplate("a: {{x}}", { x: "no" }), 'a: "no"\n');
 * ```
 */
export function compileMustache(node: MustacheNode, site: Site): Statement {
  const name = isCall(node) ? nameOfCall(node) : undefined;
  if (name === "toYaml") return compileToYaml(node, site);
  if (name === "plain") return compilePlain(node, site);
  const placement = placementOf(site.template.layout, node);
  const value = name === undefined
    ? compileExpression(node.path as ExpressionNode, site)
    : compileCall(node, site);
  if (name !== "fail") checkPlacement(node, placement, site);
  if (placement === "key") return writeKey(value, locationOf(site.path, node));
  const bare = site.mode === "text" && placement !== "flow";
  return writeValue(value, bare ? formatTextScalar : formatScalar);
}

function isCall({ params, hash }: MustacheNode): boolean {
  return params.length > 0 || hash !== undefined;
}

function checkPlacement(
  node: MustacheNode,
  placement: Placement,
  site: Site,
): void {
  if (isInYamlText(node, site)) {
    report(node, site, IN_BLOCK_SCALAR);
  } else if (placement === "glued") {
    const way = site.mode === "text"
      ? "{{plain …}} or {{concat …}}"
      : "{{concat …}}";
    report(node, site, `Cannot write a value next to other text: use ${way}`);
  } else if (placement === "line" && !isListItem(node, site)) {
    report(
      node,
      site,
      "Cannot write a value on a line of its own: use {{toYaml …}}",
    );
  }
}

const IN_BLOCK_SCALAR =
  "Cannot write a value into a block scalar: use {{#text}}";

/** Within `#text` a block scalar is but a part of the text. */
function isInYamlText(node: MustacheNode, { mode, template }: Site): boolean {
  return mode === "yaml" && isInBlockScalar(template.layout, node);
}

/** Whether a tag that ends its line comes after `- `. */
function isListItem(node: MustacheNode, { template }: Site): boolean {
  const line = template.layout.lines[node.loc.start.line - 1] ?? "";
  return line.slice(0, node.loc.start.column).includes("-");
}

function writeValue(
  value: Expression,
  format: (value: Value) => string,
): Statement {
  return (slots, run) => {
    const result = value(slots, run);
    if (typeof result === "object") weigh(run, result);
    write(run, format(result));
  };
}

function writeKey(value: Expression, location: Location): Statement {
  const call = { name: "key", location };
  return (slots, run) => {
    const result = value(slots, run);
    run.call = call;
    write(run, formatScalar(textOf(result)));
  };
}

function compileToYaml(node: MustacheNode, site: Site): Statement {
  const value = compileArgument(node, site);
  const indent = Math.max(node.loc.start.column - site.dedent, 0);
  const lineBreak = `\n${" ".repeat(indent)}`;
  if (placementOf(site.template.layout, node) !== "line") {
    report(
      node,
      site,
      'Cannot write block YAML here: {{toYaml …}} needs a line of its own, or the rest of one after "- "',
    );
  }
  if (isInYamlText(node, site)) report(node, site, IN_BLOCK_SCALAR);
  // Within a text the bytes are Helm's; Helm's own reader misreads a few.
  const format = site.mode === "yaml" ? emitYaml : marshalGo;
  return (slots, run) => {
    const result = value(slots, run);
    weigh(run, result);
    write(
      run,
      format(result).replace(/\n$/, "").replaceAll("\n", lineBreak),
    );
  };
}

function compilePlain(node: MustacheNode, site: Site): Statement {
  const value = compileArgument(node, site);
  const call = { name: "plain", location: locationOf(site.path, node) };
  if (site.mode === "yaml") {
    report(node, site, "Cannot write bare text outside {{#text}}");
  }
  return (slots, run) => {
    const result = value(slots, run);
    run.call = call;
    write(run, textOf(result));
  };
}

function compileArgument(node: MustacheNode, site: Site): Expression {
  const [argument] = node.params;
  const fine = checkArguments(
    node,
    { name: nameOfCall(node), arity: [1, 1] },
    site,
  );
  return fine && argument !== undefined
    ? compileExpression(argument, site)
    : () => null;
}

function report(node: MustacheNode, site: Site, message: string): void {
  const location = locationOf(site.path, node);
  site.report(TEMPLATE_RULES["templates/placement"], location, message);
}
