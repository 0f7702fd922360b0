/**
 * Percent-encoding as Go's `net/url` has it in each part of a URL.
 *
 * @module
 */

import { fromBytes, toBytes } from "../../go/byte_string.ts";
import { GoFailure } from "../../go/failure.ts";
import { quote } from "../../go/quote.ts";

/** A part of a URL. */
export type UrlPart = "host" | "path" | "fragment" | "user" | "zone";

/** The characters beside letters and digits that stand for themselves. */
const UNRESERVED: Readonly<Record<UrlPart, RegExp>> = {
  host: /[\w\-.~!$&'()*+,;=:[\]<>"]/,
  zone: /[\w\-.~!$&'()*+,;=:[\]<>"]/,
  path: /[\w\-.~$&+,/:;=@]/,
  user: /[\w\-.~$&+,;=]/,
  fragment: /[\w\-.~$&+,/:;=?@!()*]/,
};

/**
 * Escapes what cannot stand in a part of a URL.
 *
 * @param text The text.
 * @param part The part.
 * @returns The text, escaped.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(escapeUrl("a b/é", "path"), "a%20b/%C3%A9");
 * ```
 */
export function escapeUrl(text: string, part: UrlPart): string {
  let escaped = "";
  for (const byte of toBytes(text)) {
    const char = String.fromCharCode(byte);
    escaped += byte < 0x80 && UNRESERVED[part].test(char)
      ? char
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return escaped;
}

/**
 * Resolves the escapes in a part of a URL.
 *
 * @param text The text.
 * @param part The part.
 * @returns The text without escapes.
 * @throws {GoFailure} For what is no escape, and what may not be in a host.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(unescapeUrl("a%2Fb", "path"), "a/b");
 * ```
 */
export function unescapeUrl(text: string, part: UrlPart): string {
  const bytes: number[] = [];
  const source = toBytes(text);
  const chars = Array.from(source, (byte) => String.fromCharCode(byte));
  for (let at = 0; at < source.length; at++) {
    const byte = source[at] as number;
    if (byte === 0x25) {
      bytes.push(readEscape(chars.slice(at, at + 3).join(""), part));
      at += 2;
      continue;
    }
    const inHost = part === "host" || part === "zone";
    const char = chars[at] as string;
    if (inHost && byte < 0x80 && !UNRESERVED.host.test(char)) {
      throw new GoFailure(`invalid character ${quote(char)} in host name`);
    }
    bytes.push(byte);
  }
  return fromBytes(new Uint8Array(bytes));
}

function readEscape(escape: string, part: UrlPart): number {
  const value = Number.parseInt(escape.slice(1), 16);
  const isAllowed = /^%[\da-fA-F]{2}$/.test(escape) &&
    (escape === "%25" || isAllowedIn(part, value));
  if (isAllowed) return value;
  throw new GoFailure(`invalid URL escape ${quoteBytes(escape)}`);
}

/** A host has escapes for bytes beyond ASCII only. */
function isAllowedIn(part: UrlPart, byte: number): boolean {
  if (part === "host") return byte >= 0x80;
  if (part !== "zone") return true;
  return byte === 0x20 ||
    byte < 0x80 && UNRESERVED.host.test(String.fromCharCode(byte));
}

function quoteBytes(chars: string): string {
  const bytes = Uint8Array.from(chars, (char) => char.charCodeAt(0));
  return quote(fromBytes(bytes));
}
