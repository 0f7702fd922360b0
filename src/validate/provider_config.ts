/**
 * Checks the keys of `provider.config`.
 *
 * @module
 */

import { didYouMean } from "../k0rdent/mod.ts";
import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";
import { serviceHolders } from "./service_holders.ts";

/** What KCM's Sveltos adapter reads. */
const KNOWN_KEYS: readonly string[] = [
  "continueOnError",
  "driftExclusions",
  "driftIgnore",
  "maxConsecutiveFailures",
  "patches",
  "policyRefs",
  "priority",
  "reloader",
  "stopMatchingBehavior",
  "stopOnConflict",
  "syncMode",
  "templateResourceRefs",
];

/** Keys that have another name here than beside `provider`. */
const RENAMED: Readonly<Record<string, string>> = { reload: "reloader" };

/** Other providers have configurations of their own. */
const SVELTOS_PROVIDERS: readonly string[] = ["", "ksm-projectsveltos"];

/**
 * Finds keys that KCM's Sveltos adapter ignores.
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
 * spec: {serviceSpec: {provider: {config: {reload: true}}}}
 * `);
 * const found = [...checkProviderConfig(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/provider-config"]);
 * ```
 */
export function* checkProviderConfig(input: ValidateInput): Iterable<Finding> {
  for (const holder of serviceHolders(input.inventory)) {
    const { name = "", config } = holder.spec.serviceSpec.provider;
    if (config === undefined || !SVELTOS_PROVIDERS.includes(name)) continue;
    for (const key of Object.keys(config)) {
      if (KNOWN_KEYS.includes(key)) continue;
      const nearest = Object.hasOwn(RENAMED, key)
        ? RENAMED[key]
        : didYouMean(key, KNOWN_KEYS);
      yield report(holder, "validate/provider-config", {
        field: ["spec", "serviceSpec", "provider", "config", key],
        key: true,
        message: `Cannot use "${key}" in the provider.config of ${
          formatIdentity(identityOf(holder.manifest))
        }: k0rdent does not read it`,
        ...(nearest === undefined
          ? {}
          : { remedy: `Did you mean "${nearest}"?` }),
      });
    }
  }
}
