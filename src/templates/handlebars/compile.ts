/**
 * From syntax trees to closures that write what the templates say.
 *
 * @module
 */

import type { Value } from "../../model/mod.ts";
import { TEMPLATE_RULES } from "../rules.ts";
import type { Program, StatementNode } from "./ast.ts";
import { compileBlock } from "./block.ts";
import { checkSyntax } from "./check_syntax.ts";
import { compileContent } from "./content.ts";
import { compileMustache } from "./mustache.ts";
import type { Template } from "./parse.ts";
import { compilePartial } from "./partial.ts";
import type { Report } from "./report.ts";
import { type Run, spend } from "./run.ts";
import { ROOT_SCOPE } from "./scope.ts";
import type { Compiled, Mode, Site, Statement } from "./site.ts";

/** Compiles templates that share partials. */
export type Compiler = (template: Template) => Compiled;

/**
 * Makes a compiler.
 *
 * @param partials The partials by their names.
 * @param report Takes what is wrong with a template or a partial it uses.
 * @returns The compiler; it compiles each partial once for YAML and once for
 * texts.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { evaluate } from "./evaluate.ts";
 * import { parseTemplate } from "./parse.ts";
 * import { collectFindings } from "./report.ts";
 * const { report } = collectFindings();
 * const template = parseTemplate({ path: "a.hbs", text: "a: {{b}}" }, report);
 * const compile = makeCompiler(new Map(), report);
 * assertEquals(
 *   template && evaluate(compile(template), { b: 1 }),
 *   { kind: "written", text: "a: 1\n" },
 * );
 * ```
 */
export function makeCompiler(
  partials: ReadonlyMap<string, Template>,
  report: Report,
): Compiler {
  const compiled = new Map<string, Compiled | "circular">();
  const findPartial: Site["findPartial"] = (name, mode) => {
    const template = partials.get(name);
    if (template === undefined) return "missing";
    const key = `${mode} ${name}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    compiled.set(key, "circular");
    const partial = compileTemplate(template, mode);
    compiled.set(key, partial);
    return partial;
  };
  function compileTemplate(template: Template, mode: Mode): Compiled {
    let slots = 1;
    const site: Site = {
      template,
      path: template.path,
      scope: ROOT_SCOPE,
      report,
      mode,
      dedent: 0,
      takeSlot: () => slots++,
      findPartial,
      compileProgram,
    };
    checkSyntax(template, report);
    const statement = compileProgram(template.program, site);
    return { slots, statement };
  }
  return (template) => {
    try {
      return compileTemplate(template, "yaml");
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const location = { template: template.path, line: 1, column: 1 };
      const message = "Cannot use the template: it is nested too deeply";
      report(TEMPLATE_RULES["templates/too-large"], location, message);
      return { slots: 1, statement: () => {} };
    }
  };
}

function compileProgram(program: Program | undefined, site: Site): Statement {
  const statements = (program?.body ?? [])
    .flatMap((node) => compileStatement(node, site) ?? []);
  const [only] = statements;
  if (only !== undefined && statements.length === 1) return only;
  return (slots: Value[], run: Run) => {
    spend(run, statements.length);
    for (const statement of statements) statement(slots, run);
  };
}

/** What is unsupported or a comment writes nothing. */
function compileStatement(
  node: StatementNode,
  site: Site,
): Statement | undefined {
  switch (node.type) {
    case "ContentStatement":
      return compileContent(node, site);
    case "MustacheStatement":
      return compileMustache(node, site);
    case "BlockStatement":
      return compileBlock(node, site);
    case "PartialStatement":
      return compilePartial(node, site);
    default:
      return undefined;
  }
}
