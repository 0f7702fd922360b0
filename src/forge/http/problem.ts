/**
 * What went wrong with a forge, on its way to the doors of this room.
 *
 * @module
 */

import type { ForgeFailure, ForgeOutcome } from "../outcome.ts";

/** Thrown within this room, and caught at its doors. */
export class ForgeProblem extends Error {
  override name = "ForgeProblem";
  /** What the caller gets to know. */
  readonly failure: ForgeFailure;
  /** The HTTP status, where the forge answered. */
  readonly status: number | undefined;

  /**
   * @param failure What the caller gets to know; it holds no secret.
   * @param status The HTTP status, where the forge answered.
   */
  constructor(failure: ForgeFailure, status?: number) {
    super("reason" in failure ? failure.reason : failure.kind);
    this.failure = failure;
    this.status = status;
  }
}

/**
 * The problem behind what a library threw: they wrap what their transport
 * throws.
 *
 * @param error What was thrown.
 * @returns The problem, or `undefined` if something else went wrong.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const problem = new ForgeProblem({ kind: "unsupported" });
 * assertEquals(problemIn(new Error("Wrapped", { cause: problem })), problem);
 * assertEquals(problemIn(new Error("Another")), undefined);
 * ```
 */
export function problemIn(error: unknown): ForgeProblem | undefined {
  let here = error;
  for (let depth = 0; depth < 5 && here instanceof Error; depth += 1) {
    if (here instanceof ForgeProblem) return here;
    here = here.cause;
  }
  return undefined;
}

/**
 * Runs what may throw {@linkcode ForgeProblem}.
 *
 * @param run What to run.
 * @returns Its result, or why there is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const outcome = await catchProblem(() => {
 *   throw new ForgeProblem({ kind: "gone", reason: "there is none" });
 * });
 * assertEquals(outcome, { kind: "gone", reason: "there is none" });
 * ```
 */
export async function catchProblem<Value>(
  run: () => Promise<Value> | Value,
): Promise<ForgeOutcome<Value>> {
  try {
    return { kind: "done", value: await run() };
  } catch (error) {
    const problem = problemIn(error);
    if (problem === undefined) throw error;
    return problem.failure;
  }
}
