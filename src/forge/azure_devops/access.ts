import { apiRoot, repositoryParts, webRoot } from "../address.ts";
import { credentialsFor } from "../credentials_for.ts";
import type { Client } from "../http/client.ts";
import { basicCredentials } from "../http/credentials.ts";
import { openClient } from "../open_client.ts";
import type { ForgeSettings } from "../settings.ts";

/** The way into a repository on Azure DevOps. */
export interface AzureAccess {
  readonly client: Client;
  /** The repository's page. */
  readonly page: string;
  /**
   * A path in the repository's API.
   *
   * @param path What follows the repository.
   * @param query What follows the path.
   * @returns The path, with the version of the API.
   */
  path(path: string, query?: Readonly<Record<string, string>>): string;
}

/** The version of the API that is spoken. */
export const API_VERSION = "7.1";

/**
 * Opens a repository on Azure DevOps.
 *
 * @param settings Which one, and what opens it. A token is a personal access
 * token, which stands in place of a password.
 * @returns The way into it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { page } = openAzureAccess({
 *   kind: "azure-devops",
 *   repository: "contoso/platform/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(page, "https://dev.azure.com/contoso/platform/_git/fleet");
 * ```
 */
export function openAzureAccess(settings: ForgeSettings): AzureAccess {
  const web = webRoot(settings.url ?? "https://dev.azure.com");
  const [organization, project, name] = repositoryParts(settings.repository, 3)
    .map(encodeURIComponent);
  const api = apiRoot(settings.apiUrl ?? `${web}/${organization}`);
  const { credentials } = settings;
  return {
    client: openClient(settings, {
      api,
      credentials: credentials.kind === "token"
        ? basicCredentials("", credentials.token)
        : credentialsFor(settings, "Bearer"),
      // A wrong token gets 401, not a page to sign in on.
      headers: { "x-tfs-fedauthredirect": "Suppress" },
    }),
    page: `${web}/${organization}/${project}/_git/${name}`,
    path(path, query = {}) {
      const search = new URLSearchParams({
        ...query,
        "api-version": API_VERSION,
      });
      return `${project}/_apis/git/repositories/${name}/${path}?${search}`;
    },
  };
}
