/**
 * What opens a forge's API.
 *
 * @module
 */

import { encodeBase64 } from "@std/encoding";

/** A secret as one request carries it. */
export interface Authorization {
  /** The value of the `Authorization` header. */
  readonly header: string;
  /** What must appear in no message. */
  readonly secrets: readonly string[];
}

/** What opens a forge's API. */
export interface Credentials {
  /**
   * Authorizes one request.
   *
   * @param renew Whether what was given last has been refused as expired.
   * @returns The authorization.
   */
  authorize(renew: boolean): Promise<Authorization>;
  /** Whether asking again gives something new. */
  readonly renewable: boolean;
}

/**
 * A token that stands in the header after a word.
 *
 * @param scheme The word: `Bearer`, or `token` for Gitea.
 * @param token The token.
 * @returns The credentials.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { header } = await tokenCredentials("Bearer", "t0ken").authorize(false);
 * assertEquals(header, "Bearer t0ken");
 * ```
 */
export function tokenCredentials(scheme: string, token: string): Credentials {
  return fixed({ header: `${scheme} ${token}`, secrets: [token] });
}

/**
 * A user with a password, or a token in its place.
 *
 * @param username The user; empty for Azure DevOps.
 * @param password The password.
 * @returns The credentials.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { header } = await basicCredentials("me", "secret").authorize(false);
 * assertEquals(header, "Basic bWU6c2VjcmV0");
 * ```
 */
export function basicCredentials(
  username: string,
  password: string,
): Credentials {
  const pair = new TextEncoder().encode(`${username}:${password}`);
  const encoded = encodeBase64(pair);
  return fixed({ header: `Basic ${encoded}`, secrets: [encoded, password] });
}

function fixed(authorization: Authorization): Credentials {
  return {
    authorize: () => Promise.resolve(authorization),
    renewable: false,
  };
}
