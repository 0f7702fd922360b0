/**
 * Charts from an HTTP chart repository.
 *
 * @module
 */

import { gunzipSync } from "node:zlib";
import { didYouMean } from "../../k0rdent/mod.ts";
import { checkDigest, digestOf } from "../digest.ts";
import { originOf } from "../egress/allowed_host.ts";
import type { Answer, Client } from "../http/client.ts";
import { authorizationOf, get, shown } from "../http/get.ts";
import { FETCH_LIMITS } from "../limits.ts";
import { Unavailable } from "../unavailable.ts";
import { chooseVersion } from "./choose_version.ts";
import { type ChartIndex, readIndex } from "./index_file.ts";

/** An archive of a chart. */
export interface ChartArchive {
  /** The version as the source has it. */
  readonly version: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The SHA-256 of the bytes, as `sha256:` and hex digits. */
  readonly digest: string;
}

/** An HTTP chart repository. */
export interface HttpRepository {
  readonly url: URL;
  readonly index: ChartIndex;
}

/**
 * Reads the index of a chart repository.
 *
 * @param client What requests are made with.
 * @param url The repository's URL, without `index.yaml`.
 * @returns The repository.
 * @throws {Unavailable} If there is none.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { makeEgress } from "../egress/egress.ts";
 * import { Unavailable } from "../unavailable.ts";
 * const client = { egress: makeEgress({ hosts: [] }) };
 * await assertRejects(
 *   () => openHttpRepository(client, new URL("https://charts.example/")),
 *   Unavailable,
 *   "not among the hosts",
 * );
 * ```
 */
export async function openHttpRepository(
  client: Client,
  url: URL,
): Promise<HttpRepository> {
  const index = resolve("index.yaml", url);
  const answer = await getFromRepository(client, index, {
    repository: url,
    maxBytes: FETCH_LIMITS.index,
  });
  return { url, index: readIndex(textOf(answer)) };
}

/** Some hosts keep an index compressed, and send it so to everybody. */
function textOf({ header, body }: Answer): string {
  const isZipped = header("content-encoding") === "gzip";
  try {
    const bytes = isZipped
      ? gunzipSync(body, { maxOutputLength: FETCH_LIMITS.index })
      : body;
    return new TextDecoder().decode(bytes);
  } catch {
    throw new Unavailable("its index.yaml cannot be decompressed");
  }
}

/**
 * Downloads a chart.
 *
 * @param client What requests are made with.
 * @param repository The repository.
 * @param wanted The chart's name, and a version or constraint.
 * @returns The archive, whose digest is the index's where that has one.
 * @throws {Unavailable} If there is none, or it is not what the index says.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { makeEgress } from "../egress/egress.ts";
 * import { readIndex } from "./index_file.ts";
 * import { Unavailable } from "../unavailable.ts";
 * const client = { egress: makeEgress({ hosts: [] }) };
 * const repository = {
 *   url: new URL("https://charts.example/"),
 *   index: readIndex("entries: {}"),
 * };
 * await assertRejects(
 *   () => pullFromRepository(client, repository, { chart: "dns", version: "" }),
 *   Unavailable,
 *   'has no chart "dns"',
 * );
 * ```
 */
export async function pullFromRepository(
  client: Client,
  repository: HttpRepository,
  wanted: { readonly chart: string; readonly version: string },
): Promise<ChartArchive> {
  const { index, url } = repository;
  const offers = index.versions(wanted.chart);
  if (offers === undefined) {
    const nearest = didYouMean(wanted.chart, index.charts);
    throw new Unavailable(
      `the repository "${shown(url)}" has no chart "${wanted.chart}"`,
      nearest === undefined ? undefined : `Did you mean "${nearest}"?`,
    );
  }
  const { version, urls, digest } = chooseVersion(offers, wanted.version);
  const target = resolve(urls[0] as string, url);
  const { body } = await getFromRepository(client, target, {
    repository: url,
    maxBytes: FETCH_LIMITS.archive,
  });
  const name = `the archive "${shown(target)}"`;
  return {
    version,
    bytes: body,
    digest: digest === undefined
      ? await digestOf(body)
      : await checkDigest(body, digest, name),
  };
}

/** Credentials go to the repository's own origin only. */
async function getFromRepository(
  client: Client,
  url: URL,
  options: { readonly repository: URL; readonly maxBytes: number },
): Promise<Answer> {
  const { repository, maxBytes } = options;
  const host = client.egress.hostOf(url);
  const isOwn = originOf(url) === originOf(repository);
  const answer = await get(client, url, {
    headers: {},
    maxBytes,
    authorization: isOwn ? authorizationOf(host) : undefined,
  });
  if (answer.status === 200) return answer;
  if (answer.status === 401 || answer.status === 403) {
    throw new Unavailable(
      `"${shown(url)}" refuses access with status ${answer.status}`,
      `Give credentials for "${originOf(url)}" in the service configuration.`,
    );
  }
  throw new Unavailable(
    `"${shown(url)}" answers with status ${answer.status}`,
  );
}

/** A relative URL starts in the repository's directory. */
function resolve(reference: string, repository: URL): URL {
  const base = new URL(repository);
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  const url = URL.parse(reference, base);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Unavailable(
      `its index.yaml names "${reference}", which is no HTTP URL`,
    );
  }
  // A query may be a secret: it stays with the repository's own host.
  if (url.search === "" && originOf(url) === originOf(base)) {
    url.search = base.search;
  }
  return url;
}
