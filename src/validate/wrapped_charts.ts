/**
 * Which charts the chart of a ServiceTemplate wraps.
 *
 * @module
 */

import type { ValidateInput } from "./input.ts";

/**
 * Follows a ServiceTemplate to its chart in the dry source.
 *
 * @param template The template's `namespace/name`.
 * @param input The definitions and packages.
 * @returns The keys below which the chart passes values on; empty where it
 * wraps none, `undefined` where the dry source does not have the chart.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * assertEquals(wrappedCharts("prod/ingress", checkInput("")), undefined);
 * ```
 */
export function wrappedCharts(
  template: string,
  { inventory, library }: Pick<ValidateInput, "inventory" | "library">,
): readonly string[] | undefined {
  const helm = inventory.serviceTemplates.get(template)?.spec.helm;
  const { chart, version } = helm?.chartSpec ?? {};
  if (chart === undefined) return undefined;
  const found = library.clusterPackage(chart, version);
  return found?.engine === "helm" ? found.wraps ?? [] : undefined;
}
