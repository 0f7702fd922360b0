/**
 * Functions that Kubernetes adds to CEL, as far as CRDs use them.
 *
 * @module
 */

import type { Environment } from "@marcbachmann/cel-js";
import { isAddress, isNetwork } from "../../ip_address.ts";
import { readPattern } from "../pattern.ts";

/** What `matches` is called where RE2 is to read the pattern. */
export const SAFE_MATCHES = "matchesRE2";

type Comparable = string | number | bigint | boolean;

/**
 * Adds the functions to an environment.
 *
 * @param environment The environment.
 * @returns The same environment.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { Environment } from "@marcbachmann/cel-js";
 * const environment = withKubernetesFunctions(new Environment());
 * assert(environment.evaluate('isIP("10.0.0.1") && [1, 2].isSorted()'));
 * ```
 */
export function withKubernetesFunctions(environment: Environment): Environment {
  return environment
    .registerFunction(`string.${SAFE_MATCHES}(string): bool`, matches)
    .registerFunction("matches(string, string): bool", matches)
    .registerFunction("isIP(string): bool", isAddress)
    .registerFunction("isCIDR(string): bool", isNetwork)
    .registerFunction("isURL(string): bool", isUrl)
    .registerFunction("list.isSorted(): bool", isSorted)
    .registerFunction("list.indexOf(dyn): int", indexOf)
    .registerFunction("list.lastIndexOf(dyn): int", lastIndexOf)
    .registerFunction("list.min(): dyn", (list) => extreme(list, -1))
    .registerFunction("list.max(): dyn", (list) => extreme(list, 1));
}

function matches(text: string, pattern: string): boolean {
  return readPattern(pattern).test(text);
}

function isUrl(text: string): boolean {
  return URL.canParse(text) || text.startsWith("/");
}

function isSorted(list: readonly Comparable[]): boolean {
  return list.every((item, index) => {
    const before = list[index - 1];
    return before === undefined || before <= item;
  });
}

function indexOf(list: readonly unknown[], item: unknown): bigint {
  return BigInt(list.indexOf(item));
}

function lastIndexOf(list: readonly unknown[], item: unknown): bigint {
  return BigInt(list.lastIndexOf(item));
}

function extreme(list: readonly Comparable[], sign: 1 | -1): Comparable {
  const [first, ...others] = list;
  if (first === undefined) {
    throw new RangeError(
      "Cannot take the least or greatest item of an empty list",
    );
  }
  return others.reduce(
    (best, item) => (sign > 0 ? item > best : item < best) ? item : best,
    first,
  );
}
