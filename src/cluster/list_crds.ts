/**
 * The CRDs of a cluster.
 *
 * @module
 */

import { getPath, isMap, type Value, type ValueMap } from "../model/mod.ts";
import type { ClusterConnection } from "./connection.ts";

const PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

/** CRDs are up to a megabyte each. */
const PAGE_SIZE = 50;
const MAX_PAGE_BYTES = 64 * 1024 * 1024;
const MAX_PAGES = 100;
const TIMEOUT_MS = 60_000;

/** The CRDs of a cluster, or why they cannot be had. */
export type CrdsOutcome =
  | { readonly kind: "listed"; readonly crds: readonly ValueMap[] }
  | { readonly kind: "failed"; readonly reason: string };

/** How CRDs are listed. */
export interface ListOptions {
  /** How long one page may take. @default 60_000 */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Lists all CRDs of a cluster, page by page. The user needs the verb `list` on
 * `customresourcedefinitions.apiextensions.k8s.io`, and no other.
 *
 * @param connection The cluster.
 * @param options How long it may take, and what ends it early.
 * @returns The CRDs as the API server has them, or why they cannot be had.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const server = Deno.serve({ port: 0, onListen() {} }, () =>
 *   Response.json({ items: [{ kind: "CustomResourceDefinition" }] })
 * );
 * const { port } = server.addr;
 * const outcome = await listCrds({ server: `http://localhost:${port}`, headers: {} });
 * await server.shutdown();
 * assertEquals(outcome.kind, "listed");
 * ```
 */
export async function listCrds(
  connection: ClusterConnection,
  options: ListOptions = {},
): Promise<CrdsOutcome> {
  using client = clientOf(connection);
  if (client === undefined) {
    const detail = "the kubeconfig's client certificate or its key is none";
    return failed(connection, detail);
  }
  const crds: ValueMap[] = [];
  let next: string | undefined = "";
  for (let page = 0; next !== undefined && page < MAX_PAGES; page += 1) {
    const outcome = await readPage(next, { connection, client, ...options });
    if (typeof outcome === "string") return failed(connection, outcome);
    crds.push(...outcome.items);
    next = outcome.next;
  }
  return { kind: "listed", crds };
}

function failed({ server }: ClusterConnection, detail: string): CrdsOutcome {
  return {
    kind: "failed",
    reason: `Cannot list CRDs of "${server}": ${detail}`,
  };
}

function clientOf(connection: ClusterConnection): Deno.HttpClient | undefined {
  const { ca, certificate, proxy } = connection;
  try {
    return Deno.createHttpClient({
      ...ca === undefined ? {} : { caCerts: [ca] },
      ...certificate ?? {},
      ...proxy === undefined ? {} : { proxy: { url: proxy } },
    });
  } catch {
    // What is no certificate may be a secret, so it is not repeated.
    return undefined;
  }
}

interface Page {
  readonly items: readonly ValueMap[];
  /** Where the next page begins; left out for the last one. */
  readonly next: string | undefined;
}

interface PageOptions extends ListOptions {
  readonly connection: ClusterConnection;
  readonly client: Deno.HttpClient;
}

/** Reads a page, or says why it cannot be had. */
async function readPage(
  from: string,
  { connection, client, timeoutMs = TIMEOUT_MS, signal }: PageOptions,
): Promise<Page | string> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (from !== "") query.set("continue", from);
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMs);
  const stop = signal === undefined
    ? timeout.signal
    : AbortSignal.any([timeout.signal, signal]);
  try {
    const response = await fetch(`${connection.server}${PATH}?${query}`, {
      client,
      headers: { ...connection.headers, accept: "application/json" },
      redirect: "error",
      signal: stop,
    });
    if (!response.ok) {
      await response.body?.cancel();
      return refusal(response.status);
    }
    const text = await boundedText(response);
    if (text === undefined) {
      return `its answer has more than ${MAX_PAGE_BYTES} bytes`;
    }
    return pageOf(JSON.parse(text));
  } catch (error) {
    signal?.throwIfAborted();
    if (timeout.signal.aborted) return `it takes more than ${timeoutMs} ms`;
    return detailOf(error);
  } finally {
    clearTimeout(timer);
  }
}

function refusal(status: number): string {
  if (status === 401) return "it does not accept the credentials";
  if (status === 403) {
    return 'the user may not "list" customresourcedefinitions';
  }
  return `it answers with status ${status}`;
}

function pageOf(answer: Value): Page | string {
  const items = getPath(answer, ["items"]);
  if (!Array.isArray(items)) return "its answer is no list";
  const next = getPath(answer, ["metadata", "continue"]);
  return {
    items: items.filter(isMap),
    next: typeof next === "string" && next !== "" ? next : undefined,
  };
}

async function boundedText(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_PAGE_BYTES) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** `fetch` says what is wrong in the cause of its error only. */
function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message } = error.cause instanceof Error ? error.cause : error;
  return message.split("\n", 1)[0] ?? "";
}
