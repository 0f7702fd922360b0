/**
 * The configuration that a dry source carries: `k0render.yaml`.
 *
 * Settings stand at the top level, as in a `kustomization.yaml`. All are
 * optional. What a repository may not decide (URLs, tokens, limits, keys) is
 * not here: it is the service's own configuration.
 *
 * @module
 */

import { z } from "zod";
import { isBranchName } from "./branch_name.ts";

/** The `apiVersion` of the configuration. */
export const CONFIG_API_VERSION = "k0render.dev/v1alpha1";

/** The `kind` of the configuration. */
export const CONFIG_KIND = "RenderConfig";

const environmentSchema = z.strictObject({
  name: z.string().regex(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    "must be a DNS label",
  ).describe("What the environment is called, for instance prod."),
  branch: z.string().refine(isBranchName, "is not a name that Git allows")
    .describe("The branch that the environment is rendered to."),
  namespaces: z.array(z.string().min(1)).min(1).optional().describe(
    "The namespaces whose objects belong to the environment. Objects without a namespace belong to every environment. Left out, all namespaces.",
  ),
  paths: z.array(
    z.string().refine(isDirectoryPath, "must be a path below the root"),
  ).min(1).optional().describe(
    "The directories and files that belong to the environment. Left out, the whole repository.",
  ),
});

/** The schema of `installation`. */
export const installationSchema = z.strictObject({
  templatesRepoURL: z.string().regex(
    /^(oci|https?):\/\/\S+$/,
    "must begin with oci://, https:// or http://",
  ).default("oci://ghcr.io/k0rdent/kcm/charts").describe(
    "Where k0rdent's own charts come from.",
  ),
  insecureRegistry: z.boolean().default(false).describe(
    "Whether that registry speaks plain HTTP or has a certificate nobody knows.",
  ),
  registryCredsSecret: z.string().default("").describe(
    "The Secret with that registry's credentials.",
  ),
  registryCertSecret: z.string().default("").describe(
    "The Secret with that registry's CA certificate.",
  ),
  globalRegistry: z.string().default("").describe(
    "The registry that all images and charts of clusters come from.",
  ),
  globalK0sURL: z.string().default("").describe(
    "Where clusters download k0s from.",
  ),
  k0sURLCertSecret: z.string().default("").describe(
    "The Secret with the CA certificate of that place.",
  ),
  imagePullSecret: z.string().optional().describe(
    "The Secret that platform components pull images with. Empty says that there is none; left out, the charts' own values stay.",
  ),
  proxySecret: z.string().default("").describe(
    "The Secret with the proxy settings of platform components.",
  ),
  enableProvidersReload: z.boolean().optional().describe(
    "Whether platform components restart when their configuration changes. Left out, the charts' own values stay.",
  ),
  defaultHelmTimeout: z.string().regex(
    /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/,
    "must be a duration such as 15m",
  ).optional().describe("The timeout of HelmReleases that name none."),
}).describe(
  "The settings of the KCM installation that reach rendered objects, under the names that they have in the kcm chart. What is left at its default is taken from the declared Management.",
);

const layoutSchema = z.strictObject({
  shards: z.strictObject({
    above: z.int().min(1).default(500).describe(
      "With more clusters than this, clusters share Flux Kustomizations.",
    ),
    size: z.int().min(1).max(500).default(50).describe(
      "How many clusters share one then.",
    ),
  }).prefault({}).describe(
    "How clusters are spread over Flux Kustomizations.",
  ),
  source: z.strictObject({
    name: z.string().min(1).default("k0render").describe("Its name."),
    namespace: z.string().min(1).default("flux-system").describe(
      "Its namespace.",
    ),
  }).prefault({}).describe(
    "The Flux GitRepository that follows the branch; the Flux Kustomizations stand in its namespace.",
  ),
});

const helmSchema = z.strictObject({
  version: z.literal([3, 4]).default(4).describe(
    "The Helm whose rules hold: 4 as in Flux's helm-controller, 3 as in KCM's dry run.",
  ),
  kubeVersion: z.string().regex(
    /^v?\d+\.\d+(\.\d+)?([-+][0-9A-Za-z.+-]+)?$/,
    "must be a version such as 1.36.0",
  ).optional().describe(
    "The Kubernetes version of the management cluster; that of Helm's own client where none is given.",
  ),
  apiVersions: z.array(z.string().min(1)).default([]).describe(
    "The API versions that the management cluster serves besides those of Kubernetes.",
  ),
}).describe(
  "What Helm charts are rendered for, and see as .Capabilities.",
);

