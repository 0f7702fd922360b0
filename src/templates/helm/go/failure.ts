/**
 * The error result of a function of Go.
 *
 * @module
 */

/**
 * Thrown by a function for the error that the function of Go returns. Its
 * message is Go's own text, so it follows Go's grammar and not ours.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const failure = new GoFailure("index of untyped nil");
 * assertEquals(failure.message, "index of untyped nil");
 * ```
 */
export class GoFailure extends Error {
  override name = "GoFailure";
}
