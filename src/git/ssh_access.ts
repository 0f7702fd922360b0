/**
 * The way into a remote over SSH.
 *
 * @module
 */

import {
  type AccessOutcome,
  type Credentials,
  refuseAccess,
  type RemoteOptions,
} from "./remote_access.ts";

type SshKey = Extract<Credentials, { kind: "ssh" }>;

// Git hands the command to a shell, so nothing in it may mean anything there.
const PLAIN_PATH = /^[\w./@+-]+$/;

const COMMAND = [
  "ssh",
  "-oBatchMode=yes",
  "-oStrictHostKeyChecking=yes",
  "-oConnectTimeout=30",
  "-oServerAliveInterval=15",
];

/**
 * Finds the way into a remote over SSH. Without a key, the ones of the user
 * that k0render runs as are tried.
 *
 * @param url The remote's URL.
 * @param options How it may be reached.
 * @returns What git needs to know, or why there is no way.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(sshAccess(new URL("ssh://git@example.com/a.git"), {}).kind, "access");
 * assertEquals(sshAccess(new URL("ssh://git:pw@example.com/a.git"), {}).kind, "refused");
 * ```
 */
export function sshAccess(url: URL, options: RemoteOptions): AccessOutcome {
  const { credentials } = options;
  if (url.password !== "") {
    return refuseAccess(
      "it has a password in it",
      "Remove it from the URL and use an SSH key",
    );
  }
  if (url.hostname.startsWith("-") || url.username.startsWith("-")) {
    return refuseAccess(
      "its host could be taken for an option",
      "Give the address of a Git repository",
    );
  }
  if (credentials !== undefined && credentials.kind !== "ssh") {
    return refuseAccess("a token is of no use there", "Give it an SSH key");
  }
  const odd = filesOf(credentials).find((path) => !PLAIN_PATH.test(path));
  if (odd !== undefined) {
    return refuseAccess(
      `the path "${odd}" has characters other than letters, digits and "./@+-_"`,
      "Move the file to a plain path",
    );
  }
  return {
    kind: "access",
    access: {
      protocol: "ssh",
      variables: {
        GIT_SSH_VARIANT: "ssh",
        GIT_SSH_COMMAND: command(credentials),
      },
    },
  };
}

function filesOf(key: SshKey | undefined): string[] {
  return key === undefined ? [] : [key.identityFile, key.knownHostsFile];
}

function command(key: SshKey | undefined): string {
  if (key === undefined) return COMMAND.join(" ");
  return [
    ...COMMAND,
    "-oIdentitiesOnly=yes",
    `-oIdentityFile=${key.identityFile}`,
    `-oUserKnownHostsFile=${key.knownHostsFile}`,
  ].join(" ");
}
