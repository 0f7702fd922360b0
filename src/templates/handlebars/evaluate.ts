/**
 * One evaluation of a compiled template.
 *
 * @module
 */

import type { ValueMap } from "../../model/mod.ts";
import { ArgumentError } from "./helpers/mod.ts";
import type { Location } from "./location.ts";
import {
  beginRun,
  type Run,
  RUN_LIMITS,
  type RunLimits,
  TemplateError,
} from "./run.ts";
import type { Compiled } from "./site.ts";

/** What a template wrote, or why it could not. */
export type Evaluation =
  | { readonly kind: "written"; readonly text: string }
  | {
    readonly kind: "failed";
    readonly message: string;
    /** Where in the template; unknown where a limit was reached. */
    readonly location?: Location;
    /** The path that has no value, as the template writes it. */
    readonly path?: string;
    /** Its steps, where it starts from the template's data. */
    readonly steps?: readonly string[];
  };

/**
 * Evaluates a template.
 *
 * @param template The template.
 * @param data What its paths are read from.
 * @param limits How much it may use.
 * @returns What it wrote, or why it could not.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { evaluateTemplate } from "./testing.ts";
 * assertEquals(
 *   evaluateTemplate({ text: "a: {{b}}", data: { b: "yes" } }),
 *   { kind: "written", text: 'a: "yes"\n' },
 * );
 * ```
 */
export function evaluate(
  template: Compiled,
  data: ValueMap,
  limits: RunLimits = RUN_LIMITS,
): Evaluation {
  const run = beginRun(limits);
  const slots = new Array(template.slots);
  slots[0] = data;
  try {
    template.statement(slots, run);
    return { kind: "written", text: run.out };
  } catch (error) {
    return describe(error, run);
  }
}

function describe(error: unknown, { call }: Run): Evaluation {
  if (error instanceof ArgumentError) {
    const reason = error.message.replace("Expected", "expected");
    const message = `Cannot call "${call?.name}": ${reason}`;
    return { kind: "failed", message, ...at(call?.location) };
  }
  if (error instanceof RangeError) {
    const message = "Cannot finish the template: a value is nested too deeply";
    return { kind: "failed", message, ...at(call?.location) };
  }
  if (!(error instanceof TemplateError)) throw error;
  const { message, location = call?.location, path, steps } = error;
  return {
    kind: "failed",
    message,
    ...at(location),
    ...(path === undefined ? {} : { path }),
    ...(steps === undefined ? {} : { steps }),
  };
}

function at(location: Location | undefined): { location?: Location } {
  return location === undefined ? {} : { location };
}
