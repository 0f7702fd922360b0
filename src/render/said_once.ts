/**
 * Findings that several units have in common.
 *
 * @module
 */

import { type Finding, identityKey, type UnitResult } from "../model/mod.ts";

/**
 * Leaves out findings that an earlier unit has had: what is wrong with a
 * MultiClusterService is found at each cluster that it selects.
 *
 * @param results The units.
 * @returns The units, each finding at the first that has it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeFinding } from "../model/mod.ts";
 * const rule = { id: "demo/odd", severity: "error", summary: "", remedy: "" } as const;
 * const id = { kind: "layer", layer: "sources" } as const;
 * const failed = { kind: "failed", id, findings: [makeFinding(rule, "Cannot use 3")] } as const;
 * const [, second] = [...saidOnce([failed, failed])];
 * assertEquals(second?.findings, []);
 * ```
 */
export function* saidOnce(
  results: Iterable<UnitResult>,
): Generator<UnitResult> {
  const said = new Set<string>();
  for (const result of results) {
    if (result.findings.length === 0) yield result;
    else yield { ...result, findings: result.findings.filter(isNew) };
  }

  function isNew(finding: Finding): boolean {
    const key = keyOf(finding);
    if (said.has(key)) return false;
    said.add(key);
    return true;
  }
}

function keyOf({ rule, message, place, object }: Finding): string {
  return JSON.stringify([
    rule.id,
    message,
    place,
    object && identityKey(object),
  ]);
}
