/**
 * Templates in one call, for tests.
 *
 * @module
 */

import type { Finding, ValueMap } from "../../model/mod.ts";
import { makeCompiler } from "./compile.ts";
import { evaluate, type Evaluation } from "./evaluate.ts";
import { parseTemplate } from "./parse.ts";
import { collectFindings } from "./report.ts";
import type { RunLimits } from "./run.ts";

/** A template with what it needs. */
export interface TestTemplate {
  readonly text: string;
  readonly data?: ValueMap;
  /** Name → text. */
  readonly partials?: Readonly<Record<string, string>>;
  readonly limits?: RunLimits;
}

/**
 * Checks a template.
 *
 * @param template The template.
 * @returns What is wrong with it.
 */
export function lintTemplate(template: TestTemplate): readonly Finding[] {
  return compileTemplate(template).findings;
}

/**
 * Evaluates a template, also where something is wrong with it.
 *
 * @param template The template.
 * @returns What it wrote, or why it could not.
 */
export function evaluateTemplate(template: TestTemplate): Evaluation {
  const { compiled } = compileTemplate(template);
  if (compiled === undefined) return { kind: "failed", message: "No template" };
  return evaluate(compiled, template.data ?? {}, template.limits);
}

/**
 * Writes a template that must be fine.
 *
 * @param text The template.
 * @param data What its paths are read from.
 * @returns What it wrote.
 * @throws {Error} When something is wrong with it.
 */
export function writeTemplate(text: string, data: ValueMap = {}): string {
  const [finding] = lintTemplate({ text });
  if (finding !== undefined) throw new Error(finding.message);
  const evaluation = evaluateTemplate({ text, data });
  if (evaluation.kind === "failed") throw new Error(evaluation.message);
  return evaluation.text;
}

function compileTemplate({ text, partials = {} }: TestTemplate) {
  const { report, findings } = collectFindings();
  const parsed = new Map(
    Object.entries(partials).flatMap(([name, partial]) => {
      const template = parseTemplate(
        { path: `${name}.hbs`, text: partial },
        report,
      );
      return template === undefined ? [] : [[name, template] as const];
    }),
  );
  const template = parseTemplate({ path: "test.hbs", text }, report);
  const compiled = template && makeCompiler(parsed, report)(template);
  return { compiled, findings };
}
