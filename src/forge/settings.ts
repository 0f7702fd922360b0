/**
 * Which repository on which forge, and what opens it.
 *
 * @module
 */

import type { ForgeKind } from "./forge.ts";

/** What opens a forge's API. Secrets are values here, never names of files. */
export type ForgeCredentials =
  | { readonly kind: "token"; readonly token: string }
  /** An account with a token in place of a password: Bitbucket. */
  | {
    readonly kind: "basic";
    readonly username: string;
    readonly password: string;
  }
  /** A GitHub App, as it is installed where the repository is. */
  | {
    readonly kind: "github-app";
    /** Its id or client id. */
    readonly appId: string;
    readonly installationId: number;
    /** In PEM. */
    readonly privateKey: string;
  };

/** How the forge is talked to; the defaults are right but for tests. */
export interface ForgeConnection {
  /** The CA certificates to trust instead of the system's, as PEM. */
  readonly caCerts?: readonly string[];
  /** How long one request may take. @default 30_000 */
  readonly timeoutMs?: number;
  /** The pauses before a read is tried again. @default [500, 2_000] */
  readonly retryDelaysMs?: readonly number[];
  /** The time, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  readonly signal?: AbortSignal;
}

/** A repository on a forge. */
export interface ForgeSettings extends ForgeConnection {
  readonly kind: Exclude<ForgeKind, "git">;
  /** The forge's web address; left out for the forge's own public service. */
  readonly url?: string;
  /** The root of its API, where it does not follow from the web address. */
  readonly apiUrl?: string;
  /**
   * The repository: `owner/name`, `group/subgroup/name`, `workspace/name`,
   * `PROJECT/name`; `organization/project/name` for Azure DevOps.
   */
  readonly repository: string;
  readonly credentials: ForgeCredentials;
}
