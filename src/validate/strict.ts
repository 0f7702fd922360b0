/**
 * What `--strict` makes of findings.
 *
 * @module
 */

import type { Finding } from "../model/mod.ts";
import type { ValidateRule } from "./input.ts";

/**
 * Warnings of values that nothing reads, or that should not be there: k0rdent
 * takes them all, and whoever wrote them believes that they do something.
 */
const STRICT: readonly ValidateRule[] = [
  "validate/unknown-config-key",
  "validate/secret-in-config",
  "validate/other-identity",
  "validate/provider-config",
  "validate/wrapper-values",
];

/**
 * Makes errors of the warnings that hide mistakes in configuration.
 *
 * @param findings The findings.
 * @returns The same findings, those warnings as errors.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeFinding } from "../model/mod.ts";
 * import { VALIDATE_RULES } from "./rules.ts";
 * const finding = makeFinding(VALIDATE_RULES["validate/unknown-config-key"], "");
 * assertEquals(strictly([finding])[0]?.severity, "error");
 * ```
 */
export function strictly(findings: readonly Finding[]): Finding[] {
  const ids: readonly string[] = STRICT;
  return findings.map((finding) =>
    ids.includes(finding.rule.id) ? { ...finding, severity: "error" } : finding
  );
}
