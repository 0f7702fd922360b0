/**
 * Where a repository is, and what is needed to get in.
 *
 * @module
 */

import { resolve } from "@std/path";
import { httpAccess } from "./http_access.ts";
import {
  type AccessOutcome,
  refuseAccess,
  type RemoteAccess,
  type RemoteOptions,
} from "./remote_access.ts";
import { sshAccess } from "./ssh_access.ts";

/** A remote that may be talked to. */
export interface Remote {
  /** The address without credentials, fit for messages. */
  readonly url: string;
  /** What git needs to know to get in; it may hold secrets. */
  readonly access: RemoteAccess;
}

/** A remote, or why an address cannot be one. */
export type RemoteOutcome =
  | { readonly kind: "remote"; readonly remote: Remote }
  | {
    readonly kind: "refused";
    readonly reason: string;
    readonly remedy: string;
  };

const SCP_FORM = /^((?:[\w.-]+@)?[\w.-]+):(?!\/\/|\\)\/*([^\s]+)$/;

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
    return noAddress(`"${address}"`, "it is no address of a repository");
  }
  if (/^[A-Za-z][\w+.-]*:\/\//.test(address)) return openUrl(address, options);
  const scp = SCP_FORM.exec(address);
  if (scp !== null) return openUrl(`ssh://${scp[1]}/${scp[2]}`, options);
  return remoteAt(resolve(address), { protocol: "file" });
}

function openUrl(address: string, options: RemoteOptions): RemoteOutcome {
  const url = URL.parse(address);
  if (url === null) return noAddress("the URL", "it is not valid");
  if (url.protocol === "file:") {
    return remoteAt(decodeURIComponent(url.pathname), { protocol: "file" });
  }
  const outcome = accessTo(url, options);
  if (outcome.kind === "access") return remoteAt(url.href, outcome.access);
  // Whatever is wrong with it, the message must not repeat a password.
  const shown = `"${url.protocol}//${url.host}${url.pathname}"`;
  return noAddress(shown, outcome.detail, outcome.remedy);
}

function accessTo(url: URL, options: RemoteOptions): AccessOutcome {
  switch (url.protocol) {
    case "https:":
    case "http:":
      return httpAccess(url, options);
    case "ssh:":
      return sshAccess(url, options);
    default:
      return refuseAccess(
        `the protocol "${url.protocol}" is not supported`,
        'Use an "https:" or "ssh:" URL, or a local path',
      );
  }
}

function remoteAt(url: string, access: RemoteAccess): RemoteOutcome {
  return { kind: "remote", remote: { url, access } };
}

function noAddress(
  shown: string,
  detail: string,
  remedy = "Give the address of a Git repository",
): RemoteOutcome {
  return {
    kind: "refused",
    reason: `Cannot use ${shown} as a remote: ${detail}`,
    remedy,
  };
}
