/**
 * Mirrors of the Git repositories that charts come from.
 *
 * @module
 */

import { encodeHex } from "@std/encoding";
import { join } from "@std/path";
import { isIP } from "node:net";
import {
  type Credentials,
  initRepository,
  openRemote,
  type Remote,
} from "../../git/mod.ts";
import type { AllowedHost } from "../egress/allowed_host.ts";
import type { Client } from "../http/client.ts";
import { openAddresses } from "../egress/check_addresses.ts";
import { Unavailable } from "../unavailable.ts";
import type { Mirror } from "./find_commit.ts";

/**
 * Opens the mirror of a repository, whose host has to be allowed. Over HTTP git
 * is told which addresses to dial, and follows no redirects; over SSH it looks
 * the name up again, and the known host key says whether it is the right one.
 *
 * @param client What may be connected to.
 * @param address The repository's URL.
 * @param directory Where mirrors are kept.
 * @returns The mirror.
 * @throws {Unavailable} If the host is not allowed.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { makeEgress } from "../egress/egress.ts";
 * import { Unavailable } from "../unavailable.ts";
 * const client = { egress: makeEgress({ hosts: [] }) };
 * await assertRejects(
 *   () => openChartMirror(client, "https://git.example/a.git", "mirrors"),
 *   Unavailable,
 *   "not among the hosts",
 * );
 * ```
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
  const addresses = await openAddresses(client.egress, url);
  const credentials = credentialsOf(host);
  const outcome = openRemote(address, {
    allowHttp: true,
    ...(host.caFile === undefined ? {} : { caFile: host.caFile }),
    ...(credentials === undefined ? {} : { credentials }),
  });
  if (outcome.kind === "refused") {
    throw new Unavailable(outcome.reason, outcome.remedy);
  }
  const remote = withAddresses(outcome.remote, url, addresses);
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

function withAddresses(
  remote: Remote,
  url: URL,
  addresses: readonly string[],
): Remote {
  if (!/^https?:$/.test(url.protocol) || isIP(url.hostname) !== 0) {
    return remote;
  }
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  const resolve = `${url.hostname}:${port}:${addresses.join(",")}`;
  const { access } = remote;
  const config = [
    ...access.config ?? [],
    ["http.curloptResolve", resolve] as const,
  ];
  return { ...remote, access: { ...access, config } };
}

function credentialsOf({ credentials }: AllowedHost): Credentials | undefined {
  if (credentials === undefined) return undefined;
  if ("token" in credentials) return { kind: "bearer", ...credentials };
  if ("password" in credentials) return { kind: "password", ...credentials };
  return { kind: "ssh", ...credentials };
}
