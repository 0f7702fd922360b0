/**
 * Charts from an OCI registry.
 *
 * @module
 */

import { z } from "zod";
import { parseChartVersion } from "../../model/mod.ts";
import { checkDigest } from "../digest.ts";
import type { Answer } from "../http/client.ts";
import { FETCH_LIMITS } from "../limits.ts";
import { chooseVersion } from "../repository/choose_version.ts";
import type { ChartArchive } from "../repository/http_repository.ts";
import { Unavailable } from "../unavailable.ts";
import { readJson, type Registry } from "./registry.ts";
import { listTags, tagOf, versionOf } from "./tags.ts";

const MANIFEST_TYPES = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
];
const CHART_TYPES: readonly string[] = [
  "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
  "application/tar+gzip",
];

const manifestSchema = z.object({
  layers: z.array(z.object({
    mediaType: z.string(),
    digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    size: z.int().nonnegative(),
  })),
});

const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/**
 * Downloads a chart.
 *
 * @param registry The chart's repository.
 * @param wanted A version or constraint.
 * @returns The archive, whose digest is the manifest's.
 * @throws {Unavailable} If there is none, or it is not what the registry says.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { Unavailable } from "../unavailable.ts";
 * const registry = {
 *   name: "https://ghcr.io/team/charts/dns",
 *   ask: ({ path }: { path: string }) =>
 *     Promise.reject(new Unavailable(`there is no "${path}"`)),
 * };
 * await assertRejects(
 *   () => pullFromRegistry(registry, "1.2.0"),
 *   Unavailable,
 *   "manifests/1.2.0",
 * );
 * ```
 */
export async function pullFromRegistry(
  registry: Registry,
  wanted: string,
): Promise<ChartArchive> {
  const version = await findVersion(registry, wanted);
  const tag = tagOf(version);
  if (!TAG.test(tag)) throw new Unavailable(`"${version}" can be no tag`);
  const answer = await registry.ask({
    path: `manifests/${tag}`,
    accept: MANIFEST_TYPES.join(", "),
  });
  await checkManifest(answer, registry);
  const layer = chartLayer(answer, { registry, tag });
  const { bytes, digest } = await pullBlob(registry, layer.digest);
  return { version, bytes, digest };
}

/**
 * Downloads an archive whose digest is known.
 *
 * @param registry The chart's repository.
 * @param digest The digest.
 * @returns The archive.
 * @throws {Unavailable} If there is none, or it has another digest.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { Unavailable } from "../unavailable.ts";
 * const registry = {
 *   name: "https://ghcr.io/team/charts/dns",
 *   ask: ({ path }: { path: string }) =>
 *     Promise.reject(new Unavailable(`there is no "${path}"`)),
 * };
 * await assertRejects(
 *   () => pullBlob(registry, "sha256:0"),
 *   Unavailable,
 *   "blobs/sha256:0",
 * );
 * ```
 */
export async function pullBlob(
  registry: Registry,
  digest: string,
): Promise<Omit<ChartArchive, "version">> {
  const { body } = await registry.ask({
    path: `blobs/${digest}`,
    maxBytes: FETCH_LIMITS.archive,
  });
  const name = `the archive of "${registry.name}"`;
  return { bytes: body, digest: await checkDigest(body, digest, name) };
}

/** As Flux does, a full version is not looked for in the list of tags. */
async function findVersion(
  registry: Registry,
  wanted: string,
): Promise<string> {
  if (parseChartVersion(wanted) !== undefined) return wanted;
  const tags = await listTags(registry);
  const offers = tags.map((tag) => ({ version: versionOf(tag) }));
  return chooseVersion(offers, wanted).version;
}

async function checkManifest(
  answer: Answer,
  registry: Registry,
): Promise<void> {
  const digest = answer.header("docker-content-digest");
  if (digest === undefined || !digest.startsWith("sha256:")) return;
  await checkDigest(answer.body, digest, `the manifest of "${registry.name}"`);
}

function chartLayer(
  answer: Answer,
  context: { readonly registry: Registry; readonly tag: string },
) {
  const name = `"${context.registry.name}:${context.tag}"`;
  const manifest = manifestSchema.safeParse(readJson(answer));
  const layer = manifest.data?.layers.find(({ mediaType }) =>
    CHART_TYPES.includes(mediaType)
  );
  if (layer === undefined) {
    throw new Unavailable(`${name} is no Helm chart`);
  }
  if (layer.size > FETCH_LIMITS.archive) {
    throw new Unavailable(
      `the archive of ${name} has more than ${FETCH_LIMITS.archive} bytes`,
    );
  }
  return layer;
}
