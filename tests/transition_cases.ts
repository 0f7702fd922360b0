/**
 * Changes of dry sources, for the checks of src/validate/transitions.
 *
 * @module
 */

import type { Transition } from "../src/validate/transitions/transition.ts";
import { checkInput } from "./check_cases.ts";

/**
 * A change of a dry source whose k0rdent objects Flux applies.
 *
 * @param before The definitions before it, as YAML.
 * @param after Those after it.
 * @returns The change; old places have the position 1:1.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(transitionOf("", "").before.all.size, 0);
 * ```
 */
export function transitionOf(before: string, after: string): Transition {
  const input = checkInput(after, TEMPLATES);
  return {
    before: checkInput(before).inventory,
    after: { ...input, config: { ...input.config, applyLevel: "k0rdent" } },
    fixed: (place) => ({ ...place, position: { line: 1, column: 1 } }),
  };
}

/** Packages for the charts `own` and `other`. */
const TEMPLATES = Object.fromEntries(
  ["own", "other"].flatMap((name) => [
    [`cluster/${name}/package.yaml`, `{name: ${name}, version: 1.0.0}`],
    [`cluster/${name}/manifests/cluster.yaml.hbs`, "kind: Cluster"],
  ]),
);
