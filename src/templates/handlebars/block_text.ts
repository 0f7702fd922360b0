/**
 * The block `{{#text}}`, which turns what is written in it into one scalar.
 *
 * @module
 */

import type { BlockNode } from "./ast.ts";
import { locationOf } from "./location.ts";
import { TEMPLATE_RULES } from "../rules.ts";
import { write } from "./run.ts";
import { formatTextScalar, quoteText } from "./scalar.ts";
import type { Site, Statement } from "./site.ts";

/**
 * Compiles `{{#text}}…{{/text}}`. The body's lines lose the indentation that
 * all of them have in the template; the text ends like a `|` block, with
 * `chomp=true` like a `|-` block.
 *
 * @param node The block.
 * @param site Where it stands.
 * @returns The closure.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeTemplate } from "./testing.ts";
 * const text = "a: {{#text}}\n  b: {{x}}\n  {{/text}}\n";
 * assertEquals(writeTemplate(text, { x: 1 }), 'a: "b: 1\\n"\n');
 * ```
 */
export function compileText(node: BlockNode, site: Site): Statement {
  checkChomp(node, site);
  const chomp =
    node.hash?.pairs.some(({ value }) =>
      value.type === "BooleanLiteral" && value.value
    ) ?? false;
  const inner: Site = { ...site, mode: "text", dedent: indentOf(node, site) };
  const body = site.compileProgram(node.program, inner);
  const quote = site.mode === "yaml" ? quoteText : formatTextScalar;
  return (slots, run) => {
    const before = run.out;
    run.out = "";
    body(slots, run);
    const text = finish(run.out, chomp);
    run.out = before;
    write(run, `${quote(text)}\n`);
  };
}

function checkChomp(node: BlockNode, site: Site): void {
  for (const { value } of node.hash?.pairs ?? []) {
    if (value.type === "BooleanLiteral") continue;
    site.report(
      TEMPLATE_RULES["templates/arguments"],
      locationOf(site.path, value),
      'Cannot use this as "chomp": write true or false',
    );
  }
}

/** The indentation that all lines of the body have that write something. */
function indentOf(node: BlockNode, { template }: Site): number {
  const first = node.loc.start.line;
  const last = node.loc.end.line;
  const indents = template.layout.lines.slice(first, last - 1)
    .filter((line, i) =>
      line.trim() !== "" && !template.layout.blockTags.has(first + i + 1)
    )
    .map((line) => line.length - line.trimStart().length);
  return indents.length === 0 ? 0 : Math.min(...indents);
}

/** The body begins after the line of the opening tag; `|` keeps one line end. */
function finish(text: string, chomp: boolean): string {
  const body = text.slice(text.indexOf("\n") + 1).replace(/\n+$/, "");
  return body === "" || chomp ? body : `${body}\n`;
}
