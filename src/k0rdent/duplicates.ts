/**
 * Objects that are declared more than once.
 *
 * @module
 */

import {
  type Definition,
  type Finding,
  formatIdentity,
  identityOf,
  makeFinding,
  type Origin,
  type Place,
} from "../model/mod.ts";
import { K0RDENT_RULES } from "./rules.ts";

/** So that thousands of copies do not name thousands of others each. */
const MOST_NAMED = 3;

/**
 * Says of each of several definitions of one object where the others are.
 *
 * @param definitions The definitions of one object.
 * @returns One finding for each; none for an object that is declared once.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const manifest = { apiVersion: "v1", kind: "Secret", metadata: { name: "a", namespace: "b" } };
 * const findings = duplicateFindings([
 *   { manifest, origin: { file: "a.yaml", document: 0, line: 1 } },
 *   { manifest, origin: { file: "b.yaml", document: 2, line: 9 } },
 * ]);
 * assertEquals(
 *   findings[0]?.message,
 *   'Cannot tell which Secret b/a is meant: it is also declared in "b.yaml", line 9',
 * );
 * ```
 */
export function duplicateFindings(
  definitions: readonly Definition[],
): Finding[] {
  if (definitions.length < 2) return [];
  // One more than are named, as a definition does not name itself.
  const first = definitions.slice(0, MOST_NAMED + 1);
  return definitions.map(({ manifest, origin }) => {
    const object = identityOf(manifest);
    const others = first.map((other) => other.origin)
      .filter((other) => other !== origin)
      .slice(0, MOST_NAMED);
    const names = others.map(({ file, line }) => `"${file}", line ${line}`);
    const more = definitions.length - 1 - others.length;
    if (more > 0) names.push(`${more} more`);
    return makeFinding(
      K0RDENT_RULES["k0rdent/duplicate-object"],
      `Cannot tell which ${
        formatIdentity(object)
      } is meant: it is also declared in ${names.join(" and ")}`,
      {
        place: namePlace(origin),
        object,
        related: others.map((other) => ({
          place: namePlace(other),
          message: "Also declared here",
        })),
      },
    );
  });
}

function namePlace(origin: Origin): Place {
  return { origin, field: ["metadata", "name"] };
}
