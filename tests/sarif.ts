/**
 * SARIF logs, held against the schema of SARIF 2.1.0 as OASIS publishes it.
 * Of the packages that carry it, this one is the lightest; it only lets its own
 * code read the file, so its place is found from that of the code.
 *
 * @module
 */

import "@microsoft/sarif-multitool-ts";
import { assert, assertEquals } from "@std/assert";
import { Ajv2020 } from "ajv/dist/2020";
import addFormats from "ajv-formats";

const SCHEMA = new URL(
  "../assets/sarif-2.1.0.schema.json",
  import.meta.resolve("@microsoft/sarif-multitool-ts"),
);

/** A result of a SARIF log, as far as tests look at it. */
export interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations: readonly SarifLocation[];
}

interface SarifLog {
  readonly runs: readonly [{
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly id: string }[] };
    };
    readonly results: readonly SarifResult[];
  }];
}

/** A line of a file in a SARIF log. */
export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: {
      readonly startLine: number;
      readonly startColumn: number;
    };
  };
}

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const isSarif = ajv.compile<SarifLog>(
  JSON.parse(await Deno.readTextFile(SCHEMA)),
);

/**
 * Reads a SARIF log of one run, which must be valid, and whose results must
 * name rules of its own: the schema cannot say that.
 *
 * @param text The log.
 * @returns Its results.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * assertThrows(() => readSarif('{"version": "2.1.0", "runs": 1}'));
 * ```
 */
export function readSarif(text: string): readonly SarifResult[] {
  const log: unknown = JSON.parse(text);
  assert(isSarif(log), ajv.errorsText(isSarif.errors));
  assertEquals(log.runs.length, 1);
  const [{ tool, results }] = log.runs;
  const rules = tool.driver.rules.map(({ id }) => id);
  assertEquals(new Set(rules).size, rules.length);
  for (const { ruleId } of results) assert(rules.includes(ruleId), ruleId);
  return results;
}
