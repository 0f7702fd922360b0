/**
 * Tables of cases for the checks of src/validate.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { distribute, takeInventory } from "../src/k0rdent/mod.ts";
import { DEFAULT_CONFIG } from "../src/source/mod.ts";
import { loadLibrary } from "../src/templates/mod.ts";
import type { Check, ValidateInput } from "../src/validate/mod.ts";
import { definitionsOf, inShort } from "./definitions.ts";

/** A case: definitions as YAML, and the findings as `rule field`. */
export type CheckCase = readonly [
  title: string,
  text: string,
  expected: readonly string[],
];

/**
 * What a check looks at, from YAML.
 *
 * @param text The definitions; every document is an object.
 * @param templates The built-in templates: path under `templates/` → text.
 * @returns The input; the system namespace is `kcm-system`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(checkInput("").inventory.all.size, 0);
 * ```
 */
export function checkInput(
  text: string,
  templates: Readonly<Record<string, string>> = {},
): ValidateInput {
  const { inventory } = takeInventory(definitionsOf(text), {
    systemNamespace: "kcm-system",
  });
  const builtIn = new Map(Object.entries(templates));
  return {
    inventory: distribute(inventory),
    config: DEFAULT_CONFIG,
    library: loadLibrary({ builtIn }),
  };
}

/**
 * Registers a test for each case of a check.
 *
 * @param check The check.
 * @param cases The cases.
 * @param templates The built-in templates: path under `templates/` → text.
 */
export function testCheck(
  check: Check,
  cases: readonly CheckCase[],
  templates: Readonly<Record<string, string>> = {},
): void {
  for (const [title, text, expected] of cases) {
    Deno.test(`${check.name}() ${title}`, () => {
      const findings = check(checkInput(text, templates));
      assertEquals(inShort(findings), [...expected]);
    });
  }
}
