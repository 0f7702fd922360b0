/**
 * Checks that labels are what Kubernetes allows.
 *
 * @module
 */

import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";
import { isLabelKey, isLabelValue } from "./name_syntax.ts";

/**
 * Finds labels that the API server would refuse.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: v1
 * kind: ConfigMap
 * metadata: {name: a, namespace: b, labels: {c: 'd e'}}
 * `);
 * const found = [...checkLabels(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/label"]);
 * ```
 */
export function* checkLabels(input: ValidateInput): Iterable<Finding> {
  for (const definition of input.inventory.all.values()) {
    const { labels } = definition.manifest.metadata;
    if (labels === undefined || labels === null) continue;
    const object = formatIdentity(identityOf(definition.manifest));
    for (const [key, value] of Object.entries(labels)) {
      const field = ["metadata", "labels", key];
      if (!isLabelKey(key)) {
        yield report(definition, "validate/label", {
          field,
          key: true,
          message: `Cannot label ${object}: "${key}" is no key of a label`,
        });
      } else if (typeof value === "string" && !isLabelValue(value)) {
        yield report(definition, "validate/label", {
          field,
          message:
            `Cannot label ${object} with "${key}": "${value}" is no value of a label`,
        });
      }
    }
  }
}
