/**
 * Other values in place of one, to see what changes with it.
 *
 * @module
 */

import { isMap, type Value } from "../model/mod.ts";
import { emitYaml, loadYaml, YamlError } from "../yaml/mod.ts";
import { edited } from "./edit.ts";
import { leavesOf } from "./leaves.ts";

/**
 * What marks a text. It is fit for names of Kubernetes objects, and for the
 * end of most other things that have a grammar.
 */
export const MARK = "q0zk";

/** How many numbers of a text are counted up, from its end. */
const MAX_NUMBERS = 5;

/** How many other values of a list of choices are tried. */
const MAX_CHOICES = 8;

/**
 * Whether a text has parts that may go different ways, as the version and the
 * build of `v1.30.2+k0s.0`.
 *
 * @param value The value.
 * @returns Whether one variant is not enough.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(hasParts("v1.30.2+k0s.0"));
 * assert(!hasParts("eu-central-1"));
 * ```
 */
export function hasParts(value: Value): boolean {
  return typeof value === "string" && /[+@:/\n]/.test(value);
}

/**
 * Values to try in place of one, the most telling first.
 *
 * @param value The value.
 * @param choices What else may stand there, where there is a list of it.
 * @returns The values; none of them is the value itself.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(variantsOf(3), [4, 2]);
 * assertEquals(variantsOf("v1.30"), ["v1.30q0zk", "q0zkv1.30", "v1.31", "v2.30"]);
 * ```
 */
export function variantsOf(
  value: Value,
  choices: readonly Value[] = [],
): Value[] {
  const others = choices.filter((choice) => choice !== value);
  return [...ownVariants(value), ...others.slice(0, MAX_CHOICES)];
}

function ownVariants(value: Value): Value[] {
  switch (typeof value) {
    case "string":
      return textVariants(value);
    case "number":
      return [value + 1, value - 1];
    case "bigint":
      return [value + 1n, value - 1n];
    case "boolean":
      return [!value];
    default:
      return value === null
        ? [MARK]
        : isMap(value)
        ? [{ [MARK]: MARK }]
        : [[MARK]];
  }
}

function textVariants(text: string): string[] {
  // The end of a block of YAML or of a script: a comment is good in both.
  if (text.endsWith("\n")) return [`${text}# ${MARK}\n`, ...shaken(text)];
  return text === "" ? [MARK] : [...marked(text), ...counted(text)];
}

/** A text that holds data, with every value in it another one. */
function shaken(text: string): string[] {
  try {
    const data = loadYaml(text);
    return isMap(data) ? [emitYaml(shake(data))] : [];
  } catch (error) {
    if (error instanceof YamlError) return [];
    throw error;
  }
}

function shake<Shaken extends Value>(value: Shaken): Shaken {
  return [...leavesOf(value)].reduce((shaken, leaf) => {
    const [other = MARK] = ownVariants(leaf.value);
    return edited(shaken, leaf.path, other);
  }, value);
}

/** Each number in a text counted up: versions, addresses, names of releases. */
function counted(text: string): string[] {
  return [...text.matchAll(/\d+/g)].slice(-MAX_NUMBERS).reverse().map(
    ({ 0: digits, index }) => {
      const next = String(BigInt(digits) + 1n).padStart(digits.length, "0");
      return text.slice(0, index) + next + text.slice(index + digits.length);
    },
  );
}

function marked(text: string): string[] {
  return [`${text}${MARK}`, `${MARK}${text}`];
}
