/**
 * A GitHub App's token: an hour long, for one repository, and for no more than
 * previews need.
 *
 * @module
 */

import type { Client } from "../http/client.ts";
import type { Credentials } from "../http/credentials.ts";
import { ForgeProblem, problemIn } from "../http/problem.ts";
import type { ForgeCredentials } from "../settings.ts";
import { SILENT } from "./silent.ts";
import { fetchOverClient } from "./fetch_over_client.ts";

/** What the token may do; reading pull requests is part of writing to them. */
const PERMISSIONS = { pull_requests: "write", statuses: "write" } as const;

/** What is asked for a token. */
export interface AppAccess {
  readonly app: ForgeCredentials & { readonly kind: "github-app" };
  /** The repository's name, without its owner. */
  readonly repository: string;
  /** Requests without authorization: they bring that of the App. */
  readonly client: Client;
}

/**
 * Opens GitHub's API with an App.
 *
 * @param access The App, and what for.
 * @returns The credentials.
 * @throws {ForgeProblem} While authorizing, if the key cannot be used or
 * GitHub gives no token.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { ForgeProblem } from "../http/problem.ts";
 * const credentials = await appCredentials({
 *   app: { kind: "github-app", appId: "1", installationId: 2, privateKey: "" },
 *   repository: "fleet",
 *   client: {
 *     api: new URL("https://api.github.com/"),
 *     send: () => Promise.reject(new Error("Not here")),
 *   },
 * });
 * await assertRejects(() => credentials.authorize(false), ForgeProblem);
 * ```
 */
export async function appCredentials(access: AppAccess): Promise<Credentials> {
  const { app, repository, client } = access;
  const { Octokit } = await import("@octokit/rest");
  const { createAppAuth } = await import("@octokit/auth-app");
  const { request } = new Octokit({
    baseUrl: client.api.href.replace(/\/$/, ""),
    request: { fetch: fetchOverClient(client) },
    log: SILENT,
  });
  const auth = app.privateKey === "" ? undefined : createAppAuth({
    appId: app.appId,
    privateKey: app.privateKey,
    installationId: app.installationId,
    request,
    log: SILENT,
  });
  return {
    renewable: true,
    async authorize(renew) {
      try {
        if (auth === undefined) throw new Error("Cannot sign without a key");
        const { token } = await auth({
          type: "installation",
          repositoryNames: [repository],
          permissions: PERMISSIONS,
          refresh: renew,
        });
        return { header: `Bearer ${token}`, secrets: [token] };
      } catch (error) {
        // What a library says of a key may quote it.
        throw problemIn(error) ?? new ForgeProblem({
          kind: "unauthorized",
          reason: "the private key of the GitHub App cannot be used",
        });
      }
    },
  };
}
