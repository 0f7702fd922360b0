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
 * Finds the addresses of a URL's host that may be connected to.
 *
 * @param egress What may be connected to.
 * @param url The URL.
 * @returns The addresses.
 * @throws {Unavailable} If there are none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeEgress } from "./egress.ts";
 * const hosts = [{ origin: "http://127.0.0.1" }];
 * const url = new URL("http://127.0.0.1/");
 * assertEquals(await openAddresses(makeEgress({ hosts }), url), ["127.0.0.1"]);
 * ```
 */
export async function openAddresses(
  egress: Egress,
  url: URL,
): Promise<string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) === 0 ? await addressesOf(host) : [host];
  const open = addresses.filter((address) => egress.allows(address, host));
  if (open.length > 0) return open;
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
