/**
 * The Flux sources that KCM makes for ServiceTemplates (kcm-spec 4.3).
 *
 * @module
 */

import {
  type Declared,
  MANAGED_LABELS,
  type ServiceTemplateSpec,
  SOURCE_GROUP,
  type SourceSpec,
} from "../../k0rdent/mod.ts";
import type { Identity, Manifest, ValueMap } from "../../model/mod.ts";

const REMOTE_KINDS = {
  git: "GitRepository",
  bucket: "Bucket",
  oci: "OCIRepository",
} as const;

/** A source that a source spec asks to be made. */
interface RemoteSource {
  readonly identity: Identity;
  readonly spec: ValueMap;
}

/**
 * The source that a source spec asks for.
 *
 * @param source The source spec.
 * @param metadata The name and namespace of its template.
 * @returns The source to make, or `undefined` where the spec refers to one
 * that exists.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const local = {
 *   localSourceRef: { kind: "Bucket", name: "b" },
 *   deploymentType: "Remote",
 * } as const;
 * assertEquals(remoteSource(local, { name: "a" }), undefined);
 * ```
 */
export function remoteSource(
  source: SourceSpec,
  metadata: { readonly name: string; readonly namespace?: string },
): RemoteSource | undefined {
  for (const [field, kind] of Object.entries(REMOTE_KINDS)) {
    const spec = source.remoteSourceSpec?.[field as keyof typeof REMOTE_KINDS];
    if (spec === undefined) continue;
    const { name, namespace = "" } = metadata;
    return {
      identity: { group: SOURCE_GROUP, kind, namespace, name },
      spec: spec as ValueMap,
    };
  }
  return undefined;
}

/**
 * The sources that a ServiceTemplate asks to be made.
 *
 * @param template The template.
 * @returns One source, or none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const template = {
 *   spec: {},
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "ServiceTemplate",
 *     metadata: { name: "base", namespace: "prod" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(remoteSources(template), []);
 * ```
 */
export function remoteSources(
  template: Declared<ServiceTemplateSpec>,
): Manifest[] {
  const { helm, kustomize, resources } = template.spec;
  const { metadata } = template.manifest;
  return [helm?.chartSource, kustomize, resources].flatMap((source) => {
    const remote = source && remoteSource(source, metadata);
    return remote === undefined ? [] : [sourceManifest(remote)];
  });
}

function sourceManifest({ identity, spec }: RemoteSource): Manifest {
  const { kind, namespace, name } = identity;
  return {
    apiVersion: `${SOURCE_GROUP}/v1`,
    kind,
    metadata: { name, namespace, labels: MANAGED_LABELS },
    spec,
  };
}
