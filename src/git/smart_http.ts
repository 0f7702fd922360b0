/**
 * Repositories over Git's smart HTTP protocol, versions 0, 1 and 2.
 *
 * The handler starts `git upload-pack` itself: `git http-backend` would also
 * serve the repository's bare files, and wants a CGI environment. A path of a
 * request is only ever looked up among the names that are served; it never
 * reaches the file system.
 *
 * @module
 */

import type { EnvironmentOptions } from "./environment.ts";
import { type GitProcess, spawnGit } from "./git.ts";
import { plainResponse, respond } from "./process_response.ts";
import { requestBody } from "./request_body.ts";

/** A repository that is served. */
export interface ServedRepository {
  readonly directory: string;
  /** Whether clients may push. There is no authentication. @default false */
  readonly writable?: boolean;
}

/** What is served, and how much of it at a time. */
export interface SmartHttpOptions {
  /** By path without the first slash, as in `http://host/fleet.git`. */
  readonly repositories: ReadonlyMap<string, ServedRepository>;
  /** Called after a push to a repository, with its path. */
  readonly onPush?: (path: string) => void;
  /** How large a request may be. @default 32 MiB */
  readonly maxRequestBytes?: number;
  /** How many requests are answered at the same time. @default 16 */
  readonly maxConcurrent?: number;
  /** How long an answer may take. @default 10 minutes */
  readonly timeoutMs?: number;
}

type Service = "git-upload-pack" | "git-receive-pack";

/** A request that was understood. */
interface Call {
  readonly path: string;
  readonly repository: ServedRepository;
  readonly service: Service;
  /** Whether the client asks what there is, before anything else. */
  readonly discovery: boolean;
}

const MEBIBYTE = 1024 * 1024;
const MAX_DISCOVERY_BYTES = 0;

const NO_CACHE = {
  "cache-control": "no-cache, max-age=0, must-revalidate",
  "expires": "Fri, 01 Jan 1980 00:00:00 GMT",
  "pragma": "no-cache",
};

/**
 * Makes a handler that serves repositories.
 *
 * @param options What to serve.
 * @returns The handler, for `Deno.serve` or a router.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const handler = smartHttp({ repositories: new Map() });
 * const response = await handler(
 *   new Request("http://localhost/fleet.git/info/refs?service=git-upload-pack"),
 * );
 * assertEquals(response.status, 404);
 * ```
 */
export function smartHttp(
  options: SmartHttpOptions,
): (request: Request) => Promise<Response> {
  const { maxConcurrent = 16 } = options;
  let running = 0;
  return async (request) => {
    const call = understand(request, options.repositories);
    if (call instanceof Response) return call;
    if (running >= maxConcurrent) {
      return plainResponse(503, "Cannot answer now: too many requests", {
        "retry-after": "5",
      });
    }
    running += 1;
    const process = start(call, request);
    const timer = setTimeout(process.kill, options.timeoutMs ?? 600_000);
    const finished = process.finished.then(({ code }) => {
      running -= 1;
      clearTimeout(timer);
      return code;
    });
    return await answer({ call, request, process, options, finished });
  };
}

function understand(
  request: Request,
  repositories: SmartHttpOptions["repositories"],
): Call | Response {
  const { pathname, searchParams } = new URL(request.url);
  const match = /^\/(.+)\/(info\/refs|git-(?:upload|receive)-pack)$/
    .exec(pathname);
  const path = match?.[1] ?? "";
  const repository = repositories.get(path);
  if (repository === undefined) return plainResponse(404, "No such repository");
  const discovery = match?.[2] === "info/refs";
  const service = discovery ? searchParams.get("service") : match?.[2];
  if (service !== "git-upload-pack" && service !== "git-receive-pack") {
    return plainResponse(403, "Only the smart protocol is served here");
  }
  if (service === "git-receive-pack" && repository.writable !== true) {
    return plainResponse(403, "This repository cannot be pushed to");
  }
  const method = discovery ? "GET" : "POST";
  if (request.method !== method) {
    return plainResponse(405, `Only ${method} is served here`, {
      allow: method,
    });
  }
  const type = request.headers.get("content-type");
  if (!discovery && type !== `application/x-${service}-request`) {
    return plainResponse(415, "Only requests of git are served here");
  }
  return { path, repository, service, discovery };
}

function start(call: Call, request: Request): GitProcess {
  const { repository, service, discovery } = call;
  const version = protocolVersion(request);
  const environment: EnvironmentOptions = {
    config: [
      ["safe.directory", repository.directory],
      ["transfer.hideRefs", "refs/k0render"],
      ["uploadpack.allowFilter", "true"],
      ["receive.autogc", "false"],
    ],
    variables: version === undefined ? {} : { GIT_PROTOCOL: version },
  };
  const strict = service === "git-upload-pack" ? ["--strict"] : [];
  return spawnGit([
    service.slice("git-".length),
    ...strict,
    "--stateless-rpc",
    ...(discovery ? ["--http-backend-info-refs"] : []),
    repository.directory,
  ], environment);
}

function answer(
  context: {
    call: Call;
    request: Request;
    process: GitProcess;
    options: SmartHttpOptions;
    finished: Promise<number>;
  },
): Promise<Response> {
  const { call, request, process, options, finished } = context;
  const { service, discovery, path } = call;
  if (service === "git-receive-pack" && !discovery) {
    finished.then((code) => code === 0 && options.onPush?.(path));
  }
  const maxBytes = discovery
    ? MAX_DISCOVERY_BYTES
    : options.maxRequestBytes ?? 32 * MEBIBYTE;
  const kind = discovery ? "advertisement" : "result";
  return respond(process, {
    input: requestBody(request, maxBytes),
    ...(discovery ? { prefix: announcement(service, request) } : {}),
    headers: {
      "content-type": `application/x-${service}-${kind}`,
      ...NO_CACHE,
    },
  });
}

/** Protocol version 2 does without the line that names the service. */
function announcement(
  service: Service,
  request: Request,
): Uint8Array<ArrayBuffer> {
  if (protocolVersion(request) === "version=2") return new Uint8Array();
  const line = `# service=${service}\n`;
  const length = (line.length + 4).toString(16).padStart(4, "0");
  return new TextEncoder().encode(`${length}${line}0000`);
}

function protocolVersion(request: Request): string | undefined {
  const version = request.headers.get("git-protocol") ?? "";
  return /^version=[012]$/.test(version) ? version : undefined;
}
