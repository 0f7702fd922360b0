/**
 * Opens the forge that the operator configured.
 *
 * @module
 */

import {
  type Forge,
  type ForgeCredentials,
  type ForgeSettings,
  openForge,
  openGit,
} from "../../forge/mod.ts";
import type { Remote } from "../../git/mod.ts";
import type { ForgeConfig } from "./forge_config.ts";
import { type ForkPolicy, forkPolicy } from "./fork_policy.ts";
import { readSecret, readSecretText } from "./secret_source.ts";

/** The forge, and what else the operator decided about it. */
export interface ConfiguredForge {
  readonly forge: Forge;
  /** Left out, no webhook is let in. */
  readonly webhooks?: {
    readonly kind: ForgeSettings["kind"];
    readonly secret: string;
  };
  readonly forks: ForkPolicy;
}

/** Where the forge is used. */
export interface ForgeSurroundings {
  /** The watched repository. */
  readonly remote: Remote;
  readonly signal?: AbortSignal;
}

type HostedConfig = Exclude<ForgeConfig, { kind: "git" }>;

/**
 * Opens the forge that the operator configured, and reads its secrets.
 *
 * @param config The section `forge` of the service configuration.
 * @param surroundings The watched repository.
 * @returns The forge.
 * @throws {Error} If a secret or a file cannot be read, or an address or name
 * cannot be used. The message never quotes a secret.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openRemote } from "../../git/mod.ts";
 * const outcome = openRemote("https://git.example/fleet.git");
 * if (outcome.kind === "remote") {
 *   const { forge, forks } = await openConfiguredForge(
 *     { kind: "git", branches: ["change/*"] },
 *     { remote: outcome.remote },
 *   );
 *   assertEquals([forge.kind, forks.kind], ["git", "off"]);
 * }
 * ```
 */
export async function openConfiguredForge(
  config: ForgeConfig,
  surroundings: ForgeSurroundings,
): Promise<ConfiguredForge> {
  if (config.kind === "git") {
    const { branches } = config;
    return {
      forge: openGit({ ...surroundings, branches }),
      forks: { kind: "off" },
    };
  }
  const { kind, url, apiUrl, repository, caFile, webhook, forks } = config;
  const { signal } = surroundings;
  const forge = await openForge({
    kind,
    repository,
    credentials: await credentialsOf(config),
    ...(url === undefined ? {} : { url }),
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(caFile === undefined
      ? {}
      : { caCerts: [await readCertificates(caFile)] }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (webhook === undefined) return { forge, forks: forkPolicy(forks) };
  const secret = await readSecret(webhook.secret, "the secret of webhooks");
  return { forge, forks: forkPolicy(forks), webhooks: { kind, secret } };
}

async function credentialsOf(config: HostedConfig): Promise<ForgeCredentials> {
  if (config.kind === "github" && config.app !== undefined) {
    const { id: appId, installation: installationId } = config.app;
    const what = "the private key of the GitHub App";
    const privateKey = await readSecretText(config.app.privateKey, what);
    return { kind: "github-app", appId, installationId, privateKey };
  }
  if (config.token === undefined) {
    throw new Error("Cannot open the forge: it has no token");
  }
  const token = await readSecret(config.token, "the token of the forge");
  return config.kind !== "github" && config.username !== undefined
    ? { kind: "basic", username: config.username, password: token }
    : { kind: "token", token };
}

async function readCertificates(caFile: string): Promise<string> {
  try {
    return await Deno.readTextFile(caFile);
  } catch {
    throw new Error(
      `Cannot read the certificates of the forge: no file "${caFile}" can be read`,
    );
  }
}
