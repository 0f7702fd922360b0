/**
 * Forges of the tests, as HTTP servers on this machine.
 *
 * @module
 */

import type { World } from "./world.ts";

/** One request to a forge of the tests. */
export interface Call {
  readonly method: string;
  /** The path below the API's root. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The JSON that was sent. */
  // deno-lint-ignore no-explicit-any -- whatever the product sends
  readonly body: any;
  /** The server's address. */
  readonly origin: string;
  readonly url: URL;
}

/** Answers one call, or `undefined` for what there is not. */
export type Speak = (call: Call, world: World) => Response | undefined;

/** How a forge is served. */
export interface ServeOptions {
  readonly world: World;
  /** The path of the API's root. */
  readonly root: string;
  /** The `Authorization` header that is asked for; left out, none is. */
  readonly authorization?: string;
  readonly speak: Speak;
}

/** Runs a test against a forge. */
export async function serveForge(
  options: ServeOptions,
  test: (origin: string) => Promise<void>,
): Promise<void> {
  const { world } = options;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const url = new URL(request.url);
      world.log.push(`${request.method} ${url.pathname}${url.search}`);
      const text = await request.text();
      return world.fault?.(request, text) ??
        answer(options, { request, text, url });
    },
  );
  try {
    await test(`http://127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}

function answer(
  options: ServeOptions,
  { request, text, url }: {
    readonly request: Request;
    readonly text: string;
    readonly url: URL;
  },
): Response {
  const { world, root, authorization, speak } = options;
  const given = request.headers.get("authorization");
  if (authorization !== undefined && given !== authorization) {
    return json({ message: "Bad credentials" }, 401);
  }
  if (!url.pathname.startsWith(root)) return json({ message: "No API" }, 404);
  const call: Call = {
    method: request.method,
    path: decodeURIComponent(url.pathname.slice(root.length)),
    query: url.searchParams,
    body: text === "" ? undefined : JSON.parse(text),
    origin: url.origin,
    url,
  };
  return speak(call, world) ?? json({ message: "Not Found" }, 404);
}

/** A JSON answer. */
export function json(
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  return Response.json(value, { status, headers });
}

/** One page of a list, with a `Link` header where there is another. */
export function linkedPage<Item>(
  { query, url }: Call,
  { items, size }: { readonly items: readonly Item[]; readonly size: number },
): Response {
  const page = Number(query.get("page") ?? 1);
  const next = new URL(url);
  next.searchParams.set("page", String(page + 1));
  const more = items.length > page * size;
  return json(
    items.slice((page - 1) * size, page * size),
    200,
    more ? { link: `<${next}>; rel="next"` } : {},
  );
}
