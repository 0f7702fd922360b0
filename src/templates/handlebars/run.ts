/**
 * One evaluation of a template: what it has written, what it may still use,
 * and how it fails.
 *
 * @module
 */

import { isMap, type Value } from "../../model/mod.ts";
import type { Location } from "./location.ts";

/** How much one evaluation may use. */
export interface RunLimits {
  /** Statements, helper calls, and values walked through. */
  readonly steps: number;
  /** UTF-16 code units written, intermediate texts included. */
  readonly size: number;
}

/** Ample for a cluster of a thousand machines; out of reach for a bomb. */
export const RUN_LIMITS: RunLimits = { steps: 2_000_000, size: 16_000_000 };

/** The state of one evaluation. */
export interface Run {
  /** What has been written. */
  out: string;
  /** The steps that are left. */
  steps: number;
  /** The code units that are left. */
  size: number;
  /** The call that is being evaluated. */
  call: Call | undefined;
}

/** A call of a helper, or a tag that writes a value. */
export interface Call {
  readonly name: string;
  readonly location: Location;
}

/** Why a template could not be evaluated. */
export class TemplateError extends Error {
  /** Where in the template. */
  readonly location: Location | undefined;
  /** The path that has no value, as the template writes it. */
  readonly path: string | undefined;
  /** Its steps, where it starts from the template's data. */
  readonly steps: readonly string[] | undefined;

  /**
   * @param message What could not be done.
   * @param details Where in the template, and which path has no value.
   */
  constructor(
    message: string,
    details: {
      readonly location?: Location | undefined;
      readonly path?: string;
      readonly steps?: readonly string[] | undefined;
    } = {},
  ) {
    super(message);
    this.name = "TemplateError";
    this.location = details.location;
    this.path = details.path;
    this.steps = details.steps;
  }
}

/**
 * Begins an evaluation.
 *
 * @param limits How much it may use.
 * @returns Its state, with nothing written.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(beginRun().out, "");
 * ```
 */
export function beginRun(limits: RunLimits = RUN_LIMITS): Run {
  return { out: "", steps: limits.steps, size: limits.size, call: undefined };
}

/**
 * Uses up steps.
 *
 * @param run The evaluation.
 * @param count How many.
 * @throws {TemplateError} When none are left.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * const run = beginRun({ steps: 1, size: 1 });
 * spend(run, 1);
 * assertThrows(() => spend(run, 1), TemplateError);
 * ```
 */
export function spend(run: Run, count: number): void {
  run.steps -= count;
  if (run.steps < 0) {
    throw new TemplateError("Cannot finish the template: it takes too long");
  }
}

/**
 * Writes text.
 *
 * @param run The evaluation.
 * @param text What to write.
 * @throws {TemplateError} When more was written than is allowed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const run = beginRun();
 * write(run, "a: 1");
 * assertEquals(run.out, "a: 1");
 * ```
 */
export function write(run: Run, text: string): void {
  spendSize(run, text.length);
  run.out += text;
}

/**
 * Uses up size, as for a text that is made but not written yet.
 *
 * @param run The evaluation.
 * @param size How many code units.
 * @throws {TemplateError} When none are left.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * assertThrows(() => spendSize(beginRun(), 1e9), TemplateError);
 * ```
 */
export function spendSize(run: Run, size: number): void {
  run.size -= size;
  if (run.size < 0) throw tooMuch();
}

function tooMuch(): TemplateError {
  return new TemplateError("Cannot finish the template: it writes too much");
}

/**
 * Joins texts; the size is known to be allowed before memory is taken for it.
 *
 * @param texts The texts.
 * @param separator What to put between them.
 * @returns The joined text.
 * @throws {TemplateError} When it would be larger than a whole evaluation.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(joinTexts(["a", "b"], "-"), "a-b");
 * ```
 */
export function joinTexts(texts: readonly string[], separator = ""): string {
  let size = separator.length * texts.length;
  for (const text of texts) size += text.length;
  if (size > RUN_LIMITS.size) throw tooMuch();
  return texts.join(separator);
}

/**
 * Walks through a value that is about to be written as a whole. Values are
 * built from shared parts, so that a short template could describe an endless
 * text; the walk ends where the evaluation's steps do.
 *
 * @param run The evaluation.
 * @param value The value.
 * @throws {TemplateError} When the value has too many parts.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const run = beginRun({ steps: 10, size: 10 });
 * weigh(run, { a: [1, 2] });
 * assertEquals(run.steps, 6);
 * ```
 */
export function weigh(run: Run, value: Value): void {
  spend(run, 1);
  if (typeof value === "string") spendSize(run, value.length);
  else if (Array.isArray(value)) { for (const item of value) weigh(run, item); }
  else if (isMap(value)) {
    for (const item of Object.values(value)) weigh(run, item);
  }
}
