/**
 * The templates that come with k0rdent itself.
 *
 * A management cluster has one ClusterTemplate for each cluster chart of its
 * release, and one ProviderTemplate for each provider chart. Repositories name these templates without declaring them.
 *
 * @module
 */

/** A chart by name and version. */
export interface OfficialTemplate {
  readonly chart: string;
  readonly version: string;
}

/** The cluster charts that k0rdent releases have templates of. */
export const OFFICIAL_CLUSTER_CHARTS: readonly string[] = [
  "adopted-cluster",
  "aws-eks",
  "aws-hosted-cp",
  "aws-standalone-cp",
  "azure-aks",
  "azure-hosted-cp",
  "azure-standalone-cp",
  "docker-hosted-cp",
  "gcp-gke",
  "gcp-hosted-cp",
  "gcp-standalone-cp",
  "kubevirt-hosted-cp",
  "kubevirt-standalone-cp",
  "openstack-hosted-cp",
  "openstack-standalone-cp",
  "remote-cluster",
  "vsphere-hosted-cp",
  "vsphere-standalone-cp",
];

/** The charts that k0rdent releases have ProviderTemplates of. */
export const OFFICIAL_PROVIDER_CHARTS: readonly string[] = [
  "cluster-api",
  "cluster-api-provider-aws",
  "cluster-api-provider-azure",
  "cluster-api-provider-docker",
  "cluster-api-provider-gcp",
  "cluster-api-provider-infoblox",
  "cluster-api-provider-ipam",
  "cluster-api-provider-k0sproject-k0smotron",
  "cluster-api-provider-kubevirt",
  "cluster-api-provider-openstack",
  "cluster-api-provider-vsphere",
  "kcm",
  "kcm-regional",
  "projectsveltos",
];

/** Major, minor and patch, and a prerelease, with dashes for dots. */
const DASHED_VERSION = /^(\d+)-(\d+)-(\d+)(?:-([0-9A-Za-z-]+))?$/;

/**
 * Reads the name of a template that k0rdent ships.
 *
 * @param name The template's name, for instance `aws-standalone-cp-1-0-43`.
 * @param charts The charts that k0rdent ships templates of.
 * @returns The chart and version, or `undefined` for any other name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(officialTemplate("aws-standalone-cp-1-0-43"), {
 *   chart: "aws-standalone-cp",
 *   version: "1.0.43",
 * });
 * assertEquals(officialTemplate("my-own-template"), undefined);
 * ```
 */
export function officialTemplate(
  name: string,
  charts: readonly string[] = OFFICIAL_CLUSTER_CHARTS,
): OfficialTemplate | undefined {
  for (const chart of charts) {
    if (!name.startsWith(`${chart}-`)) continue;
    const version = DASHED_VERSION.exec(name.slice(chart.length + 1));
    if (version === null) continue;
    const [, major, minor, patch, prerelease] = version;
    const release = `${major}.${minor}.${patch}`;
    return {
      chart,
      version: prerelease === undefined
        ? release
        : `${release}-${prerelease.replaceAll("-", ".")}`,
    };
  }
  return undefined;
}

/**
 * Whether a Release has a name as k0rdent gives them. What such a Release
 * consists of cannot be told from its name: builds of one version differ.
 *
 * @param name The Release's name, for instance `kcm-1-11-0`.
 * @returns Whether k0rdent may have made it.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isOfficialRelease("kcm-1-11-0"));
 * assert(!isOfficialRelease("our-release"));
 * ```
 */
export function isOfficialRelease(name: string): boolean {
  return officialTemplate(name, ["kcm"]) !== undefined;
}
