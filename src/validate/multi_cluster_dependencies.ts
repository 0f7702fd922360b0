/**
 * Checks on what MultiClusterServices depend on.
 *
 * @module
 */

import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { findCycles } from "./cycles.ts";
import { report, type ValidateInput } from "./input.ts";

/**
 * Finds MultiClusterServices that depend on each other in a circle: one
 * finding for each of them, since none of them can begin.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: MultiClusterService
 * metadata: {name: base}
 * spec: {dependsOn: [base]}
 * `);
 * const found = [...checkMultiClusterDependencies(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/dependency-cycle"]);
 * ```
 */
export function* checkMultiClusterDependencies(
  input: ValidateInput,
): Iterable<Finding> {
  const { multiClusterServices } = input.inventory;
  const graph = new Map(
    [...multiClusterServices].map(([name, one]) => [name, one.spec.dependsOn]),
  );
  for (const cycle of findCycles(graph)) {
    const circle = [...cycle, cycle[0]].map((name) => `"${name}"`);
    for (const name of cycle) {
      const service = multiClusterServices.get(name);
      if (service === undefined) continue;
      yield report(service, "validate/dependency-cycle", {
        field: ["spec", "dependsOn"],
        message: `Cannot order ${
          formatIdentity(identityOf(service.manifest))
        }: ${circle.join(" depends on ")}`,
      });
    }
  }
}
