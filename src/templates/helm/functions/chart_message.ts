/**
 * Messages that a chart gives itself, by `fail` and `required`. As in Helm they
 * are marked, so that they can be found in an error that passed through several
 * templates.
 *
 * @module
 */

const START = "HELM_ERR_START";
const END = "HELM_ERR_END";
const MARKED = new RegExp(`${START}(.*)${END}`, "s");

/**
 * Marks a chart's own message.
 *
 * @param message The message.
 * @returns The message between marks.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(chartMessageOf(`x: ${markChartMessage("no name")}`), "no name");
 * ```
 */
export function markChartMessage(message: string): string {
  return `${START}${message}${END}`;
}

/**
 * Finds a chart's own message in an error.
 *
 * @param error The text of the error.
 * @returns The message, or `undefined` where the chart gave none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(chartMessageOf("nil pointer"), undefined);
 * ```
 */
export function chartMessageOf(error: string): string | undefined {
  return MARKED.exec(error)?.[1];
}
