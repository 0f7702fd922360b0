/**
 * Things that are worth keeping for a moment, as the index of a repository.
 *
 * @module
 */

/** Long enough for one render, short enough for a service to notice news. */
const KEPT_MS = 60_000;

/** Keeps what was opened for a minute, and failures not at all. */
export class ShortMemory<Result> {
  readonly #known = new Map<
    string,
    { readonly since: number; readonly opening: Promise<Result> }
  >();

  /**
   * Takes what is known, or opens it.
   *
   * @param key What it is known by.
   * @param open Opens it.
   * @returns What was opened.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * const memory = new ShortMemory<number>();
   * let count = 0;
   * await memory.take("a", () => ++count);
   * assertEquals(await memory.take("a", () => ++count), 1);
   * ```
   */
  async take(
    key: string,
    open: () => Promise<Result> | Result,
  ): Promise<Result> {
    const now = performance.now();
    const known = this.#known.get(key);
    if (known !== undefined && now - known.since < KEPT_MS) {
      return await known.opening;
    }
    const opening = Promise.resolve().then(open);
    this.#known.set(key, { since: now, opening });
    try {
      return await opening;
    } catch (error) {
      this.#known.delete(key);
      throw error;
    }
  }
}
