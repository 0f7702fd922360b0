/**
 * The hosts that charts may come from, as the operator lists them.
 *
 * @module
 */

/** What a host asks for before it lets anyone in. */
export type HostCredentials =
  | { readonly username: string; readonly password: string }
  | { readonly token: string }
  | { readonly identityFile: string; readonly knownHostsFile: string };

/** A host that charts may come from. */
export interface AllowedHost {
  /** Protocol, host and port: `https://ghcr.io`, `http://charts.local:8080`. */
  readonly origin: string;
  readonly credentials?: HostCredentials;
  /** Certificates to trust instead of the system's, as a PEM file. */
  readonly caFile?: string;
}

/**
 * Reads the name of a host that charts may come from.
 *
 * @param text `ghcr.io`, `charts.local:8443`, or with a protocol where it is
 * not HTTPS: `http://charts.local`, `ssh://git.local`.
 * @returns The origin, or `undefined` where the text names none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseOrigin("ghcr.io"), "https://ghcr.io");
 * assertEquals(parseOrigin("oci://charts.local:5000"), "https://charts.local:5000");
 * assertEquals(parseOrigin("http://charts.local:80"), "http://charts.local");
 * assertEquals(parseOrigin("https://me:secret@charts.local"), undefined);
 * assertEquals(parseOrigin("ghcr.io/k0rdent"), undefined);
 * ```
 */
export function parseOrigin(text: string): string | undefined {
  const [, protocol = "https", rest = ""] =
    /^(?:(https?|oci|ssh):\/\/)?([^/]+)\/?$/.exec(text.trim()) ?? [];
  const url = URL.parse(`${protocol === "oci" ? "https" : protocol}://${rest}`);
  if (url === null || url.username !== "" || url.password !== "") {
    return undefined;
  }
  return url.hostname === "" ? undefined : originOf(url);
}

/**
 * The origin of a URL, also of one with a protocol that browsers do not know.
 *
 * @param url The URL.
 * @returns Protocol, host and port.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(originOf(new URL("https://ghcr.io/v2/")), "https://ghcr.io");
 * assertEquals(originOf(new URL("ssh://git@git.local:22/a.git")), "ssh://git.local");
 * ```
 */
export function originOf(url: URL): string {
  const host = url.protocol === "ssh:" && url.port === "22"
    ? url.hostname
    : url.host;
  return `${url.protocol}//${host.toLowerCase()}`;
}
