/**
 * Debian's docker-registry as a real OCI registry, on a port of loopback.
 *
 * @module
 */

import { encodeBase64 } from "@std/encoding";
import { digestOf } from "../src/charts/digest.ts";

/** How a registry is started. */
export interface RegistryOptions {
  /** A line of an htpasswd file with bcrypt, and what to log in with. */
  readonly login?: {
    readonly htpasswd: string;
    readonly username: string;
    readonly password: string;
  };
}

/** A registry that is running. */
export class DockerRegistry implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;
  readonly #folder: string;
  readonly #headers: Record<string, string>;
  /** Host and port. */
  readonly host: string;

  private constructor(
    process: Deno.ChildProcess,
    place: { folder: string; host: string; headers: Record<string, string> },
  ) {
    this.#process = process;
    this.#folder = place.folder;
    this.#headers = place.headers;
    this.host = place.host;
  }

  /** Starts a registry with an empty store. */
  static async start(options: RegistryOptions = {}): Promise<DockerRegistry> {
    const folder = await Deno.makeTempDir();
    const host = `127.0.0.1:${freePort()}`;
    const { login } = options;
    await Deno.writeTextFile(`${folder}/htpasswd`, login?.htpasswd ?? "");
    await Deno.writeTextFile(
      `${folder}/config.yml`,
      JSON.stringify({
        version: "0.1",
        log: { level: "error", accesslog: { disabled: true } },
        storage: { filesystem: { rootdirectory: `${folder}/data` } },
        http: { addr: host, secret: "test" },
        ...(login === undefined ? {} : {
          auth: { htpasswd: { realm: "test", path: `${folder}/htpasswd` } },
        }),
      }),
    );
    const process = new Deno.Command("docker-registry", {
      args: ["serve", `${folder}/config.yml`],
      stdout: "null",
      stderr: "null",
    }).spawn();
    const headers: Record<string, string> = login === undefined ? {} : {
      authorization: `Basic ${
        encodeBase64(`${login.username}:${login.password}`)
      }`,
    };
    const registry = new DockerRegistry(process, { folder, host, headers });
    await registry.#isUp();
    return registry;
  }

  /** Pushes a chart as `helm push` does. */
  async push(
    repository: string,
    tag: string,
    archive: Uint8Array,
  ): Promise<void> {
    const config = new TextEncoder().encode("{}");
    const manifest = {
      schemaVersion: 2,
      mediaType: "application/vnd.oci.image.manifest.v1+json",
      config: {
        mediaType: "application/vnd.cncf.helm.config.v1+json",
        ...await this.#pushBlob(repository, config),
      },
      layers: [{
        mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
        ...await this.#pushBlob(repository, archive),
      }],
    };
    const answer = await this.#send(`/v2/${repository}/manifests/${tag}`, {
      method: "PUT",
      headers: { "content-type": manifest.mediaType },
      body: JSON.stringify(manifest),
    });
    if (answer.status !== 201) {
      throw new Error(`Cannot push "${repository}": ${answer.status}`);
    }
  }

  /** Stops the registry and removes its store. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#process.status;
    await Deno.remove(this.#folder, { recursive: true });
  }

  async #pushBlob(repository: string, bytes: Uint8Array) {
    const digest = await digestOf(bytes);
    const upload = await this.#send(`/v2/${repository}/blobs/uploads/`, {
      method: "POST",
    });
    const location = new URL(upload.headers.get("location") ?? "", upload.url);
    location.searchParams.set("digest", digest);
    await this.#send(`${location.pathname}${location.search}`, {
      method: "PUT",
      body: bytes as Uint8Array<ArrayBuffer>,
    });
    return { digest, size: bytes.length };
  }

  async #send(path: string, init: RequestInit = {}): Promise<Response> {
    const answer = await fetch(`http://${this.host}${path}`, {
      ...init,
      headers: { ...this.#headers, ...init.headers },
    });
    await answer.body?.cancel();
    return answer;
  }

  async #isUp(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      try {
        await this.#send("/v2/");
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    throw new Error("Cannot start docker-registry: it does not answer");
  }
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  return port;
}
