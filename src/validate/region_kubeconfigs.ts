/**
 * Checks that the Secrets of Regions hold their kubeconfig.
 *
 * @module
 */

import {
  type Finding,
  formatIdentity,
  getField,
  identityOf,
  isMap,
  type Manifest,
} from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

/** Where Secrets hold their keys, encrypted ones too. */
const DATA_FIELDS = ["data", "stringData"];

/**
 * Finds Regions whose kubeconfig is not in the Secret that they name.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * assertEquals([...checkRegionKubeconfigs(checkInput(""))], []);
 * ```
 */
export function* checkRegionKubeconfigs(
  { inventory }: ValidateInput,
): Iterable<Finding> {
  for (const region of inventory.regions.values()) {
    const { name, key } = region.spec.kubeConfig ?? {};
    if (name === undefined || key === undefined) continue;
    const namespace = inventory.systemNamespace;
    const wanted = { group: "", kind: "Secret", namespace, name };
    const secret = inventory.find(wanted)?.manifest;
    if (secret === undefined || holds(secret, key)) continue;
    yield report(region, "validate/region-kubeconfig", {
      field: ["spec", "kubeConfig", "key"],
      message: `Cannot reach ${formatIdentity(identityOf(region.manifest))}: ${
        formatIdentity(wanted)
      } has no key "${key}"`,
    });
  }
}

function holds(secret: Manifest, key: string): boolean {
  return DATA_FIELDS.some((field) => {
    const data = getField(secret, field);
    return isMap(data) && Object.hasOwn(data, key);
  });
}
