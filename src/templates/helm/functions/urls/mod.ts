/**
 * URLs in templates.
 *
 * @module
 */

import { GoFailure } from "../../go/failure.ts";
import { getEntry, type GoMap, type GoValue } from "../../go/value.ts";
import { fn, type Functions } from "../define.ts";
import { kindName } from "../kind.ts";
import { parseUrl } from "./parse.ts";
import { formatUrl, formatUser, hostnameOf, type UserInfo } from "./url.ts";

/** URLs. */
export const URLS: Functions = {
  urlParse: fn(["string"], ([text]) => split(text)),
  urlJoin: fn(["map"], ([parts]) => join(parts ?? {})),
};

function split(text: string): GoValue {
  const url = explain("unable to parse url", () => parseUrl(text));
  const { scheme, opaque, user, host, path, query, fragment } = url;
  return {
    scheme,
    host,
    hostname: hostnameOf(host),
    path,
    query,
    opaque,
    fragment,
    userinfo: user === undefined ? "" : formatUser(user),
  };
}

function join(parts: GoMap): string {
  const at = (key: string) => textAt(parts, key);
  const url = {
    scheme: at("scheme"),
    host: at("host"),
    path: at("path"),
    query: at("query"),
    opaque: at("opaque"),
    fragment: at("fragment"),
  };
  const userinfo = at("userinfo");
  const user = userinfo === "" ? undefined : readUserInfo(userinfo);
  return formatUrl(user === undefined ? url : { ...url, user });
}

function textAt(parts: GoMap, key: string): string {
  if (!Object.hasOwn(parts, key)) return "";
  const value = getEntry(parts, key);
  if (typeof value === "string") return value;
  if (value === null || value === undefined) {
    throw new GoFailure(
      "runtime error: invalid memory address or nil pointer dereference",
    );
  }
  throw new GoFailure(
    `unable to parse ${key} key, must be of type string, ` +
      `but ${kindName(value)} found`,
  );
}

function readUserInfo(userinfo: string): UserInfo | undefined {
  return explain(
    "unable to parse userinfo in dict",
    () => parseUrl(`proto://${userinfo}@host`).user,
  );
}

function explain<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof GoFailure)) throw error;
    throw new GoFailure(`${what}: ${error.message}`);
  }
}
