/**
 * URLs in their parts, as Go's `net/url` knows them.
 *
 * @module
 */

import { escapeUrl, unescapeUrl } from "./percent.ts";

/** Who logs in to a host. */
export interface UserInfo {
  readonly name: string;
  readonly password?: string;
}

/** A URL in its parts, which have no escapes save for the query. */
export interface UrlParts {
  readonly scheme: string;
  /** What follows the scheme, where that is no path: `a@b` of `mailto:a@b`. */
  readonly opaque: string;
  readonly user?: UserInfo;
  /** With the port. */
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/**
 * Writes who logs in.
 *
 * @param user The name, and a password where there is one.
 * @returns The text before the `@`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatUser({ name: "a", password: "b c" }), "a:b%20c");
 * ```
 */
export function formatUser({ name, password }: UserInfo): string {
  const text = escapeUrl(name, "user");
  return password === undefined
    ? text
    : `${text}:${escapeUrl(password, "user")}`;
}

/**
 * Writes a URL.
 *
 * @param url Its parts.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const url = { scheme: "http", opaque: "", host: "h", path: "/a b", query: "", fragment: "" };
 * assertEquals(formatUrl(url), "http://h/a%20b");
 * ```
 */
export function formatUrl(url: UrlParts): string {
  const { scheme, opaque, query, fragment } = url;
  return (scheme === "" ? "" : `${scheme}:`) +
    (opaque === "" ? formatHierarchy(url) : opaque) +
    (query === "" ? "" : `?${query}`) +
    (fragment === "" ? "" : `#${escapeUrl(fragment, "fragment")}`);
}

function formatHierarchy(url: UrlParts): string {
  const { scheme, user, host } = url;
  const path = url.path === "*" ? "*" : escapeUrl(url.path, "path");
  const hasAuthority = scheme !== "" || host !== "" || user !== undefined;
  const slashes = host !== "" || path !== "" || user !== undefined ? "//" : "";
  const authority = hasAuthority
    ? slashes + (user === undefined ? "" : `${formatUser(user)}@`) +
      escapeUrl(host, "host")
    : "";
  if (host !== "" && path !== "" && !path.startsWith("/")) {
    return `${authority}/${path}`;
  }
  // A colon in the first segment would end a scheme.
  const looksLikeScheme = scheme === "" && authority === "" &&
    path.split("/", 1)[0]?.includes(":");
  return looksLikeScheme ? `./${path}` : authority + path;
}

/**
 * The name or address in a host, without port and brackets.
 *
 * @param host The host.
 * @returns The name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(hostnameOf("[::1]:80"), "::1");
 * ```
 */
export function hostnameOf(host: string): string {
  const name = host.replace(/:\d*$/, "");
  return /^\[.*\]$/.test(name) ? name.slice(1, -1) : name;
}

/**
 * Reads who logs in.
 *
 * @param text The text before the `@`.
 * @returns The name, and the password where there is one.
 * @throws {GoFailure} For what is no escape.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readUser("a:b%20c"), { name: "a", password: "b c" });
 * ```
 */
export function readUser(text: string): UserInfo {
  const colon = text.indexOf(":");
  if (colon < 0) return { name: unescapeUrl(text, "user") };
  return {
    name: unescapeUrl(text.slice(0, colon), "user"),
    password: unescapeUrl(text.slice(colon + 1), "user"),
  };
}
