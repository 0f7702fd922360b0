/**
 * How to reach an API server, and as whom.
 *
 * @module
 */

/** An API server, and the credentials for it. */
export interface ClusterConnection {
  /** The server's address, with the path that it is served under. */
  readonly server: string;
  /** The certificates that sign the server's own, in PEM. */
  readonly ca?: string;
  /** The client's certificate and its key, in PEM. */
  readonly certificate?: { readonly cert: string; readonly key: string };
  /** `Authorization`, where the user has a token or a password. */
  readonly headers: Readonly<Record<string, string>>;
  /** The proxy on the way there. */
  readonly proxy?: string;
}

/** A connection, or why there is none. */
export type ConnectOutcome =
  | { readonly kind: "connected"; readonly connection: ClusterConnection }
  | { readonly kind: "refused"; readonly reason: string };
