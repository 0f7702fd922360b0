/**
 * Which names of branches and refs may be handed to git.
 *
 * @module
 */

/** Git's own rules, and components that a command could take for an option. */
const FORBIDDEN =
  // deno-lint-ignore no-control-regex -- control characters are what is refused
  /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$|\.$|(?:^|\/)[.-]|\.lock(?:\/|$)/;

const MAX_LENGTH = 200;

/**
 * Whether a text is a full ref name that is safe to hand to git.
 *
 * @param ref The name.
 * @returns Whether it begins with `refs/` and keeps all rules.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isRef("refs/heads/rendered/prod"));
 * assert(!isRef("refs/heads/-x"));
 * assert(!isRef("HEAD"));
 * ```
 */
export function isRef(ref: string): boolean {
  return /^refs\/[^/]+\/[^/]/.test(ref) && ref.length <= MAX_LENGTH &&
    !FORBIDDEN.test(ref);
}

/**
 * Whether a text is a branch name that is safe to hand to git.
 *
 * @param branch The name, without `refs/heads/`.
 * @returns Whether it keeps all rules.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isBranch("rendered"));
 * assert(!isBranch("--force"));
 * assert(!isBranch("a..b"));
 * ```
 */
export function isBranch(branch: string): boolean {
  return branch !== "@" && isRef(branchRef(branch));
}

/**
 * The full name of a branch.
 *
 * @param branch The name, without `refs/heads/`.
 * @returns The name with it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(branchRef("main"), "refs/heads/main");
 * ```
 */
export function branchRef(branch: string): string {
  return `refs/heads/${branch}`;
}

/**
 * The branch that a full name stands for.
 *
 * @param ref The name, with `refs/heads/`.
 * @returns The name without it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(branchName("refs/heads/main"), "main");
 * ```
 */
export function branchName(ref: string): string {
  return ref.slice(branchRef("").length);
}

/**
 * Whether a text is an object's full name.
 *
 * @param text The text.
 * @returns Whether it is 40 hexadecimal digits.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isOid("4b825dc642cb6eb9a060e54bf8d69288fbee4904"));
 * assert(!isOid("main"));
 * ```
 */
export function isOid(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}
