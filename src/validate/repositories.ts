/**
 * Checks on Helm repositories.
 *
 * @module
 */

import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

/**
 * Finds HelmRepositories with an `oci://` URL that are not of type `oci`.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: source.toolkit.fluxcd.io/v1
 * kind: HelmRepository
 * metadata: {name: a, namespace: b}
 * spec: {url: 'oci://c/d'}
 * `);
 * const found = [...checkRepositories(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/repository-type"]);
 * ```
 */
export function* checkRepositories(input: ValidateInput): Iterable<Finding> {
  for (const repository of input.inventory.helmRepositories.values()) {
    const { url, type } = repository.spec;
    if (!url.startsWith("oci://") || type === "oci") continue;
    yield report(repository, "validate/repository-type", {
      field: type === undefined ? ["spec", "url"] : ["spec", "type"],
      message: `Cannot use ${
        formatIdentity(identityOf(repository.manifest))
      }: its URL is "${url}", but its type is "${type ?? "default"}"`,
    });
  }
}
