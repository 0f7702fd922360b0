/**
 * Mirrors of the Git repositories that charts come from.
 *
 * @module
 */

import { encodeHex } from "@std/encoding";
import { join } from "@std/path";
import { type Credentials, initRepository, openRemote } from "../../git/mod.ts";
import type { AllowedHost } from "../egress/allowed_host.ts";
import type { Client } from "../http/client.ts";
import { checkAddresses } from "../egress/check_addresses.ts";
import { Unavailable } from "../unavailable.ts";
import type { Mirror } from "./find_commit.ts";

/**
 * Opens the mirror of a repository, whose host has to be allowed. Git looks
 * the name up again when it dials: redirects it does not follow.
 *
 * @param client What may be connected to.
 * @param address The repository's URL.
 * @param directory Where mirrors are kept.
 * @returns The mirror.
 * @throws {Unavailable} If the host is not allowed.
 */
export async function openChartMirror(
  client: Client,
  address: string,
  directory: string,
): Promise<Mirror> {
  const url = URL.parse(address);
  if (url === null || !/^(?:https?|ssh):$/.test(url.protocol)) {
    throw new Unavailable(`"${address}" is no URL with https:// or ssh://`);
  }
  const host = client.egress.hostOf(url);
  await checkAddresses(client.egress, url);
  const credentials = credentialsOf(host);
  const outcome = openRemote(address, {
    allowHttp: true,
    ...(host.caFile === undefined ? {} : { caFile: host.caFile }),
    ...(credentials === undefined ? {} : { credentials }),
  });
  if (outcome.kind === "refused") {
    throw new Unavailable(outcome.reason, outcome.remedy);
  }
  const { remote } = outcome;
  const name = new TextEncoder().encode(remote.url);
  const digest = encodeHex(await crypto.subtle.digest("SHA-256", name));
  const { signal } = client;
  return {
    remote,
    repository: await initRepository(
      join(directory, `${digest.slice(0, 32)}.git`),
    ),
    ...(signal === undefined ? {} : { signal }),
  };
}

function credentialsOf({ credentials }: AllowedHost): Credentials | undefined {
  if (credentials === undefined) return undefined;
  if ("token" in credentials) return { kind: "bearer", ...credentials };
  if ("password" in credentials) return { kind: "password", ...credentials };
  return { kind: "ssh", ...credentials };
}
