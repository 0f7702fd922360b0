/** Durations of a command, for `--stats`. */
export class Stats {
  readonly #begin = performance.now();

  /**
   * What a command took, as a line of JSON.
   *
   * @param counts What it counted.
   * @returns The line: `ms` since the start, `rssMiB`, and the counts.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * assertEquals(JSON.parse(new Stats().line({ units: 3 })).units, 3);
   * ```
   */
  line(counts: Readonly<Record<string, number>>): string {
    const ms = Math.round(performance.now() - this.#begin);
    const rssMiB = Math.round(Deno.memoryUsage().rss / 2 ** 20);
    return `${JSON.stringify({ ms, rssMiB, ...counts })}\n`;
  }
}
