/**
 * The reading of URLs.
 *
 * @module
 */

import { GoFailure } from "../../go/failure.ts";
import { quote } from "../../go/quote.ts";
import { unescapeUrl } from "./percent.ts";
import { readUser, type UrlParts, type UserInfo } from "./url.ts";

const NOTHING: UrlParts = {
  scheme: "",
  opaque: "",
  host: "",
  path: "",
  query: "",
  fragment: "",
};

// deno-lint-ignore no-control-regex -- what no URL may hold
const CONTROL = /[\0-\x1F\x7F]/;

/**
 * Reads a URL, which may be a mere path.
 *
 * @param text The text.
 * @returns Its parts.
 * @throws {GoFailure} Where it is no URL.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseUrl("http://h:80/a%20b").path, "/a b");
 * ```
 */
export function parseUrl(text: string): UrlParts {
  const [main, hash] = cut(text, "#");
  const url = explain(main, () => parseMain(main));
  if (hash === "") return url;
  const fragment = explain(text, () => unescapeUrl(hash, "fragment"));
  return { ...url, fragment };
}

function explain<T>(text: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof GoFailure)) throw error;
    throw new GoFailure(`parse ${quote(text)}: ${error.message}`);
  }
}

function parseMain(text: string): UrlParts {
  if (CONTROL.test(text)) {
    throw new GoFailure("net/url: invalid control character in URL");
  }
  if (text === "*") return { ...NOTHING, path: "*" };
  const [scheme, afterScheme] = cutScheme(text);
  const [rest, query] = cut(afterScheme, "?");
  if (!rest.startsWith("/")) {
    if (scheme !== "") return { ...NOTHING, scheme, query, opaque: rest };
    if (rest.split("/", 1)[0]?.includes(":")) {
      throw new GoFailure("first path segment in URL cannot contain colon");
    }
  }
  const hasAuthority = rest.startsWith("//") &&
    (scheme !== "" || !rest.startsWith("///"));
  const [authority, slash] = hasAuthority ? cut(rest.slice(2), "/") : [""];
  const escapedPath = slash === undefined
    ? rest
    : rest.slice(2 + authority.length);
  return {
    ...NOTHING,
    ...parseAuthority(authority, scheme),
    scheme,
    query,
    path: unescapeUrl(escapedPath, "path"),
  };
}

function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function cutScheme(text: string): [string, string] {
  if (text.startsWith(":")) throw new GoFailure("missing protocol scheme");
  const scheme = /^([a-zA-Z][\w+.-]*):/.exec(text)?.[1];
  if (scheme === undefined || scheme.includes("_")) return ["", text];
  return [scheme.toLowerCase(), text.slice(scheme.length + 1)];
}

function parseAuthority(
  authority: string,
  scheme: string,
): { host: string; user?: UserInfo } {
  const at = authority.lastIndexOf("@");
  const host = parseHost(authority.slice(at + 1), scheme);
  if (at < 0) return { host };
  const user = authority.slice(0, at);
  if (!/^[\w\-.:~!$&'()*+,;=%@]*$/.test(user)) {
    throw new GoFailure("net/url: invalid userinfo");
  }
  return { host, user: readUser(user) };
}

function parseHost(host: string, scheme: string): string {
  const bracket = host.lastIndexOf("[");
  if (bracket > 0) throw new GoFailure("invalid IP-literal");
  if (bracket === 0) return parseAddress(host);
  const isStrict = scheme === "http" || scheme === "https";
  const colon = isStrict ? host.indexOf(":") : host.lastIndexOf(":");
  if (colon >= 0) checkPort(host.slice(colon));
  return unescapeUrl(host, "host");
}

/** `[fe80::1%25en0]:80` */
function parseAddress(host: string): string {
  const end = host.lastIndexOf("]");
  if (end < 0) throw new GoFailure("missing ']' in host");
  const port = host.slice(end + 1);
  checkPort(port);
  const name = host.slice(1, end);
  const zone = name.indexOf("%25");
  const address = zone < 0 ? name : name.slice(0, zone);
  const shown = unescapeUrl(address, "host") +
    (zone < 0 ? "" : unescapeUrl(name.slice(zone), "zone"));
  if (!address.includes(":") || !URL.canParse(`http://[${address}]`)) {
    throw new GoFailure(
      `invalid host: ParseAddr(${quote(shown)}): unable to parse IP`,
    );
  }
  return `[${shown}]${port}`;
}

function checkPort(port: string): void {
  if (/^(?::\d*)?$/.test(port)) return;
  throw new GoFailure(`invalid port ${quote(port)} after host`);
}
