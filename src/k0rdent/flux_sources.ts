/**
 * The kinds of Flux sources that templates name.
 *
 * @module
 */

import { z } from "zod";
import { bucketSource } from "./bucket_source.ts";
import { fluxDuration, fluxTimeout, localReference } from "./fields.ts";
import { gitSource, ociSource } from "./flux_source.ts";
import type { Kind } from "./kind.ts";
import { SOURCE_GROUP } from "./source_spec.ts";

const helmRepositorySpec = z.strictObject({
  url: z.string().regex(/^(http|https|oci):\/\/.*$/, {
    error: "expected a URL with http://, https:// or oci://",
  }),
  type: z.enum(["default", "oci"]).exactOptional(),
  interval: fluxDuration.exactOptional(),
  timeout: fluxTimeout.exactOptional(),
  provider: z.enum(["generic", "aws", "azure", "gcp"]).default("generic"),
  insecure: z.boolean().exactOptional(),
  passCredentials: z.boolean().exactOptional(),
  secretRef: localReference.exactOptional(),
  certSecretRef: localReference.exactOptional(),
  suspend: z.boolean().exactOptional(),
  accessFrom: z.strictObject({
    namespaceSelectors: z.array(z.strictObject({
      matchLabels: z.record(z.string(), z.string()).exactOptional(),
    })),
  }).exactOptional(),
});

/** The spec of a Flux HelmRepository. */
export type HelmRepositorySpec = z.infer<typeof helmRepositorySpec>;

/** The spec of a Flux GitRepository; defaults filled in. */
export type GitRepositorySpec = z.infer<typeof gitSource>;

/** The spec of a Flux OCIRepository; defaults filled in. */
export type OCIRepositorySpec = z.infer<typeof ociSource>;

/** The spec of a Flux Bucket; defaults filled in. */
export type BucketSpec = z.infer<typeof bucketSource>;

/** The kind HelmRepository. */
export const HELM_REPOSITORY: Kind<HelmRepositorySpec> = {
  group: SOURCE_GROUP,
  kind: "HelmRepository",
  version: "v1",
  spec: helmRepositorySpec,
};

/** The kind GitRepository. */
export const GIT_REPOSITORY: Kind<GitRepositorySpec> = {
  group: SOURCE_GROUP,
  kind: "GitRepository",
  version: "v1",
  spec: gitSource,
};

/** The kind OCIRepository. */
export const OCI_REPOSITORY: Kind<OCIRepositorySpec> = {
  group: SOURCE_GROUP,
  kind: "OCIRepository",
  version: "v1",
  spec: ociSource,
};

/** The kind Bucket. */
export const BUCKET: Kind<BucketSpec> = {
  group: SOURCE_GROUP,
  kind: "Bucket",
  version: "v1",
  spec: bucketSource,
};
