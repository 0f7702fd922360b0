/**
 * The Sveltos types that a service spec may hold.
 *
 * @module
 */

import { z } from "zod";
import { objectReference } from "./object_reference.ts";

const text = z.string().exactOptional();

/** Which resources of a cluster a drift rule is about. */
export const patchSelector = z.strictObject({
  group: text,
  version: text,
  kind: text,
  namespace: text,
  name: text,
  annotationSelector: text,
  labelSelector: text,
});

/** Fields of resources whose drift is left alone. */
export const driftExclusion = z.strictObject({
  paths: z.array(z.string()),
  target: patchSelector.exactOptional(),
});

/** An object of the management cluster that Sveltos templates may read. */
export const templateResourceRef = z.strictObject({
  resource: objectReference,
  identifier: z.string(),
  optional: z.boolean().default(false),
  ignoreStatusChanges: z.boolean().default(false),
  watchFields: z.array(z.string()).exactOptional(),
});

/** Manifests that Sveltos is to deploy beside the services. */
export const policyRef = z.strictObject({
  kind: z.enum([
    "GitRepository",
    "OCIRepository",
    "Bucket",
    "ConfigMap",
    "Secret",
  ]).exactOptional(),
  name: text,
  namespace: text,
  path: text,
  remoteURL: z.strictObject({
    url: z.string().regex(/^(https?|oci):\/\//, {
      error: "expected a URL with http://, https:// or oci://",
    }),
    interval: text,
    secretRef: z.strictObject({ name: text, namespace: text }).exactOptional(),
    template: z.boolean().exactOptional(),
  }).exactOptional(),
  deploymentType: z.enum(["Local", "Remote"]).default("Remote"),
  tier: z.int32().min(1).default(100),
  optional: z.boolean().default(false),
  skipNamespaceCreation: z.boolean().default(false),
}).check((context) => {
  const { kind, remoteURL } = context.value;
  if ((kind === undefined) !== (remoteURL === undefined)) return;
  context.issues.push({
    code: "custom",
    input: context.value,
    path: [],
    message: "either remoteURL or kind must be set, but not both",
  });
});
