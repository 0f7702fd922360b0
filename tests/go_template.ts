/**
 * The same templates to Go's text/template and to ours.
 *
 * @module
 */

import {
  Budget,
  compileTemplates,
  execute,
  type GoLimits,
  GoTemplateError,
  type GoValue,
} from "../src/templates/helm/go/mod.ts";
import { FUNCTIONS } from "./go_template_functions.ts";

/** Templates by name, of which the last is executed, and its dot. */
export interface TemplateQuestion {
  readonly templates: readonly (readonly [name: string, text: string])[];
  readonly data: unknown;
}

/** What was written, or the error's text. */
export interface TemplateAnswer {
  readonly text: string;
  readonly error?: string;
}

/** Asks our own engine. */
export function answerOurselves(
  { templates, data }: TemplateQuestion,
  limits?: GoLimits,
): TemplateAnswer {
  const set = compileTemplates(new Map(templates), FUNCTIONS);
  if (set instanceof GoTemplateError) return { text: "", error: set.message };
  const name = templates.at(-1)?.[0] ?? "";
  const done = execute(set, name, {
    data: data as GoValue,
    budget: new Budget(limits),
  });
  if (done instanceof GoTemplateError) return { text: "", error: done.message };
  return { text: done.text };
}
