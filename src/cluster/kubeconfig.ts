/**
 * From a kubeconfig to a connection.
 *
 * @module
 */

import type { KubeConfig } from "@kubernetes/client-node";
import type { ClusterConnection, ConnectOutcome } from "./connection.ts";

/** Which kubeconfig, and which of its contexts. */
export interface KubeconfigOptions {
  /** The file; left out, the one that kubectl would take. */
  readonly file?: string;
  /** The context; left out, the current one. */
  readonly context?: string;
}

/**
 * Reads a kubeconfig as kubectl does: `KUBECONFIG`, the file in the home
 * directory, or the service account of the pod. No program that it names is
 * started, and no server is talked to whose certificate nobody checks.
 *
 * @param options Which kubeconfig, and which of its contexts.
 * @returns The connection, or why there is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const outcome = await connect({ file: "/nowhere/config" });
 * assertEquals(outcome.kind, "refused");
 * ```
 */
export async function connect(
  options: KubeconfigOptions = {},
): Promise<ConnectOutcome> {
  const { KubeConfig } = await import("@kubernetes/client-node");
  const config = new KubeConfig();
  try {
    if (options.file === undefined) config.loadFromDefault();
    else config.loadFromFile(options.file);
  } catch {
    // What the file says may be a secret, so its errors are not repeated.
    return refuse(`${sourceOf(options)} cannot be read`);
  }
  const { context = config.getCurrentContext() } = options;
  if (config.getContextObject(context ?? "") === null) {
    return refuse(`${sourceOf(options)} has no context "${context}"`);
  }
  config.setCurrentContext(context);
  const objection = objectionTo(config, options);
  if (objection !== undefined) return refuse(objection);
  try {
    return { kind: "connected", connection: await connectionOf(config) };
  } catch {
    return refuse(
      `a certificate, key or token that ${
        sourceOf(options)
      } names for context "${context}" cannot be read`,
    );
  }
}

function sourceOf({ file }: KubeconfigOptions): string {
  return file === undefined ? "the kubeconfig" : `kubeconfig "${file}"`;
}

function refuse(detail: string): ConnectOutcome {
  return { kind: "refused", reason: `Cannot reach the cluster: ${detail}` };
}

/** What the library takes where there is no kubeconfig at all. */
const NO_KUBECONFIG = "http://localhost:8080";

function objectionTo(
  config: KubeConfig,
  options: KubeconfigOptions,
): string | undefined {
  const context = config.getCurrentContext();
  const cluster = config.getCurrentCluster();
  const user = config.getCurrentUser();
  if (cluster === null || !URL.canParse(cluster.server)) {
    return `context "${context}" names no cluster with an address`;
  }
  if (options.file === undefined && cluster.server === NO_KUBECONFIG) {
    return "there is no kubeconfig; name one with --kubeconfig";
  }
  if (new URL(cluster.server).protocol !== "https:") {
    return `cluster "${cluster.name}" is not reached by https://`;
  }
  if (cluster.skipTLSVerify) {
    return `cluster "${cluster.name}" asks for its certificate not to be checked`;
  }
  if (user?.exec !== undefined || user?.authProvider !== undefined) {
    return `user "${user.name}" gets its token from a program, and k0render starts none`;
  }
  return undefined;
}

async function connectionOf(config: KubeConfig): Promise<ClusterConnection> {
  const cluster = config.getCurrentCluster();
  const options: Parameters<KubeConfig["applyToHTTPSOptions"]>[0] = {};
  await config.applyToHTTPSOptions(options);
  const [ca, cert, key] = [options.ca, options.cert, options.key].map(textOf);
  const { authorization } = normalized(options.headers ?? {});
  const basic = options.auth === undefined || options.auth === null
    ? undefined
    : `Basic ${btoa(options.auth)}`;
  const token = authorization ?? basic;
  return {
    server: (cluster?.server ?? "").replace(/\/+$/, ""),
    headers: token === undefined ? {} : { authorization: token },
    ...ca === undefined ? {} : { ca },
    ...cert === undefined || key === undefined
      ? {}
      : { certificate: { cert, key } },
    ...cluster?.proxyUrl === undefined ? {} : { proxy: cluster.proxyUrl },
  };
}

function normalized(headers: object): { readonly authorization?: string } {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]),
  );
}

function textOf(pem: unknown): string | undefined {
  if (typeof pem === "string") return pem;
  return pem instanceof Uint8Array ? new TextDecoder().decode(pem) : undefined;
}
