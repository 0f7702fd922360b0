/**
 * Where a repository is, and what is needed to get in.
 *
 * @module
 */

import { encodeBase64 } from "@std/encoding";
import { resolve } from "@std/path";
import type { GitConfig, Protocol } from "./environment.ts";
import type { SpawnOptions } from "./git.ts";

/** What a remote asks for before it lets anyone in. */
export type Credentials =
  | {
    readonly kind: "password";
    readonly username: string;
    /** The password, or an access token. */
    readonly password: string;
  }
  | { readonly kind: "bearer"; readonly token: string }
  | {
    readonly kind: "ssh";
    readonly identityFile: string;
    readonly knownHostsFile: string;
  };

/** How a remote may be reached. */
export interface RemoteOptions {
  readonly credentials?: Credentials | undefined;
  /** Certificates to trust instead of the system's, as a PEM file. */
  readonly caFile?: string | undefined;
  /** Whether `http:` may leave this machine. @default false */
  readonly allowHttp?: boolean;
}

/** A remote that may be talked to. */
export interface Remote {
  /** The address without credentials, fit for messages. */
  readonly url: string;
  /** What git needs to know, for {@linkcode runGit}. */
  readonly access: Pick<
    SpawnOptions,
    "protocol" | "config" | "variables" | "secrets"
  >;
}

/** A remote, or why an address cannot be one. */
export type RemoteOutcome =
  | { readonly kind: "remote"; readonly remote: Remote }
  | {
    readonly kind: "refused";
    readonly reason: string;
    readonly remedy: string;
  };

const SCP_FORM = /^(?:[\w.-]+@)?[\w.-]+:(?!\/\/|\\)[^\s]+$/;
const SAFE_PATH = /^[\w./@+-]+$/;

/**
 * Takes an address from the operator: `https:`, `ssh:`, `user@host:path`, a
 * local path or `file:`; `http:` on loopback only, or where allowed.
 *
 * @param address The address.
 * @param options How it may be reached.
 * @returns The remote, or why the address is refused.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(openRemote("https://example.com/fleet.git").kind, "remote");
 * assertEquals(openRemote("https://me:token@example.com/fleet.git").kind, "refused");
 * assertEquals(openRemote("http://example.com/fleet.git").kind, "refused");
 * assertEquals(openRemote("ext::sh -c evil").kind, "refused");
 * ```
 */
