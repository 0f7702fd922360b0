/**
 * Networks that nobody reaches through k0render unless the operator says so:
 * whoever writes definitions must not look into the machine's own network.
 *
 * @module
 */

import { BlockList, isIP } from "node:net";

/** Networks of which no address is a public host (RFC 6890 and successors). */
const SPECIAL = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/128",
  "::1/128",
  // Addresses that carry an IPv4 address, which may be a special one.
  "::/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "2001::/32",
  "2002::/16",
  "100::/64",
  "2001:db8::/32",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];

/** A set of networks. */
export interface Networks {
  /**
   * Whether an address belongs to one of them.
   *
   * @param address An IPv4 or IPv6 address.
   * @returns Whether it does.
   */
  has(address: string): boolean;
}

/**
 * Reads a list of networks.
 *
 * @param texts Networks such as `10.0.0.0/8`, or single addresses.
 * @returns The networks.
 * @throws {RangeError} If one of them is no network.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const networks = makeNetworks(["10.0.0.0/8", "fd00::/8"]);
 * assert(networks.has("10.1.2.3"));
 * assert(networks.has("::ffff:10.1.2.3"));
 * assert(!networks.has("11.1.2.3"));
 * ```
 */
export function makeNetworks(texts: readonly string[]): Networks {
  const list = new BlockList();
  for (const text of texts) {
    if (!isNetwork(text)) {
      throw new RangeError(`Cannot use "${text}": it is no network`);
    }
    const [address = "", prefix] = text.split("/");
    const family = isIP(address) === 4 ? "ipv4" : "ipv6";
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return {
    has: (address) => {
      const plain = withoutMapping(address);
      const version = isIP(plain);
      return version !== 0 &&
        list.check(plain, version === 4 ? "ipv4" : "ipv6");
    },
  };
}

/**
 * Whether a text is a network or an address.
 *
 * @param text The text.
 * @returns Whether it is one.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isNetwork("10.0.0.0/8"));
 * assert(!isNetwork("10.0.0.0/33"));
 * assert(!isNetwork("registry.local"));
 * ```
 */
export function isNetwork(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined ||
    (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/** The networks that are closed unless the operator opens them. */
export const SPECIAL_NETWORKS: Networks = makeNetworks(SPECIAL);

/** `::ffff:10.1.2.3` and `::ffff:a01:203` both reach 10.1.2.3. */
function withoutMapping(address: string): string {
  const [zoneless = ""] = address.split("%");
  const url = isIP(zoneless) === 6 ? URL.parse(`http://[${zoneless}]`) : null;
  const canonical = url === null ? zoneless : url.hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(canonical);
  if (mapped === null) return canonical;
  const [high, low] = [mapped[1], mapped[2]].map((half) =>
    Number.parseInt(half ?? "0", 16)
  );
  const bytes = [high, low].flatMap((half = 0) => [half >> 8, half & 0xff]);
  return bytes.join(".");
}
