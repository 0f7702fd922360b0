/**
 * Where a ServiceTemplate takes its files from, when not from a chart.
 *
 * @module
 */

import { z } from "zod";
import type { FieldPath, Identity } from "../model/mod.ts";
import { bucketSource } from "./bucket_source.ts";
import { oneOf } from "./exclusive.ts";
import { gitSource, ociSource } from "./flux_source.ts";
import type { Reference } from "./kind.ts";

/** The API group of Flux sources. */
export const SOURCE_GROUP = "source.toolkit.fluxcd.io";

const localSource = z.strictObject({
  kind: z.enum([
    "ConfigMap",
    "Secret",
    "GitRepository",
    "Bucket",
    "OCIRepository",
  ]),
  name: z.string(),
  namespace: z.string().exactOptional(),
});

const remoteSource = z.strictObject({
  git: gitSource.exactOptional(),
  bucket: bucketSource.exactOptional(),
  oci: ociSource.exactOptional(),
}).check(oneOf(["git", "bucket", "oci"], {
  several: "Git, Bucket and OCI are mutually exclusive.",
  none: "One of Git, Bucket or OCI must be specified.",
}));

/** A source that exists, or one to make. */
export const sourceSpec = z.strictObject({
  localSourceRef: localSource.exactOptional(),
  remoteSourceSpec: remoteSource.exactOptional(),
  deploymentType: z.enum(["Local", "Remote"]).default("Remote"),
  path: z.string().exactOptional(),
}).check(oneOf(["localSourceRef", "remoteSourceSpec"], {
  several: "LocalSource and RemoteSource are mutually exclusive.",
  none: "One of LocalSource or RemoteSource must be specified.",
}));

/** A source that exists, or one to make; defaults filled in. */
export type SourceSpec = z.infer<typeof sourceSpec>;

/** A reference to a source that exists. */
export type LocalSource = z.infer<typeof localSource>;

/**
 * The object that a local source reference names.
 *
 * @param source The reference.
 * @param namespace The namespace of the template that holds it.
 * @returns Its identity; ConfigMaps and Secrets are always the template's
 * neighbours.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const source = { kind: "ConfigMap", name: "a", namespace: "x" } as const;
 * assertEquals(localSourceIdentity(source, "team").namespace, "team");
 * ```
 */
export function localSourceIdentity(
  source: LocalSource,
  namespace: string,
): Identity {
  const { kind, name } = source;
  if (kind === "ConfigMap" || kind === "Secret") {
    return { group: "", kind, namespace, name };
  }
  return {
    group: SOURCE_GROUP,
    kind,
    namespace: source.namespace || namespace,
    name,
  };
}

/**
 * The objects that a source spec names.
 *
 * @param spec The source spec.
 * @param options The template's namespace, and the field of the spec.
 * @returns The local source, or the Secrets of a remote one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const spec = sourceSpec.parse({ localSourceRef: { kind: "Bucket", name: "b" } });
 * const [reference] = sourceReferences(spec, { namespace: "team", field: ["spec", "kustomize"] });
 * assertEquals(reference?.to.name, "b");
 * ```
 */
export function sourceReferences(
  spec: SourceSpec,
  options: { readonly namespace: string; readonly field: FieldPath },
): Reference[] {
  const { namespace, field } = options;
  if (spec.localSourceRef !== undefined) {
    return [{
      to: localSourceIdentity(spec.localSourceRef, namespace),
      field: [...field, "localSourceRef", "name"],
    }];
  }
  const references: Reference[] = [];
  for (const [kind, source] of Object.entries(spec.remoteSourceSpec ?? {})) {
    if (source.secretRef === undefined) continue;
    references.push({
      to: { group: "", kind: "Secret", namespace, name: source.secretRef.name },
      field: [...field, "remoteSourceSpec", kind, "secretRef", "name"],
    });
  }
  return references;
}
