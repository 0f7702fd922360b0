/**
 * From a compiled template to the objects it describes.
 *
 * @module
 */

import { isManifest, type Manifest, type ValueMap } from "../model/mod.ts";
import { loadYamlAll, YamlError } from "../yaml/mod.ts";
import { type Compiled, evaluate } from "./handlebars/mod.ts";
import { problemOf, type TemplateProblem } from "./problem.ts";

/** What a template gave. */
export interface RenderedTemplate {
  readonly objects: readonly Manifest[];
  readonly problems: readonly TemplateProblem[];
}

/**
 * Evaluates a template and reads what it wrote.
 *
 * @param template The template and its path.
 * @param data What its paths are read from.
 * @returns The objects, or what is wrong.
 */
export function renderObjects(
  template: { readonly path: string; readonly compiled: Compiled },
  data: ValueMap,
): RenderedTemplate {
  const evaluation = evaluate(template.compiled, data);
  if (evaluation.kind === "failed") {
    return { objects: [], problems: [problemOf(template.path, evaluation)] };
  }
  try {
    return sortOut(template.path, loadYamlAll(evaluation.text));
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const line = evaluation.text.split("\n")[error.line - 1]?.trim() ?? "";
    const message =
      `Cannot read what the template writes: ${error.message}, at "${line}"`;
    return refuse(template.path, message);
  }
}

function sortOut(
  path: string,
  values: ReturnType<typeof loadYamlAll>,
): RenderedTemplate {
  const objects = values.filter(isManifest);
  if (objects.length === values.length) return { objects, problems: [] };
  const message =
    "Cannot use what the template writes: a document lacks apiVersion, kind or metadata.name";
  return refuse(path, message);
}

function refuse(template: string, message: string): RenderedTemplate {
  return { objects: [], problems: [{ template, line: 1, column: 1, message }] };
}
