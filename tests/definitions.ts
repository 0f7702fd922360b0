/**
 * Definitions and findings as tests write them.
 *
 * @module
 */

import {
  type Definition,
  type Finding,
  formatPath,
  isManifest,
} from "../src/model/mod.ts";
import { parseYaml } from "../src/yaml/mod.ts";

/**
 * Reads definitions from YAML.
 *
 * @param text The YAML; every document is an object.
 * @param file The name of the file that it stands for.
 * @returns The definitions.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const [secret] = definitionsOf("{apiVersion: v1, kind: Secret, metadata: {name: a}}");
 * assertEquals(secret?.manifest.metadata.name, "a");
 * ```
 */
export function definitionsOf(
  text: string,
  file = "definitions.yaml",
): Definition[] {
  return parseYaml(text, { file }).documents.map(({ value, origin }) => {
    if (!isManifest(value)) {
      throw new Error(`Cannot read an object in "${file}"`);
    }
    return { manifest: value, origin };
  });
}

/**
 * Writes findings in short, for comparison.
 *
 * @param findings The findings.
 * @returns `rule field` each; a key that is to blame is followed by a colon.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(inShort([]), []);
 * ```
 */
export function inShort(findings: Iterable<Finding>): string[] {
  return [...findings].map(({ rule, place }) => {
    const field = formatPath(place?.field ?? []);
    return `${rule.id} ${field}${place?.key ? ":" : ""}`;
  });
}
