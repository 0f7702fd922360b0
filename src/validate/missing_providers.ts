/**
 * Checks that the providers of clusters are installed.
 *
 * @module
 */

import {
  type ClusterDeploymentSpec,
  type ComponentsSpec,
  type Declared,
  type Inventory,
  OFFICIAL_PROVIDER_CHARTS,
  officialTemplate,
  SINGLETON_NAME,
} from "../k0rdent/mod.ts";
import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { clusterChart } from "./cluster_chart.ts";
import { report, type ValidateInput } from "./input.ts";
import { installedTemplates } from "./installed_templates.ts";

const K0SMOTRON = "k0sproject-k0smotron";

/** The providers of k0rdent's own charts, as the charts declare them. */
const SHIPPED: Readonly<Record<string, readonly string[]>> = {
  "cluster-api": [],
  "cluster-api-provider-aws": ["infrastructure-aws"],
  "cluster-api-provider-azure": ["infrastructure-azure"],
  "cluster-api-provider-docker": ["infrastructure-docker"],
  "cluster-api-provider-gcp": ["infrastructure-gcp"],
  "cluster-api-provider-infoblox": ["ipam-infoblox"],
  "cluster-api-provider-ipam": ["ipam-in-cluster"],
  "cluster-api-provider-k0sproject-k0smotron": [
    `infrastructure-${K0SMOTRON}`,
    `bootstrap-${K0SMOTRON}`,
    `control-plane-${K0SMOTRON}`,
  ],
  "cluster-api-provider-kubevirt": ["infrastructure-kubevirt"],
  "cluster-api-provider-openstack": ["infrastructure-openstack"],
  "cluster-api-provider-vsphere": ["infrastructure-vsphere"],
  projectsveltos: [],
};

/**
 * Finds clusters whose template requires a provider that their Management or
 * Region does not install. Nothing is said where the Management or its Release
 * is not declared, or a chart's providers are not known.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * assertEquals([...checkMissingProviders(checkInput(""))], []);
 * ```
 */
export function* checkMissingProviders(
  input: ValidateInput,
): Iterable<Finding> {
  const { inventory } = input;
  for (const cluster of inventory.clusterDeployments.values()) {
    const parent = parentOf(cluster, inventory);
    const available = parent && availableProviders(parent, inventory);
    if (parent === undefined || available === undefined) continue;
    for (const provider of requiredProviders(cluster, input)) {
      if (available.has(provider)) continue;
      yield report(cluster, "validate/missing-provider", {
        field: ["spec", "template"],
        message: `Cannot deploy ${
          formatIdentity(identityOf(cluster.manifest))
        }: its template requires ${provider}, which ${
          formatIdentity(identityOf(parent.manifest))
        } does not install`,
      });
    }
  }
}

function parentOf(
  { spec, manifest }: Declared<ClusterDeploymentSpec>,
  inventory: Inventory,
): Declared<ComponentsSpec> | undefined {
  const key = `${manifest.metadata.namespace ?? ""}/${spec.credential}`;
  const region = inventory.credentials.get(key)?.spec.region ?? "";
  return region === ""
    ? inventory.managements.get(SINGLETON_NAME)
    : inventory.regions.get(region);
}

function availableProviders(
  { spec }: Declared<ComponentsSpec>,
  inventory: Inventory,
): ReadonlySet<string> | undefined {
  const available = new Set(["infrastructure-internal"]);
  const installed = installedTemplates(spec, inventory);
  if (installed === undefined) return undefined;
  for (const { component, template } of installed) {
    if (component.part === "capi") continue;
    const providers = providersOf(template, inventory);
    if (providers === undefined) return undefined;
    for (const provider of providers) available.add(provider);
  }
  return available;
}

function providersOf(
  name: string,
  { providerTemplates }: Inventory,
): readonly string[] | undefined {
  const declared = providerTemplates.get(name)?.spec;
  if (declared !== undefined && declared.providers.length > 0) {
    return declared.providers;
  }
  const chart = declared === undefined
    ? officialTemplate(name, OFFICIAL_PROVIDER_CHARTS)?.chart
    : declared.helm?.chartSpec?.chart;
  return chart !== undefined && Object.hasOwn(SHIPPED, chart)
    ? SHIPPED[chart]
    : undefined;
}

function requiredProviders(
  cluster: Declared<ClusterDeploymentSpec>,
  input: ValidateInput,
): readonly string[] {
  const chart = clusterChart(cluster, input);
  const declared = chart.template?.spec.providers ?? [];
  return declared.length > 0
    ? declared
    : chart.package?.metadata.providers ?? [];
}
