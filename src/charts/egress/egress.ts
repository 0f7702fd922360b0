/**
 * The one rule about what k0render may connect to for charts.
 *
 * A definition names any URL it likes. What it reaches is decided here, at the
 * moment of dialling: the origin has to be listed, and the addresses that its
 * name stands for have to be public, or listed too.
 *
 * @module
 */

import { isIP } from "node:net";
import { Unavailable } from "../unavailable.ts";
import { type AllowedHost, originOf, parseOrigin } from "./allowed_host.ts";
import { makeNetworks, SPECIAL_NETWORKS } from "./network.ts";

/** What the operator allows. */
export interface EgressSettings {
  readonly hosts: readonly AllowedHost[];
  /** Special networks that listed hosts may lie in, such as `10.0.0.0/8`. */
  readonly networks?: readonly string[];
}

/** What may be connected to. */
export interface Egress {
  /**
   * The host of a URL.
   *
   * @param url The URL.
   * @returns The host, as the operator listed it.
   * @throws {Unavailable} If nobody listed it.
   */
  hostOf(url: URL): AllowedHost;
  /**
   * Whether an address may be connected to.
   *
   * @param address The address that a host's name stands for.
   * @param host The host's name, without brackets.
   * @returns Whether it may.
   */
  allows(address: string, host: string): boolean;
}

/**
 * Makes the rule of what may be connected to.
 *
 * @param settings What the operator allows.
 * @returns The rule.
 * @throws {RangeError} If one of the networks is none.
 *
 * @example
 * ```ts
 * import { assert, assertThrows } from "@std/assert";
 * const egress = makeEgress({ hosts: [{ origin: "https://ghcr.io" }] });
 * assert(egress.hostOf(new URL("https://ghcr.io/v2/")));
 * assertThrows(() => egress.hostOf(new URL("http://169.254.169.254/")));
 * assert(!egress.allows("169.254.169.254", "ghcr.io"));
 * ```
 */
export function makeEgress(settings: EgressSettings): Egress {
  const hosts = new Map(settings.hosts.map((host) => [host.origin, host]));
  const opened = makeNetworks(settings.networks ?? []);
  return {
    hostOf(url) {
      if (url.username !== "" && url.protocol !== "ssh:" || url.password) {
        throw new Unavailable(
          `the URL of "${originOf(url)}" has credentials in it`,
          "Remove them from the URL and list them in the service configuration.",
        );
      }
      const host = hosts.get(originOf(url));
      if (host !== undefined) return host;
      throw new Unavailable(
        `"${originOf(url)}" is not among the hosts that charts may come from`,
        `Allow it: --allow-host ${shortName(originOf(url))}`,
      );
    },
    allows(address, host) {
      if (!SPECIAL_NETWORKS.has(address) || opened.has(address)) return true;
      // An address that is listed as a host is meant as such.
      return isIP(host) !== 0 && address === host;
    },
  };
}

function shortName(origin: string): string {
  const short = origin.replace(/^https:\/\//, "");
  return parseOrigin(short) === origin ? short : origin;
}
