/**
 * CRDs of a cluster.
 *
 * @module
 */

import { encodeHex } from "@std/encoding";
import { dirname, join } from "@std/path";
import { type ClusterConnection, listCrds } from "../cluster/mod.ts";
import { isMap, makeFinding, type ValueMap } from "../model/mod.ts";
import {
  CRD_RULES,
  CrdCatalogue,
  readCustomResource,
} from "../validate/crd/mod.ts";
import type { SchemasOutcome } from "./schemas.ts";

/** Where CRDs of clusters are kept. */
export interface ClusterSchemasOptions {
  /** The directory of the cache. */
  readonly cache: string;
  /** Whether the cluster is asked even where the cache has its CRDs. */
  readonly refresh: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Reads the CRDs of a cluster, once: later they come from the cache, until the
 * cluster is to be asked again.
 *
 * @param cluster The cluster.
 * @param options Where the cache is, and whether to pass it over.
 * @returns The CRDs, and findings for those that cannot be read. These have
 * no place: no file is to blame.
 */
export async function readClusterSchemas(
  cluster: ClusterConnection,
  options: ClusterSchemasOptions,
): Promise<SchemasOutcome> {
  const path = join(options.cache, "schemas", await nameOf(cluster));
  const cached = options.refresh ? undefined : await readCache(path);
  if (cached !== undefined) return schemasOf(cached);
  const outcome = await listCrds(cluster, options);
  if (outcome.kind === "failed") {
    return { kind: "unreadable", reason: outcome.reason };
  }
  await writeCache(path, outcome.crds);
  return schemasOf(outcome.crds);
}

function schemasOf(crds: readonly ValueMap[]): SchemasOutcome {
  const outcomes = crds.map(readCustomResource);
  return {
    kind: "read",
    catalogue: new CrdCatalogue(
      outcomes.flatMap((it) => it.kind === "read" ? [it.crd] : []),
    ),
    findings: outcomes.flatMap((it) =>
      it.kind === "read" ? [] : [makeFinding(
        CRD_RULES["crd/unreadable-schema"],
        `Cannot read a CRD of the cluster: ${it.reason}`,
      )]
    ),
  };
}

/** Addresses may hold what no file system takes. */
async function nameOf({ server }: ClusterConnection): Promise<string> {
  const bytes = new TextEncoder().encode(server);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return `${encodeHex(digest)}.json`;
}

async function readCache(
  path: string,
): Promise<readonly ValueMap[] | undefined> {
  try {
    const value: unknown = JSON.parse(await Deno.readTextFile(path));
    return Array.isArray(value) ? value.filter(isMap) : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    // A cache that cannot be read is as good as none.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Nobody ever sees half a file: it is written aside, then moved. */
async function writeCache(
  path: string,
  crds: readonly ValueMap[],
): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const draft = await Deno.makeTempFile({ dir: dirname(path) });
  await Deno.writeTextFile(draft, JSON.stringify(crds));
  await Deno.rename(draft, path);
}
