/**
 * A look at a host's addresses, for programs that dial on their own.
 *
 * @module
 */

import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { Unavailable } from "../unavailable.ts";
import type { Egress } from "./egress.ts";

/**
 * Makes sure that all addresses of a URL's host may be connected to.
 *
 * @param egress What may be connected to.
 * @param url The URL.
 * @throws {Unavailable} If one of them may not, or there are none.
 */
export async function checkAddresses(egress: Egress, url: URL): Promise<void> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) === 0 ? await addressesOf(host) : [host];
  if (addresses.every((address) => egress.allows(address, host))) return;
  throw isClosed(host);
}

/**
 * What is said of a host in a network that is not open.
 *
 * @param host The host.
 * @returns The error.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * assertStringIncludes(isClosed("localhost").message, "special network");
 * ```
 */
export function isClosed(host: string): Unavailable {
  return new Unavailable(
    `"${host}" lies in a private or special network`,
    "If that is meant, open the network: --allow-network 10.0.0.0/8",
  );
}

async function addressesOf(host: string): Promise<string[]> {
  try {
    const found = await lookup(host, { all: true });
    return found.map(({ address }) => address);
  } catch {
    throw new Unavailable(`"${host}" has no address`);
  }
}
