/**
 * IP addresses and networks as Go reads them.
 *
 * @module
 */

/**
 * Whether a text is an IP address.
 *
 * @param text The text.
 * @returns Whether it is one, of version 4 without leading zeros, or 6.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isAddress("10.0.0.1"));
 * assert(isAddress("fd00::1"));
 * assert(!isAddress("10.0.0.01"));
 * ```
 */
export function isAddress(text: string): boolean {
  return text.includes(":") ? isVersion6(text) : isVersion4(text);
}

/**
 * Whether a text is a network: an address, a slash and a number of bits.
 *
 * @param text The text.
 * @returns Whether it is one.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isNetwork("10.0.0.0/8"));
 * assert(!isNetwork("10.0.0.0/33"));
 * ```
 */
export function isNetwork(text: string): boolean {
  const slash = text.indexOf("/");
  const [address, bits] = [text.slice(0, slash), text.slice(slash + 1)];
  const most = address.includes(":") ? 128 : 32;
  return slash >= 0 && isAddress(address) && /^(0|[1-9]\d{0,2})$/.test(bits) &&
    Number(bits) <= most;
}

function isVersion4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 &&
    parts.every((part) =>
      /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256
    );
}

function isVersion6(text: string): boolean {
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return false;
  const groups = [...groupsOf(head), ...groupsOf(tail ?? "")];
  const last = groups.at(-1) ?? "";
  const isMixed = last.includes(".");
  const plain = isMixed ? groups.slice(0, -1) : groups;
  const count = plain.length + (isMixed ? 2 : 0);
  return (!isMixed || isVersion4(last)) &&
    plain.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group)) &&
    (tail === undefined ? count === 8 : count < 8);
}

function groupsOf(text: string): string[] {
  return text === "" ? [] : text.split(":");
}
