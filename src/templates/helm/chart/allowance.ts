/**
 * How much a chart may still bring, with all charts that are packed in it.
 *
 * @module
 */

import { HELM_RULES } from "../rules.ts";
import { type ChartLimits, readArchive } from "./archive.ts";
import { chartError } from "./chart_error.ts";
import type { ChartFile } from "./chart_file.ts";

/**
 * What is left of the limits. Archives side by side within an archive share
 * it, so that they cannot do together what one of them may not.
 */
export class Allowance {
  readonly limits: ChartLimits;
  #bytes: number;
  #entries: number;

  /**
   * Begins with all of it.
   *
   * @param limits The limits.
   */
  constructor(limits: ChartLimits) {
    this.limits = limits;
    this.#bytes = limits.maxBytes;
    this.#entries = limits.maxEntries;
  }

  /**
   * Counts files.
   *
   * @param files The files.
   * @param home The chart's path, for the error.
   * @throws {ChartError} Where there is no room for them.
   *
   * @example
   * ```ts
   * import { assertThrows } from "@std/assert";
   * import { DEFAULT_CHART_LIMITS } from "./archive.ts";
   * const allowance = new Allowance({ ...DEFAULT_CHART_LIMITS, maxBytes: 1 });
   * const file = { path: "a", bytes: new Uint8Array(2) };
   * assertThrows(() => allowance.take([file], "own"), Error, "more than 1 bytes");
   * ```
   */
  take(files: readonly ChartFile[], home: string): void {
    this.#entries -= files.length;
    this.#bytes -= files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (this.#bytes >= 0 && this.#entries >= 0) return;
    const { maxBytes, maxEntries } = this.limits;
    const what = this.#bytes < 0 ? `${maxBytes} bytes` : `${maxEntries} files`;
    throw chartError(
      HELM_RULES["helm/chart"],
      home,
      `Cannot read the chart: it has more than ${what}`,
    );
  }

  /**
   * Unpacks an archive, and counts its files.
   *
   * @param archive The archive.
   * @param home Its path, for the error.
   * @returns Its files.
   * @throws {ChartError} Where it is not sound, or there is no room for it.
   */
  unpack(archive: Uint8Array, home: string): ChartFile[] {
    const limits = {
      ...this.limits,
      maxBytes: this.#bytes,
      maxEntries: this.#entries,
    };
    const files = readArchive(archive, { name: home, limits });
    this.take(files, home);
    return files;
  }
}
