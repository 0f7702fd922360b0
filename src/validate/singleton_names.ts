/**
 * Checks the names of kinds that KCM looks at one object of.
 *
 * @module
 */

import { K0RDENT_GROUP, SINGLETON_NAME } from "../k0rdent/mod.ts";
import {
  type Finding,
  formatIdentity,
  groupOf,
  identityOf,
} from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

const SINGLETONS: readonly string[] = ["AccessManagement", "Management"];

/**
 * Finds objects that KCM never looks at because of their name.
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
 * kind: AccessManagement
 * metadata: {name: ours}
 * `);
 * const found = [...checkSingletonNames(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/singleton-name"]);
 * ```
 */
export function* checkSingletonNames(input: ValidateInput): Iterable<Finding> {
  for (const definition of input.inventory.all.values()) {
    const { apiVersion, kind, metadata } = definition.manifest;
    if (metadata.name === SINGLETON_NAME || !SINGLETONS.includes(kind)) {
      continue;
    }
    if (groupOf(apiVersion) !== K0RDENT_GROUP) continue;
    yield report(definition, "validate/singleton-name", {
      field: ["metadata", "name"],
      message: `Cannot use ${
        formatIdentity(identityOf(definition.manifest))
      }: KCM knows ${kind} "${SINGLETON_NAME}" only`,
    });
  }
}
