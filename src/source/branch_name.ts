/**
 * Names of branches that come from input.
 *
 * @module
 */

/**
 * Whether a branch may be called so. Stricter than `git check-ref-format`,
 * which lets a name begin with `-` and so look like an option.
 *
 * @param name The name without `refs/heads/`.
 * @returns Whether Git, every forge and every shell take it for a branch.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isBranchName("rendered/prod"));
 * assert(!isBranchName("--upload-pack=evil"));
 * assert(!isBranchName("a..b"));
 * ```
 */
export function isBranchName(name: string): boolean {
  return name.length <= 200 && name.toUpperCase() !== "HEAD" &&
    !name.startsWith("refs/") && !name.includes("..") &&
    name.split("/").every(isComponent);
}

function isComponent(text: string): boolean {
  return /^[A-Za-z0-9_+][A-Za-z0-9_+.-]*$/.test(text) &&
    !text.endsWith(".") && !text.toLowerCase().endsWith(".lock");
}
