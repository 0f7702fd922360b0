import { type Client, makeClient } from "./http/client.ts";
import type { Credentials } from "./http/credentials.ts";
import type { ForgeConnection } from "./settings.ts";

/** What a client is for. */
export interface ClientPurpose {
  /** The root of the API. */
  readonly api: URL;
  readonly credentials?: Credentials;
  /** The headers of every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Makes a client of what an operator configured.
 *
 * @param connection How the forge is talked to; other settings are left out.
 * @param purpose What for.
 * @returns The client.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const api = new URL("https://git.example/api/v1/");
 * assertEquals(openClient({ timeoutMs: 5_000 }, { api }).api, api);
 * ```
 */
export function openClient(
  connection: ForgeConnection,
  purpose: ClientPurpose,
): Client {
  const { caCerts, timeoutMs, retryDelaysMs, now, signal } = connection;
  return makeClient({
    ...purpose,
    headers: { "user-agent": "k0render", ...purpose.headers },
    ...(caCerts === undefined ? {} : { caCerts }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(retryDelaysMs === undefined ? {} : { retryDelaysMs }),
    ...(now === undefined ? {} : { now }),
    ...(signal === undefined ? {} : { signal }),
  });
}