export function openRemote(
  address: string,
  options: RemoteOptions = {},
): RemoteOutcome {
  if (/^[\w+.-]*::/.test(address) || address.startsWith("-")) {
    return refused(address, "it is no address of a repository");
  }
  if (/^[A-Za-z][\w+.-]*:\/\//.test(address)) return openUrl(address, options);
  if (SCP_FORM.test(address)) {
    const colon = address.indexOf(":");
    const path = address.slice(colon + 1).replace(/^\/*/, "/");
    return openUrl(`ssh://${address.slice(0, colon)}${path}`, options);
  }
  return remote(resolve(address), "file");
}

function openUrl(address: string, options: RemoteOptions): RemoteOutcome {
  const url = URL.parse(address);
  if (url === null) return refused("the URL", "it is not valid");
  const shown = `${url.protocol}//${url.host}${url.pathname}`;
  switch (url.protocol) {
    case "https:":
    case "http:":
      return openHttp(url, shown, options);
    case "ssh:":
      return openSsh(url, shown, options);
    case "file:":
      return remote(decodeURIComponent(url.pathname), "file");
    default:
      return refused(
        shown,
        `the protocol "${url.protocol}" is not supported`,
        'Use an "https:" or "ssh:" URL, or a local path',
      );
  }
}

function openHttp(
  url: URL,
  shown: string,
  options: RemoteOptions,
): RemoteOutcome {
  if (url.username !== "" || url.password !== "") {
    return refused(
      shown,
      "it has credentials in it, which end up in logs and process lists",
      "Remove them from the URL and give them to k0render as credentials",
    );
  }
  const plain = url.protocol === "http:";
  if (plain && options.allowHttp !== true && !isLoopback(url.hostname)) {
    return refused(shown, '"http:" is not encrypted', 'Use an "https:" URL');
  }
  const { credentials, caFile } = options;
  if (credentials?.kind === "ssh") {
    return refused(shown, "an SSH key is of no use there", "Give it a token");
  }
  const config: [string, string][] = [];
  if (caFile !== undefined) config.push(["http.sslCAInfo", caFile]);
  const secrets: string[] = [];
  if (credentials !== undefined) {
    const header = authorization(credentials);
    // Bound to the origin, so that no other server ever gets to see it.
    config.push([`http.${url.origin}/.extraHeader`, header]);
    secrets.push(...secretsOf(credentials, header));
  }
  return remote(url.href, plain ? "http" : "https", { config, secrets });
}

type HttpCredentials = Exclude<Credentials, { kind: "ssh" }>;

function authorization(credentials: HttpCredentials): string {
  if (credentials.kind === "bearer") {
    return `Authorization: Bearer ${credentials.token}`;
  }
  const { username, password } = credentials;
  const pair = new TextEncoder().encode(`${username}:${password}`);
  return `Authorization: Basic ${encodeBase64(pair)}`;
}

function secretsOf(credentials: HttpCredentials, header: string): string[] {
  const secret = credentials.kind === "bearer"
    ? credentials.token
    : credentials.password;
  return [secret, encodeURIComponent(secret), header.split(" ")[2] ?? ""];
}

function openSsh(
  url: URL,
  shown: string,
  options: RemoteOptions,
): RemoteOutcome {
  if (url.password !== "") {
    return refused(
      shown,
      "it has a password in it",
      "Remove it from the URL and use an SSH key",
    );
  }
  if (url.hostname.startsWith("-") || url.username.startsWith("-")) {
    return refused(shown, "its host could be taken for an option");
  }
  const { credentials } = options;
  if (credentials !== undefined && credentials.kind !== "ssh") {
    return refused(shown, "a token is of no use there", "Give it an SSH key");
  }
  const unsafe = credentials &&
    [credentials.identityFile, credentials.knownHostsFile]
      .find((path) => !SAFE_PATH.test(path));
  if (unsafe !== undefined) {
    return refused(
      shown,
      `the path "${unsafe}" has characters other than letters, digits and "./@+-_"`,
      "Move the file to a plain path",
    );
  }
  return remote(url.href, "ssh", {
    variables: { GIT_SSH_VARIANT: "ssh", GIT_SSH_COMMAND: ssh(credentials) },
  });
}

function ssh(credentials: Extract<Credentials, { kind: "ssh" }> | undefined) {
  const words = ["ssh", "-oBatchMode=yes", "-oStrictHostKeyChecking=yes"];
  if (credentials !== undefined) {
    words.push(
      "-oIdentitiesOnly=yes",
      `-oIdentityFile=${credentials.identityFile}`,
      `-oUserKnownHostsFile=${credentials.knownHostsFile}`,
    );
  }
  return words.join(" ");
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function remote(
  url: string,
  protocol: Protocol,
  access: {
    config?: GitConfig;
    variables?: Record<string, string>;
    secrets?: readonly string[];
  } = {},
): RemoteOutcome {
  const { config = [], ...rest } = access;
  // The hardened configuration forbids every protocol; this one is meant.
  const allowed = [`protocol.${protocol}.allow`, "always"] as const;
  return {
    kind: "remote",
    remote: {
      url,
      access: { protocol, config: [...config, allowed], ...rest },
    },
  };
}

function refused(
  address: string,
  detail: string,
  remedy = "Give the address of a Git repository",
): RemoteOutcome {
  return {
    kind: "refused",
    reason: `Cannot use "${address}" as a remote: ${detail}`,
    remedy,
  };
}
