/**
 * Executes the templates of a chart.
 *
 * @module
 */

import { FUNCTIONS } from "../functions/mod.ts";
import {
  Budget,
  compileTemplates,
  execute,
  type GoLimits,
  type GoMap,
  GoTemplateError,
  withType,
} from "../go/mod.ts";
import type { HelmVersion } from "./chart.ts";
import { ChartError } from "./chart_error.ts";
import { isPartial, type ScopedTemplate } from "./scope.ts";
import { templateProblem } from "./template_problem.ts";

/** What the templates of a chart wrote. */
export interface TemplateOutputs {
  /** The name of each template that is no partial → its text. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether any of them depends on the answer of `lookup`. */
  readonly usesLookup: boolean;
}

/**
 * Executes templates.
 *
 * @param templates The templates, in the order in which Helm executes them.
 * @param options The Helm to follow, and how much they may use together.
 * @returns What they wrote.
 * @throws {ChartError} Where one of them cannot be parsed, or fails.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const template = {
 *   name: "own/templates/a.yaml",
 *   text: "a: {{ .Values.a }}",
 *   data: { Values: { a: 1 } },
 *   basePath: "own/templates",
 * };
 * const { texts } = runTemplates([template], { helm: 4 });
 * assertEquals([...texts.values()], ["a: 1"]);
 * ```
 */
export function runTemplates(
  templates: readonly ScopedTemplate[],
  options: { readonly helm: HelmVersion; readonly limits?: GoLimits },
): TemplateOutputs {
  const sources = new Map(templates.map(({ name, text }) => [name, text]));
  const set = compileTemplates(sources, FUNCTIONS);
  if (set instanceof GoTemplateError) throw failed(set, set.template);
  const budget = new Budget(options.limits);
  const texts = new Map<string, string>();
  let usesLookup = false;
  for (const { name, data, basePath } of templates) {
    if (isPartial(name)) continue;
    data.Template = templateObject(name, basePath, options.helm);
    const executed = execute(set, name, { data, budget });
    if (executed instanceof GoTemplateError) throw failed(executed, name);
    texts.set(name, executed.text.replaceAll("<no value>", ""));
    usesLookup ||= executed.usesLookup;
  }
  return { texts, usesLookup };
}

function templateObject(
  name: string,
  basePath: string,
  helm: HelmVersion,
): GoMap {
  const type = helm === 3 ? "chartutil.Values" : "common.Values";
  return withType<GoMap>({ Name: name, BasePath: basePath }, type);
}

function failed(error: GoTemplateError, template: string): ChartError {
  return new ChartError([templateProblem(error, template)]);
}
