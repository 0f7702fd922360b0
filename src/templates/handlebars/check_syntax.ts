/**
 * What Handlebars allows and this language refuses, because it would let a
 * value out of its place or destroy the layout of YAML.
 *
 * @module
 */

import { TEMPLATE_RULES } from "../rules.ts";
import type { Program, StatementNode, Strip } from "./ast.ts";
import { locationOf } from "./location.ts";
import type { Template } from "./parse.ts";
import type { Report } from "./report.ts";

/**
 * Checks a template for what the language refuses.
 *
 * @param template The template.
 * @param report Takes what is refused.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { lintTemplate } from "./testing.ts";
 * const [finding] = lintTemplate({ text: "a: {{{x}}}" });
 * assertEquals(finding?.message, "Cannot write a raw value: use {{…}}");
 * ```
 */
export function checkSyntax(template: Template, report: Report): void {
  for (const { line, column } of template.layout.crowded) {
    const location = { template: template.path, line, column };
    const message =
      "Cannot open, close or continue a block here: the tag needs a line of its own";
    report(TEMPLATE_RULES["templates/placement"], location, message);
  }
  checkProgram(template.program, { path: template.path, report });
}

interface Site {
  readonly path: string;
  readonly report: Report;
}

function checkProgram(program: Program, site: Site): void {
  for (const node of program.body) checkStatement(node, site);
}

function checkStatement(node: StatementNode, site: Site): void {
  const location = locationOf(site.path, node);
  if (stripsOf(node).some((strip) => strip?.open || strip?.close)) {
    const message = 'Cannot use "~": it would trim what YAML needs';
    site.report(
      TEMPLATE_RULES["templates/whitespace-control"],
      location,
      message,
    );
  }
  if (node.type === "MustacheStatement" && !node.escaped) {
    const message = "Cannot write a raw value: use {{…}}";
    site.report(TEMPLATE_RULES["templates/raw-output"], location, message);
  }
  if (UNSUPPORTED.has(node.type)) {
    const message = "Cannot use decorators and partial blocks";
    site.report(TEMPLATE_RULES["templates/unsupported"], location, message);
  }
  if (node.type === "BlockStatement") {
    if (node.program !== undefined) checkProgram(node.program, site);
    if (node.inverse !== undefined) checkProgram(node.inverse, site);
  }
}

const UNSUPPORTED: ReadonlySet<string> = new Set([
  "Decorator",
  "DecoratorBlock",
  "PartialBlockStatement",
]);

function stripsOf(node: StatementNode): readonly (Strip | undefined)[] {
  if (node.type === "BlockStatement") {
    return [node.openStrip, node.inverseStrip, node.closeStrip];
  }
  return "strip" in node ? [node.strip] : [];
}
