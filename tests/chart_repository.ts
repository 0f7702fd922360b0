/**
 * An HTTP chart repository on loopback, served by the test itself.
 *
 * @module
 */

import { digestOf } from "../src/charts/digest.ts";

/** A request that the repository was sent. */
export interface SeenRequest {
  readonly path: string;
  readonly authorization: string | undefined;
}

/** What a path answers. */
export type Answers = Record<
  string,
  (request: Request) => Response | Promise<Response>
>;

/** A server that answers what a test tells it to. */
export class TestServer implements AsyncDisposable {
  readonly #server: Deno.HttpServer<Deno.NetAddr>;
  readonly seen: SeenRequest[] = [];

  /**
   * @param answers What each path answers; others do not exist.
   */
  constructor(readonly answers: Answers) {
    this.#server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen() {} },
      (request) => {
        const { pathname } = new URL(request.url);
        const authorization = request.headers.get("authorization") ?? undefined;
        this.seen.push({ path: pathname, authorization });
        const answer = this.answers[pathname];
        return answer === undefined
          ? new Response("", { status: 404 })
          : answer(request);
      },
    );
  }

  /** Protocol, host and port. */
  get origin(): string {
    return `http://127.0.0.1:${this.#server.addr.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.shutdown();
  }
}

/** A version of a chart, as a repository offers it. */
export interface OfferedChart {
  readonly name: string;
  readonly version: string;
  readonly archive: Uint8Array<ArrayBuffer>;
  /** What the index says; left out, the truth. */
  readonly digest?: string;
  readonly url?: string;
}

/** Serves an index.yaml and archives. */
export async function serveCharts(
  charts: readonly OfferedChart[],
): Promise<TestServer> {
  const entries: Record<string, unknown[]> = {};
  const answers: Answers = {};
  for (const { name, version, archive, digest, url } of charts) {
    const file = `${name}-${version}.tgz`;
    answers[`/charts/${file}`] = () => new Response(archive);
    (entries[name] ??= []).push({
      apiVersion: "v2",
      name,
      version,
      created: "2026-01-01T00:00:00Z",
      urls: [url ?? file],
      digest: digest ?? (await digestOf(archive)).replace("sha256:", ""),
    });
  }
  const index = JSON.stringify({ apiVersion: "v1", entries });
  answers["/charts/index.yaml"] = () => new Response(index);
  return new TestServer(answers);
}
