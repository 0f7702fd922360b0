/**
 * Checks that no Secret is in Git as clear text.
 *
 * @module
 */

import { certificateOf } from "../k0rdent/mod.ts";
import {
  type Finding,
  formatIdentity,
  getField,
  identityOf,
  isMap,
  type Manifest,
} from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

/**
 * Finds Secrets with clear text. The text itself is in no message.
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
 * kind: Secret
 * metadata: {name: a, namespace: b}
 * stringData: {c: d}
 * `);
 * const found = [...checkClearTextSecrets(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/clear-text-secret"]);
 * ```
 */
export function* checkClearTextSecrets(
  input: ValidateInput,
): Iterable<Finding> {
  for (const definition of input.inventory.all.values()) {
    const { manifest } = definition;
    if (manifest.apiVersion !== "v1" || manifest.kind !== "Secret") continue;
    for (const field of ["data", "stringData"]) {
      const keys = clearTextKeys(manifest, field);
      if (keys.length === 0) continue;
      const object = formatIdentity(identityOf(manifest));
      const names = keys.map((key) => `"${key}"`).join(", ");
      yield report(definition, "validate/clear-text-secret", {
        field: [field],
        key: true,
        message: `Cannot take ${object}: ${field} holds clear text (${names})`,
      });
    }
  }
}

/** Values that are not empty, neither encrypted by SOPS nor certificates. */
function clearTextKeys(manifest: Manifest, field: string): string[] {
  const data = getField(manifest, field);
  if (!isMap(data)) return [];
  const isSops = getField(getField(manifest, "sops"), "mac") !== undefined;
  return Object.entries(data)
    .filter(([, value]) => value !== null && value !== "")
    .filter(([, value]) => !(isSops && isEncrypted(value)))
    .filter(([key]) => certificateOf(manifest, key) === undefined)
    .map(([key]) => key);
}

function isEncrypted(value: unknown): boolean {
  return typeof value === "string" && /^ENC\[.*\]$/s.test(value);
}
