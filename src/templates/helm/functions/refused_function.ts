/**
 * Functions that k0render refuses, since what they give is another thing each
 * time.
 *
 * @module
 */

import { GoFailure } from "../go/failure.ts";

/** Thrown where a template calls for chance, the present, or new keys. */
export class RefusedFunction extends GoFailure {
  override name = "RefusedFunction";

  /**
   * Refuses a function.
   *
   * @param message Why; by default, that it needs the present time.
   */
  constructor(
    message = "Cannot use the present time: rendering is repeatable",
  ) {
    super(message);
  }
}

/**
 * Finds a refusal among the causes of an error.
 *
 * @param error The error.
 * @returns The refusal, or `undefined` where the error has another cause.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const error = new Error("outer", { cause: new RefusedFunction() });
 * assert(refusalIn(error) instanceof RefusedFunction);
 * ```
 */
export function refusalIn(error: unknown): RefusedFunction | undefined {
  let cause = error;
  while (cause instanceof Error) {
    if (cause instanceof RefusedFunction) return cause;
    cause = cause.cause;
  }
  return undefined;
}
