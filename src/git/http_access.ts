/**
 * The way into a remote over HTTP.
 *
 * @module
 */

import { encodeBase64 } from "@std/encoding";
import type { GitConfig } from "./environment.ts";
import {
  type AccessOutcome,
  type Credentials,
  refuseAccess,
  type RemoteOptions,
} from "./remote_access.ts";

type HttpCredentials = Exclude<Credentials, { kind: "ssh" }>;

// A line feed in a token would begin another header.
// deno-lint-ignore no-control-regex -- control characters are what is refused
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

/**
 * Finds the way into a remote over HTTP.
 *
 * @param url The remote's URL.
 * @param options How it may be reached.
 * @returns What git needs to know, or why there is no way.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(httpAccess(new URL("https://example.com/a.git"), {}).kind, "access");
 * assertEquals(httpAccess(new URL("http://example.com/a.git"), {}).kind, "refused");
 * ```
 */
export function httpAccess(url: URL, options: RemoteOptions): AccessOutcome {
  const { credentials, caFile, allowHttp = false } = options;
  if (url.username !== "" || url.password !== "" || url.search !== "") {
    return refuseAccess(
      "it has credentials in it, which end up in logs and process lists",
      "Remove them from the URL and give them to k0render as credentials",
    );
  }
  if (url.protocol === "http:" && !allowHttp && !isLoopback(url.hostname)) {
    return refuseAccess('"http:" is not encrypted', 'Use an "https:" URL');
  }
  const protocol = url.protocol === "http:" ? "http" : "https";
  const trust: GitConfig = caFile === undefined
    ? []
    : [["http.sslCAInfo", caFile]];
  if (credentials === undefined) {
    return { kind: "access", access: { protocol, config: trust } };
  }
  if (credentials.kind === "ssh") {
    return refuseAccess("an SSH key is of no use there", "Give it a token");
  }
  if (CONTROL_CHARACTER.test(secretOf(credentials))) {
    return refuseAccess(
      "its token has a line break or another control character in it",
      "Remove the line break at the token's end",
    );
  }
  return {
    kind: "access",
    access: {
      protocol,
      config: [...trust, header(url, credentials)],
      secrets: secretsOf(credentials),
    },
  };
}

/** Bound to the origin, so that no other server ever gets to see it. */
function header(url: URL, credentials: HttpCredentials): GitConfig[number] {
  return [`http.${url.origin}/.extraHeader`, authorization(credentials)];
}

function secretOf(credentials: HttpCredentials): string {
  return credentials.kind === "bearer"
    ? credentials.token
    : credentials.password;
}

/** Everything that gives the secret away, as git might print it. */
function secretsOf(credentials: HttpCredentials): string[] {
  const secret = secretOf(credentials);
  const [, , sent = ""] = authorization(credentials).split(" ");
  return [secret, encodeURIComponent(secret), sent];
}

function authorization(credentials: HttpCredentials): string {
  if (credentials.kind === "bearer") {
    return `Authorization: Bearer ${credentials.token}`;
  }
  const { username, password } = credentials;
  const pair = new TextEncoder().encode(`${username}:${password}`);
  return `Authorization: Basic ${encodeBase64(pair)}`;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
