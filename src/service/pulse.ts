/**
 * Whether loops still go round.
 *
 * @module
 */

/** Knows when each loop last did its work. */
export class Pulse {
  readonly #last = new Map<string, number>();
  readonly #now: () => number;

  /**
   * @param loops The loops, by what they do, as `Cannot <loop>` says it.
   * @param now Tells the time in milliseconds.
   */
  constructor(
    loops: readonly string[],
    now: () => number = () => performance.now(),
  ) {
    this.#now = now;
    for (const loop of loops) this.beat(loop);
  }

  /**
   * Takes note that a loop did its work.
   *
   * @param loop Which one.
   */
  beat(loop: string): void {
    this.#last.set(loop, this.#now());
  }

  /**
   * Tells which loop has not done its work for too long.
   *
   * @param ms For how long.
   * @returns What is wrong; `undefined` where nothing is.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * let now = 0;
   * const pulse = new Pulse(["render"], () => now);
   * assertEquals(pulse.trouble(1000), undefined);
   * now = 2000;
   * assertEquals(pulse.trouble(1000), "Cannot render: not done for 2 seconds");
   * ```
   */
  trouble(ms: number): string | undefined {
    for (const [loop, last] of this.#last) {
      const age = this.#now() - last;
      if (age > ms) {
        return `Cannot ${loop}: not done for ${Math.round(age / 1000)} seconds`;
      }
    }
    return undefined;
  }
}
