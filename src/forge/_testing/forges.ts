/**
 * All forges of the tests, each beside how the product opens it.
 *
 * @module
 */

import type { Forge } from "../forge.ts";
import { openForge } from "../open_forge.ts";
import type { ForgeConnection, ForgeSettings } from "../settings.ts";
import { speakAzure } from "./azure_devops.ts";
import { speakBitbucketCloud } from "./bitbucket_cloud.ts";
import { speakDataCenter } from "./bitbucket_data_center.ts";
import { speakGitHub } from "./github.ts";
import { speakGitea } from "./gitea.ts";
import { speakGitLab } from "./gitlab.ts";
import { serveForge, type ServeOptions } from "./serve.ts";
import { makeWorld, TOKEN, type World } from "./world.ts";

/** A forge of the tests. */
export interface TestForge {
  readonly kind: ForgeSettings["kind"];
  readonly serve: Omit<ServeOptions, "world">;
  readonly repository: string;
}

/** All of them. */
export const FORGES: readonly TestForge[] = [
  {
    kind: "github",
    serve: {
      root: "",
      authorization: `Bearer ${TOKEN}`,
      speak: speakGitHub,
    },
    repository: "team/fleet",
  },
  {
    kind: "gitea",
    serve: {
      root: "/api/v1",
      authorization: `token ${TOKEN}`,
      speak: speakGitea,
    },
    repository: "team/fleet",
  },
  {
    kind: "gitlab",
    serve: {
      root: "/api/v4",
      authorization: `Bearer ${TOKEN}`,
      speak: speakGitLab,
    },
    repository: "group/sub/fleet",
  },
  {
    kind: "bitbucket-cloud",
    serve: {
      root: "/2.0",
      authorization: `Bearer ${TOKEN}`,
      speak: speakBitbucketCloud,
    },
    repository: "team/fleet",
  },
  {
    kind: "bitbucket-data-center",
    serve: {
      root: "/rest",
      authorization: `Bearer ${TOKEN}`,
      speak: speakDataCenter,
    },
    repository: "PLAT/fleet",
  },
  {
    kind: "azure-devops",
    serve: {
      root: "/contoso",
      authorization: `Basic ${btoa(`:${TOKEN}`)}`,
      speak: speakAzure,
    },
    repository: "contoso/platform/fleet",
  },
];

/** What a test works with. */
export interface ForgeContext {
  readonly world: World;
  readonly forge: Forge;
  /** Opens the same repository anew, as another process would. */
  open(connection?: ForgeConnection): Promise<Forge>;
}

/** Runs a test against a forge. */
export async function withForge(
  { kind, serve, repository }: TestForge,
  test: (context: ForgeContext) => Promise<void>,
): Promise<void> {
  const world = makeWorld();
  await serveForge({ ...serve, world }, async (url) => {
    const open = (connection: ForgeConnection = {}) =>
      openForge({
        kind,
        url,
        repository,
        credentials: { kind: "token", token: TOKEN },
        retryDelaysMs: [1, 1],
        ...connection,
      });
    await test({ world, forge: await open(), open });
  });
}
