/**
 * An OCI registry, as far as charts are pulled from it.
 *
 * @module
 */

import { z } from "zod";
import { originOf } from "../egress/allowed_host.ts";
import type { Answer, Client } from "../http/client.ts";
import { authorizationOf, get, shown } from "../http/get.ts";
import { FETCH_LIMITS } from "../limits.ts";
import { Unavailable } from "../unavailable.ts";
import { type Challenge, parseChallenge } from "./challenge.ts";

/** What is asked of a registry. */
export interface RegistryRequest {
  /** The path below `/v2/<repository>/`, with its query. */
  readonly path: string;
  readonly accept?: string;
  readonly maxBytes?: number;
}

/** A repository of a registry; it keeps the token that it was given. */
export interface Registry {
  /** The repository as messages show it. */
  readonly name: string;
  /**
   * Asks the registry.
   *
   * @param request What for.
   * @returns The answer; its status is 200.
   * @throws {Unavailable} If it refuses.
   */
  ask(request: RegistryRequest): Promise<Answer>;
}

const tokenSchema = z.object({
  token: z.string().exactOptional(),
  access_token: z.string().exactOptional(),
});

const REPOSITORY =
  /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;

/**
 * Opens a repository of a registry.
 *
 * @param client What requests are made with.
 * @param url The repository's URL, with `oci://`.
 * @param options Whether the registry speaks plain HTTP.
 * @returns The repository.
 * @throws {Unavailable} If the URL names none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeEgress } from "../egress/egress.ts";
 * const client = { egress: makeEgress({ hosts: [{ origin: "https://ghcr.io" }] }) };
 * const { name } = openRegistry(client, "oci://ghcr.io/team/charts/dns");
 * assertEquals(name, "https://ghcr.io/team/charts/dns");
 * ```
 */
export function openRegistry(
  client: Client,
  url: string,
  options: { readonly plainHttp?: boolean } = {},
): Registry {
  const base = baseOf(url, options.plainHttp ?? false);
  const host = client.egress.hostOf(base);
  let authorization: string | undefined;

  async function ask(request: RegistryRequest): Promise<Answer> {
    const target = new URL(request.path, base);
    const first = await send(target, request);
    if (first.status !== 401) return checked(first, target);
    const challenge = parseChallenge(first.header("www-authenticate") ?? "");
    authorization = await answerChallenge(challenge);
    return checked(await send(target, request), target);
  }

  function send(target: URL, request: RegistryRequest): Promise<Answer> {
    const { accept, maxBytes = FETCH_LIMITS.document } = request;
    return get(client, target, {
      headers: accept === undefined ? {} : { accept },
      maxBytes,
      authorization,
    });
  }

  async function answerChallenge(
    challenge: Challenge | undefined,
  ): Promise<string | undefined> {
    if (challenge?.kind === "bearer") return await getToken(client, challenge);
    return challenge?.kind === "basic" ? authorizationOf(host) : undefined;
  }

  return { name: shown(base).replace(/\/v2\//, "/").replace(/\/$/, ""), ask };
}

function baseOf(url: string, plainHttp: boolean): URL {
  const [, rest = ""] = /^oci:\/\/(.+)$/.exec(url) ?? [];
  const slash = rest.indexOf("/");
  const repository = rest.slice(slash + 1);
  const base = URL.parse(
    `${plainHttp ? "http" : "https"}://${
      rest.slice(0, slash)
    }/v2/${repository}/`,
  );
  if (slash < 1 || base === null || !REPOSITORY.test(repository)) {
    throw new Unavailable(
      `"${url.replace(/\/\/[^/@]*@/, "//")}" names no repository of a registry`,
      "Write a URL such as oci://ghcr.io/team/charts.",
    );
  }
  return base;
}

/**
 * Credentials are those of the token's own host: a registry that names another
 * host as its realm does not get to send them there.
 */
async function getToken(
  client: Client,
  challenge: Extract<Challenge, { kind: "bearer" }>,
): Promise<string> {
  const realm = URL.parse(challenge.realm);
  if (realm === null || !/^https?:$/.test(realm.protocol)) {
    throw new Unavailable("the registry asks for a token from no HTTP URL");
  }
  const { service, scope } = challenge;
  if (service !== undefined) realm.searchParams.set("service", service);
  if (scope !== undefined) realm.searchParams.set("scope", scope);
  const answer = await get(client, realm, {
    headers: { accept: "application/json" },
    maxBytes: FETCH_LIMITS.document,
    authorization: authorizationOf(client.egress.hostOf(realm)),
  });
  const token = answer.status === 200 ? readToken(answer) : undefined;
  if (token !== undefined) return `Bearer ${token}`;
  throw new Unavailable(
    `"${shown(realm)}" gives no token, its status is ${answer.status}`,
    credentialsRemedy(realm),
  );
}

function readToken(answer: Answer): string | undefined {
  const result = tokenSchema.safeParse(readJson(answer));
  return result.success
    ? result.data.token ?? result.data.access_token
    : undefined;
}

/**
 * Reads an answer as JSON.
 *
 * @param answer The answer.
 * @returns The value; `undefined` where it is no JSON.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const answer = {
 *   url: new URL("https://ghcr.io/token"),
 *   status: 200,
 *   header: () => undefined,
 *   body: new TextEncoder().encode('{"token":"t"}'),
 * };
 * assertEquals(readJson(answer), { token: "t" });
 * ```
 */
export function readJson(answer: Answer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(answer.body));
  } catch {
    return undefined;
  }
}

function checked(answer: Answer, target: URL): Answer {
  if (answer.status === 200) return answer;
  if (answer.status === 401 || answer.status === 403) {
    throw new Unavailable(
      `"${shown(target)}" refuses access with status ${answer.status}`,
      credentialsRemedy(target),
    );
  }
  if (answer.status === 404) {
    throw new Unavailable(`there is no "${shown(target)}"`);
  }
  throw new Unavailable(
    `"${shown(target)}" answers with status ${answer.status}`,
  );
}

function credentialsRemedy(url: URL): string {
  return `Give credentials for "${
    originOf(url)
  }" in the service configuration.`;
}
