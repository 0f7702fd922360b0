/**
 * What the operator allows for charts: hosts, networks and credentials.
 *
 * @module
 */

import { z } from "zod";
import {
  type AllowedHost,
  type EgressSettings,
  isNetwork,
  parseOrigin,
} from "../../charts/mod.ts";

const hostSchema = z.strictObject({
  host: z.string().transform((text, context) => {
    const origin = parseOrigin(text);
    if (origin !== undefined) return origin;
    context.addIssue(`"${text}" is no host such as ghcr.io`);
    return z.NEVER;
  }).describe(
    "The host, such as ghcr.io or registry.local:5000; with http:// or ssh:// where it does not speak HTTPS.",
  ),
  username: z.string().exactOptional().describe("The user to log in as."),
  password: z.string().exactOptional().describe("The user's password."),
  passwordFile: z.string().exactOptional().describe(
    "A file with the password.",
  ),
  token: z.string().exactOptional().describe("A bearer token."),
  tokenFile: z.string().exactOptional().describe("A file with the token."),
  identityFile: z.string().exactOptional().describe(
    "The private key for SSH, as a file.",
  ),
  knownHostsFile: z.string().exactOptional().describe(
    "The host keys for SSH, as a file.",
  ),
  caFile: z.string().exactOptional().describe(
    "The CA certificates to trust instead of the system's, as a PEM file.",
  ),
});

/** The section `charts` of the service configuration. */
export const chartAccessSchema = z.strictObject({
  hosts: z.array(hostSchema).default([]).describe(
    "The hosts that charts may come from.",
  ),
  networks: z.array(
    z.string().refine(isNetwork, "must be a network such as 10.0.0.0/8"),
  ).default([]).describe(
    "The private networks that these hosts may lie in, such as 10.0.0.0/8.",
  ),
});

/** The section `charts` of the service configuration, as it is written. */
export type ChartAccess = z.output<typeof chartAccessSchema>;

/** A host as the service configuration has it. */
type ConfiguredHost = ChartAccess["hosts"][number];

/**
 * Reads the secrets that hosts refer to.
 *
 * @param access What the operator allows.
 * @returns What may be connected to, with credentials.
 * @throws {Error} If a file with a secret cannot be read, or a host has
 * credentials of two kinds.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const access = chartAccessSchema.parse({ hosts: [{ host: "ghcr.io" }] });
 * assertEquals(await egressSettings(access), {
 *   hosts: [{ origin: "https://ghcr.io" }],
 *   networks: [],
 * });
 * ```
 */
export async function egressSettings(
  access: ChartAccess,
): Promise<EgressSettings> {
  const hosts = [];
  for (const host of access.hosts) hosts.push(await allowedHost(host));
  return { hosts, networks: access.networks };
}

async function allowedHost(host: ConfiguredHost): Promise<AllowedHost> {
  const { host: origin, caFile, username, identityFile, knownHostsFile } = host;
  const password = await secretOf(host.password, host.passwordFile);
  const token = await secretOf(host.token, host.tokenFile);
  const found: NonNullable<AllowedHost["credentials"]>[] = [];
  if (username !== undefined && password !== undefined) {
    found.push({ username, password });
  }
  if (token !== undefined) found.push({ token });
  if (identityFile !== undefined && knownHostsFile !== undefined) {
    found.push({ identityFile, knownHostsFile });
  }
  const [credentials] = found;
  const isHalf = (username === undefined) !== (password === undefined) ||
    (identityFile === undefined) !== (knownHostsFile === undefined);
  if (found.length > 1 || isHalf) {
    throw new Error(
      `Cannot use the credentials of "${origin}": give username and password, a token, or identityFile and knownHostsFile`,
    );
  }
  return {
    origin,
    ...(credentials === undefined ? {} : { credentials }),
    ...(caFile === undefined ? {} : { caFile }),
  };
}

async function secretOf(
  text: string | undefined,
  file: string | undefined,
): Promise<string | undefined> {
  if (file === undefined) return text;
  return (await Deno.readTextFile(file)).trim();
}
