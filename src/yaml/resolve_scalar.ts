/**
 * What an unquoted scalar means to Kubernetes: the YAML 1.1 of Go's
 * sigs.k8s.io/yaml, which is neither YAML 1.1 nor 1.2 as written down.
 *
 * @module
 */

import type { Value } from "../model/value.ts";

const WORDS: ReadonlyMap<string, boolean | null | number> = new Map<
  string,
  boolean | null | number
>([
  ...spellings(["y", "yes", "on", "true"], true),
  ...spellings(["n", "no", "off", "false"], false),
  ...spellings(["null"], null),
  ["", null],
  ["~", null],
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, NaN] as const),
  ...[".inf", ".Inf", ".INF"].flatMap((word) =>
    [[word, Infinity], [`+${word}`, Infinity], [`-${word}`, -Infinity]] as const
  ),
]);

const WORD_START = /^[yYnNtTfFoO~.+-]/;
const NUMBER_START = /^[-+0-9]/;
const DECIMAL = /^[-+]?(?:0|[1-9][0-9]*)$/;
const PREFIXED = /^([-+]?)0(?:[xX]([0-9a-fA-F]+)|[oO]?([0-7]+)|[bB]([01]+))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** Go takes a sign after this prefix too. */
const SIGNED_BINARY = /^0b([-+])()()([01]+)$/;
const POINT_FLOAT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
const MIN_INT64 = -(2n ** 63n);
const MAX_UINT64 = 2n ** 64n - 1n;

/**
 * Reads an unquoted scalar as Kubernetes does.
 *
 * @param text The scalar.
 * @returns Its value; a string where it is no other type. `.nan` and `.inf`
 * give the number, although JSON, and so Kubernetes, has none of them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(resolveScalar("on"), true);
 * assertEquals(resolveScalar("0644"), 420);
 * assertEquals(resolveScalar("12:30:45"), "12:30:45");
 * assertEquals(resolveScalar("9007199254740993"), 9007199254740993n);
 * ```
 */
export function resolveScalar(text: string): Value {
  const word = text === "" || WORD_START.test(text)
    ? WORDS.get(text)
    : undefined;
  if (word !== undefined) return word;
  if (NUMBER_START.test(text)) {
    return resolveNumber(text.replaceAll("_", ""), text);
  }
  return POINT_FLOAT.test(text) ? finite(text, text) : text;
}

function resolveNumber(digits: string, text: string): Value {
  const integer = parseInteger(digits);
  if (integer !== undefined) return integer;
  return FLOAT.test(digits) ? finite(digits, text) : text;
}

function finite(digits: string, text: string): Value {
  const float = Number(digits.replaceAll("_", ""));
  return Number.isFinite(float) ? float : text;
}

/** An integer that Go holds in an int64 or uint64; else `undefined`. */
function parseInteger(digits: string): number | bigint | undefined {
  if (DECIMAL.test(digits)) {
    if (digits.length < 16) return Number(digits) + 0;
    return narrow(BigInt(digits.replace("+", "")));
  }
  const [, sign, hex, octal, binary] = PREFIXED.exec(digits) ??
    SIGNED_BINARY.exec(digits) ?? [];
  if (sign === undefined) return undefined;
  const magnitude = hex
    ? BigInt(`0x${hex}`)
    : octal
    ? BigInt(`0o${octal}`)
    : BigInt(`0b${binary}`);
  return narrow(sign === "-" ? -magnitude : magnitude);
}

function narrow(integer: bigint): number | bigint | undefined {
  if (integer < MIN_INT64 || integer > MAX_UINT64) return undefined;
  const number = Number(integer);
  return Number.isSafeInteger(number) ? number : integer;
}

function spellings<T>(words: string[], value: T): (readonly [string, T])[] {
  return words.flatMap((word) => {
    const capital = word.charAt(0).toUpperCase() + word.slice(1);
    return [word, capital, word.toUpperCase()].map((w) => [w, value] as const);
  });
}