const metadataSchema = z.strictObject({
  name: z.string().optional().describe("A name; nothing depends on it."),
  annotations: z.record(z.string(), z.string()).optional().describe(
    "Annotations. k0render.dev/acknowledge accepts effects by name, as in delete:prod/eu1, that a guard would stop.",
  ),
}).describe(
  "What Kubernetes objects have, so that there is a place for annotations.",
);

const guardsSchema = z.strictObject({
  clustersDeleted: z.int().min(0).default(1).describe(
    "How many clusters a commit may delete.",
  ),
  clustersReplaced: z.int().min(0).default(0).describe(
    "How many clusters a commit may delete and make anew.",
  ),
  controlPlanesRolled: z.int().min(0).optional().describe(
    "In how many clusters a commit may roll the control plane. Left out, any number.",
  ),
  protectedKinds: z.array(z.string().min(1)).default([]).describe(
    "Kinds of which a commit may delete or replace no object, as in Credential.",
  ),
  protectedNamespaces: z.array(z.string().min(1)).default([]).describe(
    "Namespaces in which a commit may delete or replace nothing and uninstall no service.",
  ),
}).describe(
  "What stops a commit until somebody accepts it by name. A commit that leaves no cluster is always stopped.",
);

/** The schema of `k0render.yaml`; docs/schema/renderconfig.json is made of it. */
export const renderConfigSchema = z.strictObject({
  apiVersion: z.literal(CONFIG_API_VERSION),
  kind: z.literal(CONFIG_KIND),
  metadata: metadataSchema.optional(),
  kcmVersion: z.string().regex(
    /^v?\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/,
    "must be a version such as 1.12.0",
  ).default("1.12.0").describe(
    "The version of KCM whose behaviour to reproduce.",
  ),
  systemNamespace: z.string().min(1).default("kcm-system").describe(
    "The namespace that KCM runs in.",
  ),
  applyLevel: z.enum(["capi", "helmrelease", "k0rdent"]).default("capi")
    .describe(
      "What Flux applies for each ClusterDeployment: Cluster API objects, the HelmRelease, or the k0rdent objects.",
    ),
  serviceDelivery: z.enum(["sveltos", "helmrelease"]).default("sveltos")
    .describe(
      "How services reach clusters: Sveltos Profiles, or a Flux HelmRelease each.",
    ),
  environments: z.array(environmentSchema).min(1)
    .refine(haveDistinct("name"), "must have different names")
    .refine(haveDistinct("branch"), "must have different branches")
    .default([{ name: "default", branch: "rendered" }]).describe(
      "What is rendered to which branch.",
    ),
  installation: installationSchema.prefault({}),
  trackingLabels: z.record(z.string().min(1), z.string()).default({}).describe(
    "The labels that a GitOps tool puts on ClusterDeployments, which KCM copies to their clusters. {namespace} and {name} stand for those of the ClusterDeployment. They count at applyLevel k0rdent only.",
  ),
  helm: helmSchema.prefault({}),
  guards: guardsSchema.prefault({}),
  layout: layoutSchema.prefault({}).describe("How the rendered tree is cut."),
});

/** The configuration of a dry source, with all defaults in place. */
export type RenderConfig = Readonly<z.output<typeof renderConfigSchema>>;

/** A part of the dry source that is rendered to a branch of its own. */
export type Environment = RenderConfig["environments"][number];

/** What stops a commit until somebody accepts it by name. */
export type Guards = RenderConfig["guards"];

/** The settings of the KCM installation that reach rendered objects. */
export type Installation = RenderConfig["installation"];

/** What Flux is to apply for each ClusterDeployment. */
export type ApplyLevel = RenderConfig["applyLevel"];

/** How services reach clusters. */
export type ServiceDelivery = RenderConfig["serviceDelivery"];

/** The configuration of a dry source without a `k0render.yaml`. */
export const DEFAULT_CONFIG: RenderConfig = renderConfigSchema.parse({
  apiVersion: CONFIG_API_VERSION,
  kind: CONFIG_KIND,
});

function isDirectoryPath(path: string): boolean {
  return path.split("/").every((name) =>
    name !== "" && name !== "." && name !== ".."
  );
}

function haveDistinct<Key extends string>(key: Key) {
  return function (items: readonly Record<Key, string>[]): boolean {
    return new Set(items.map((item) => item[key])).size === items.length;
  };
}
