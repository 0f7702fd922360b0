/**
 * Which names Kubernetes and Helm allow.
 *
 * @module
 */

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** The longest name of a Helm release. */
export const LONGEST_RELEASE = 53;

/**
 * Whether a text is a DNS label, as namespaces are.
 *
 * @param text The text.
 * @returns Whether it has at most 63 lower-case letters, digits and dashes.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isDnsLabel("kcm-system"));
 * assert(!isDnsLabel("a.b"));
 * ```
 */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && LABEL.test(text);
}

/**
 * Whether a text is a DNS subdomain, as most objects' names are.
 *
 * @param text The text.
 * @returns Whether it is one, of at most 253 characters.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isDnsSubdomain("a.b-c"));
 * assert(!isDnsSubdomain("A"));
 * ```
 */
export function isDnsSubdomain(text: string): boolean {
  return text.length <= 253 && SUBDOMAIN.test(text);
}

/**
 * Whether a text can be a segment of a URL's path, as names of roles are.
 *
 * @param text The text.
 * @returns Whether it is none of `.` and `..` and has neither `/` nor `%`.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isPathSegment("system:node"));
 * assert(!isPathSegment("a/b"));
 * ```
 */
export function isPathSegment(text: string): boolean {
  return text !== "" && text !== "." && text !== ".." && !/[/%]/.test(text);
}

/**
 * Whether a text is what a label's value may be.
 *
 * @param text The text.
 * @returns Whether it is empty or at most 63 characters that labels allow.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isLabelValue(""));
 * assert(!isLabelValue("a b"));
 * ```
 */
export function isLabelValue(text: string): boolean {
  return text === "" || (text.length <= 63 && QUALIFIED.test(text));
}

/**
 * Whether a text is what a label's key may be.
 *
 * @param text The text.
 * @returns Whether it is a name, with a DNS subdomain before it or without.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isLabelKey("k0rdent.mirantis.com/managed"));
 * assert(!isLabelKey("a/b/c"));
 * ```
 */
export function isLabelKey(text: string): boolean {
  const slash = text.indexOf("/");
  const name = text.slice(slash + 1);
  return name !== "" && isLabelValue(name) &&
    (slash < 0 || isDnsSubdomain(text.slice(0, slash)));
}
