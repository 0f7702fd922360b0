import {
  basicCredentials,
  type Credentials,
  tokenCredentials,
} from "./http/credentials.ts";
import type { ForgeSettings } from "./settings.ts";

/**
 * What opens a forge that takes fixed tokens.
 *
 * @param settings The forge's settings.
 * @param scheme The word before a token in the header.
 * @returns The credentials.
 * @throws {TypeError} If they are those of a GitHub App.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const credentials = credentialsFor({
 *   kind: "gitea",
 *   repository: "team/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * }, "token");
 * assertEquals((await credentials.authorize(false)).header, "token t0ken");
 * ```
 */
export function credentialsFor(
  settings: ForgeSettings,
  scheme: string,
): Credentials {
  const { credentials, kind } = settings;
  switch (credentials.kind) {
    case "token":
      return tokenCredentials(scheme, credentials.token);
    case "basic":
      return basicCredentials(credentials.username, credentials.password);
    case "github-app":
      throw new TypeError(`Cannot open "${kind}" with a GitHub App`);
  }
}
