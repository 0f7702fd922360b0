/**
 * One HTTP request to an allowed host.
 *
 * `fetch` looks a name up a second time when it dials, so that a check before
 * it proves nothing. Node's client asks the lookup given to it, and connects to
 * the very address that was checked.
 *
 * @module
 */

import { lookup as lookUp } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isClosed } from "../egress/check_addresses.ts";
import type { Egress } from "../egress/egress.ts";
import { Unavailable } from "../unavailable.ts";

/** What requests are made with. */
export interface Client {
  readonly egress: Egress;
  /** How long one request may take. @default 60_000 */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** One request. */
export interface Request {
  readonly headers: Readonly<Record<string, string>>;
  /** The largest body that is read. */
  readonly maxBytes: number;
}

/** What a host answers. */
export interface Answer {
  /** Where the answer comes from. */
  readonly url: URL;
  readonly status: number;
  /**
   * Reads a header.
   *
   * @param name Its name, in small letters.
   * @returns Its value.
   */
  header(name: string): string | undefined;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Sends a GET request, and follows no redirect.
 *
 * @param client What it is made with.
 * @param url Where to.
 * @param request The headers, and how much is read.
 * @returns The answer, whatever its status.
 * @throws {Unavailable} If the host is not allowed, cannot be reached, or
 * sends too much.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { makeEgress } from "../egress/egress.ts";
 * import { Unavailable } from "../unavailable.ts";
 * const client = { egress: makeEgress({ hosts: [] }) };
 * const request = { headers: {}, maxBytes: 1000 };
 * await assertRejects(
 *   () => send(client, new URL("http://169.254.169.254/"), request),
 *   Unavailable,
 *   "not among the hosts",
 * );
 * ```
 */
export async function send(
  client: Client,
  url: URL,
  request: Request,
): Promise<Answer> {
  const { egress, signal, timeoutMs = 60_000 } = client;
  signal?.throwIfAborted();
  const { caFile } = egress.hostOf(url);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !egress.allows(host, host)) throw isClosed(host);
  const ca = caFile === undefined ? {} : { ca: await readCertificates(caFile) };
  const timeout = AbortSignal.timeout(timeoutMs);
  const stop = signal === undefined
    ? timeout
    : AbortSignal.any([timeout, signal]);
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const start = url.protocol === "https:" ? requestHttps : requestHttp;
  const outgoing = start({
    ...ca,
    agent: false,
    headers: { "accept-encoding": "identity", ...request.headers },
    host,
    lookup: checkedLookup(egress),
    path: `${url.pathname}${url.search}`,
    port: url.port || (url.protocol === "https:" ? 443 : 80),
  }, (incoming) => {
    readBody(incoming, request.maxBytes)
      .then((body) => resolve(answerOf(incoming, { url, body })))
      .catch(reject)
      .finally(() => outgoing.destroy());
  });
  const abort = () => {
    outgoing.destroy();
    reject(new Unavailable(`"${url.host}" takes more than ${timeoutMs} ms`));
  };
  stop.addEventListener("abort", abort);
  outgoing.on("error", (error: Error) => reject(unreachable(url, error)));
  outgoing.end();
  try {
    return await promise;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    stop.removeEventListener("abort", abort);
  }
}

/** Resolves a name to the addresses of it that may be connected to. */
function checkedLookup(egress: Egress): LookupFunction {
  return function (host, options, callback) {
    lookUp(host, { all: true }, (error, found) => {
      if (error !== null) return callback(error, []);
      const open = found.filter(({ address }) => egress.allows(address, host));
      const [first] = open;
      if (first === undefined) callback(isClosed(host), []);
      else if (options.all === true) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };
}

function answerOf(
  incoming: IncomingMessage,
  { url, body }: { readonly url: URL; readonly body: Uint8Array<ArrayBuffer> },
): Answer {
  return {
    url,
    status: incoming.statusCode ?? 0,
    header: (name) => incoming.headersDistinct[name]?.join(", "),
    body,
  };
}

async function readBody(
  incoming: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new Unavailable(`the answer has more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  const body = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.length;
  }
  return body;
}

async function readCertificates(caFile: string): Promise<string> {
  try {
    return await Deno.readTextFile(caFile);
  } catch {
    throw new Unavailable(`the certificates in "${caFile}" cannot be read`);
  }
}

function unreachable(url: URL, error: Error): Unavailable {
  if (error instanceof Unavailable) return error;
  return new Unavailable(
    `"${url.host}" cannot be reached: ${error.message.split("\n", 1)[0]}`,
  );
}
