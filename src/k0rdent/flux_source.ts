/**
 * The Flux source specs that a ServiceTemplate may hold.
 *
 * @module
 */

import { z } from "zod";
import { fluxDuration, fluxTimeout, localReference } from "./fields.ts";

/** How a signature is verified, for charts and OCI artifacts. */
export const verification = z.strictObject({
  provider: z.enum(["cosign", "notation"]).default("cosign"),
  secretRef: localReference.exactOptional(),
  trustedRootSecretRef: localReference.exactOptional(),
  matchOIDCIdentity: z.array(
    z.strictObject({ issuer: z.string(), subject: z.string() }),
  ).exactOptional(),
});

/** The spec of a Flux GitRepository. */
export const gitSource = z.strictObject({
  url: z.string().regex(/^(http|https|ssh):\/\/.*$/, {
    error: "expected a URL with http://, https:// or ssh://",
  }),
  interval: fluxDuration,
  timeout: fluxTimeout.default("60s"),
  ref: z.strictObject({
    branch: z.string().exactOptional(),
    tag: z.string().exactOptional(),
    semver: z.string().exactOptional(),
    name: z.string().exactOptional(),
    commit: z.string().exactOptional(),
  }).exactOptional(),
  secretRef: localReference.exactOptional(),
  provider: z.enum(["generic", "aws", "azure", "github"]).exactOptional(),
  serviceAccountName: z.string().exactOptional(),
  proxySecretRef: localReference.exactOptional(),
  ignore: z.string().exactOptional(),
  include: z.array(z.strictObject({
    repository: localReference,
    fromPath: z.string().exactOptional(),
    toPath: z.string().exactOptional(),
  })).exactOptional(),
  recurseSubmodules: z.boolean().exactOptional(),
  sparseCheckout: z.array(z.string()).exactOptional(),
  suspend: z.boolean().exactOptional(),
  verify: z.strictObject({
    mode: z.enum(["head", "HEAD", "Tag", "TagAndHEAD"]).default("HEAD"),
    secretRef: localReference,
  }).exactOptional(),
}).check((context) => {
  const { provider, serviceAccountName } = context.value;
  if (serviceAccountName === undefined) return;
  if (provider === "azure" || provider === "aws") return;
  context.issues.push({
    code: "custom",
    input: context.value,
    path: ["serviceAccountName"],
    message:
      "serviceAccountName can only be set when provider is 'azure' or 'aws'",
  });
});

/** The spec of a Flux OCIRepository. */
export const ociSource = z.strictObject({
  url: z.string().regex(/^oci:\/\/.*$/, {
    error: "expected a URL with oci://",
  }),
  interval: fluxDuration,
  timeout: fluxTimeout.default("60s"),
  provider: z.enum(["generic", "aws", "azure", "gcp"]).default("generic"),
  ref: z.strictObject({
    digest: z.string().exactOptional(),
    semver: z.string().exactOptional(),
    semverFilter: z.string().exactOptional(),
    tag: z.string().exactOptional(),
  }).exactOptional(),
  layerSelector: z.strictObject({
    mediaType: z.string().exactOptional(),
    operation: z.enum(["extract", "copy"]).exactOptional(),
  }).exactOptional(),
  secretRef: localReference.exactOptional(),
  certSecretRef: localReference.exactOptional(),
  proxySecretRef: localReference.exactOptional(),
  serviceAccountName: z.string().exactOptional(),
  insecure: z.boolean().exactOptional(),
  ignore: z.string().exactOptional(),
  suspend: z.boolean().exactOptional(),
  verify: verification.exactOptional(),
});
