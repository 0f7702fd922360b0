/**
 * Why a chart cannot be had.
 *
 * @module
 */

/** Thrown within this room, and caught at its doors. */
export class Unavailable extends Error {
  override name = "Unavailable";
  /** What to do about it; left out where the rule's own remedy is right. */
  readonly remedy: string | undefined;

  /**
   * @param reason What is wrong, to stand behind "Cannot fetch chart ...:".
   * @param remedy What to do about it.
   */
  constructor(reason: string, remedy?: string) {
    super(reason);
    this.remedy = remedy;
  }
}

/** What was asked for, or why it cannot be had. */
export type Availability<Result> =
  | { readonly kind: "available"; readonly result: Result }
  | {
    readonly kind: "unavailable";
    readonly reason: string;
    readonly remedy?: string;
  };

/**
 * Runs what may throw {@linkcode Unavailable}.
 *
 * @param run What to run.
 * @returns Its result, or why there is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const outcome = await catchUnavailable(() => {
 *   throw new Unavailable("there is none");
 * });
 * assertEquals(outcome, { kind: "unavailable", reason: "there is none" });
 * ```
 */
export async function catchUnavailable<Result>(
  run: () => Promise<Result> | Result,
): Promise<Availability<Result>> {
  try {
    return { kind: "available", result: await run() };
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    const { message: reason, remedy } = error;
    return {
      kind: "unavailable",
      reason,
      ...(remedy === undefined ? {} : { remedy }),
    };
  }
}
