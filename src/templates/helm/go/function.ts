/**
 * Functions that templates call, and what they may use of the run.
 *
 * @module
 */

import type { GoMap, GoValue } from "./value.ts";

/**
 * The type of a parameter: decides which arguments are accepted, and is named
 * in the error for those that are not. `value` is Go's `reflect.Value`: anything,
 * with "no value" passed on as `undefined`.
 */
export type GoType =
  | "any"
  | "value"
  | "string"
  | "bool"
  | "int"
  | "int64"
  | "float64"
  | "map"
  | "list"
  | "strings"
  | "bytes"
  | "time.Time"
  | "*semver.Version";

/**
 * A function of Go, as templates see it. Arguments have been checked against
 * `params`; a missing value arrives as `null` (a nil interface, map or slice).
 */
export interface GoFunction {
  readonly params: readonly GoType[];
  /** The type of further arguments, where it takes any number of them. */
  readonly variadic?: GoType;
  /** Answers; throws `GoFailure` where the function of Go returns an error. */
  readonly call: (args: readonly GoValue[], run: Run) => GoValue;
}

/** Functions by name. */
export type FunctionTable = ReadonlyMap<string, GoFunction>;

/** What a function may use of the run that it is called in. */
export interface Run {
  /** Executes a template of the set, as Helm's `include` does. */
  include(name: string, data: GoValue): string;
  /** Executes a text as a template, as Helm's `tpl` does. */
  tpl(text: string, data: GoValue): string;
  /** Answers `lookup` as Helm does without a cluster, and notes the question. */
  lookup(): GoMap;
  /**
   * Counts work against the run's limit.
   *
   * @param count How many steps; about one for each value or 64 characters.
   */
  step(count?: number): void;
}
