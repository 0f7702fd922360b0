/**
 * Which fields a rule is about.
 *
 * @module
 */

import {
  type ChangePath,
  type ChangeStep,
  type FieldChange,
  type FieldPath,
  getPath,
  type Value,
} from "../../model/mod.ts";
import { sameValue } from "../objects/mod.ts";

/** The way to a field, read once: `*` stands for any field or item. */
export type FieldPattern = readonly string[];

const STEP = /\["([^"]*)"\]|[^.[\]]+/g;

/**
 * Reads a pattern.
 *
 * @param text As in `spec.template.spec` or `metadata.annotations["a.b/c"]`.
 * @returns Its steps.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parsePattern('data["a.b"].*'), ["data", "a.b", "*"]);
 * ```
 */
export function parsePattern(text: string): FieldPattern {
  return [...text.matchAll(STEP)].map(([step, quoted]) => quoted ?? step);
}

/**
 * Whether a change is one of the field that a pattern names: the field itself,
 * something in it, or something around it in which it differs as well.
 *
 * @param change The change.
 * @param pattern The field.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const change = { path: ["spec"], before: { a: 1, b: 1 }, after: { a: 1, b: 2 } };
 * assert(touches(change, ["spec", "b"]));
 * assert(!touches(change, ["spec", "a"]));
 * ```
 */
export function touches(change: FieldChange, pattern: FieldPattern): boolean {
  const { path, before, after } = change;
  const shared = Math.min(path.length, pattern.length);
  for (let index = 0; index < shared; index += 1) {
    if (!isStep(path[index]!, pattern[index]!)) return false;
  }
  const rest = pattern.slice(shared);
  return rest.length === 0 || rest.includes("*") ||
    differ(getPath(before, rest), getPath(after, rest));
}

/**
 * Whether a change is inside the field that a pattern names.
 *
 * @param path The way to what changed.
 * @param pattern The field.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isInside(["spec", "a", "b"], ["spec", "a"]));
 * assert(!isInside(["spec"], ["spec", "a"]));
 * ```
 */
export function isInside(path: ChangePath, pattern: FieldPattern): boolean {
  return path.length >= pattern.length &&
    pattern.every((step, index) => isStep(path[index]!, step));
}

/**
 * The value that an object has at a pattern.
 *
 * @param object The object.
 * @param pattern The field; one with `*` is no single field.
 * @returns The value, or `undefined`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(valueAt({ a: { b: 1 } }, ["a", "b"]), 1);
 * ```
 */
export function valueAt(
  object: Value,
  pattern: FieldPattern,
): Value | undefined {
  return pattern.includes("*")
    ? undefined
    : getPath(object, pattern as FieldPath);
}

function isStep(step: ChangeStep, pattern: string): boolean {
  return pattern === "*" || step === pattern;
}

function differ(left: Value | undefined, right: Value | undefined): boolean {
  return left === undefined || right === undefined
    ? left !== right
    : !sameValue(left, right);
}
