/**
 * What is needed to get into a remote.
 *
 * @module
 */

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

/** What git needs to know to get into a remote. */
export type RemoteAccess = Pick<
  SpawnOptions,
  "protocol" | "config" | "variables" | "secrets"
>;

/** The way into a remote, or why there is none. */
export type AccessOutcome =
  | { readonly kind: "access"; readonly access: RemoteAccess }
  | {
    readonly kind: "refused";
    readonly detail: string;
    readonly remedy: string;
  };

/**
 * Says why there is no way into a remote.
 *
 * @param detail What is wrong with its address or the options.
 * @param remedy What to do about it.
 * @returns The outcome.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(refuseAccess("it is odd", "Even it").kind, "refused");
 * ```
 */
export function refuseAccess(detail: string, remedy: string): AccessOutcome {
  return { kind: "refused", detail, remedy };
}
