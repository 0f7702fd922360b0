/**
 * Opens a repository on a forge. What a forge needs is loaded when it is.
 *
 * @module
 */

import type { ForgeApi } from "./api.ts";
import { openAzureDevOps } from "./azure_devops/azure_devops.ts";
import { openBitbucketCloud } from "./bitbucket_cloud/bitbucket_cloud.ts";
import { openDataCenter } from "./bitbucket_data_center/bitbucket_data_center.ts";
import type { Forge } from "./forge.ts";
import { openGitea } from "./gitea/gitea.ts";
import { makeForge } from "./make_forge.ts";
import type { ForgeSettings } from "./settings.ts";

/**
 * Opens a repository on a forge. Nothing is sent yet.
 *
 * @param settings Which one, and what opens it.
 * @returns The forge.
 * @throws {TypeError} If an address or the repository's name cannot be used.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const forge = await openForge({
 *   kind: "gitea",
 *   url: "https://gitea.example",
 *   repository: "team/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(
 *   forge.branchUrl("rendered"),
 *   "https://gitea.example/team/fleet/src/branch/rendered",
 * );
 * ```
 */
export async function openForge(settings: ForgeSettings): Promise<Forge> {
  return makeForge(await openApi(settings));
}

async function openApi(settings: ForgeSettings): Promise<ForgeApi> {
  switch (settings.kind) {
    case "github": {
      const { openGitHub } = await import("./github/github.ts");
      return await openGitHub(settings);
    }
    case "gitlab": {
      const { openGitLab } = await import("./gitlab/gitlab.ts");
      return await openGitLab(settings);
    }
    case "gitea":
      return openGitea(settings);
    case "bitbucket-cloud":
      return openBitbucketCloud(settings);
    case "bitbucket-data-center":
      return openDataCenter(settings);
    case "azure-devops":
      return openAzureDevOps(settings);
  }
}
