/**
 * Hints to loops that wait.
 *
 * @module
 */

/**
 * Asks a loop to look now. Hints that arrive during a look are one hint for
 * the next.
 */
export class Hints {
  #pending = Promise.withResolvers<void>();

  /**
   * Asks for a look.
   *
   * @example
   * ```ts
   * const hints = new Hints();
   * hints.give();
   * await hints.next();
   * ```
   */
  give(): void {
    this.#pending.resolve();
  }

  /**
   * Waits for a hint and takes it.
   *
   * @returns When there is one.
   *
   * @example
   * ```ts
   * const hints = new Hints();
   * setTimeout(() => hints.give(), 1);
   * await hints.next();
   * ```
   */
  async next(): Promise<void> {
    await this.#pending.promise;
    this.#pending = Promise.withResolvers<void>();
  }
}

/**
 * Waits between two looks.
 *
 * @param ms How long, at most.
 * @param options What ends it early.
 * @returns When it is time to look.
 *
 * @example
 * ```ts
 * const signal = new AbortController().signal;
 * await pause(1, { hints: new Hints(), signal });
 * ```
 */
export async function pause(
  ms: number,
  options: { hints: Hints; signal: AbortSignal },
): Promise<void> {
  const { hints, signal } = options;
  // One that was given before now is never told of.
  if (signal.aborted) return;
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, ms);
  signal.addEventListener("abort", () => over.resolve(), { once: true });
  await Promise.race([hints.next(), over.promise]);
  clearTimeout(timer);
}
