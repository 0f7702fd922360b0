/**
 * Checks that services run on the Kubernetes version of their cluster.
 *
 * @module
 */

import type {
  ClusterDeploymentSpec,
  Declared,
  ServiceTemplateSpec,
} from "../k0rdent/mod.ts";
import {
  type Constraint,
  type Finding,
  formatIdentity,
  identityOf,
  parseConstraint,
  parseVersion,
  type Version,
} from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";
import { SERVICES_FIELD } from "./service_holders.ts";

/**
 * Finds versions and constraints that cannot be read, and services whose
 * template does not accept the version of the cluster's template. Services of
 * MultiClusterServices are never compared, as KCM does not do so either.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ClusterTemplate
 * metadata: {name: a, namespace: b}
 * spec: {k8sVersion: latest, helm: {chartSpec: {chart: a}}}
 * `);
 * const found = [...checkKubernetesVersions(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/kubernetes-version"]);
 * ```
 */
export function* checkKubernetesVersions(
  input: ValidateInput,
): Iterable<Finding> {
  const { clusterDeployments, clusterTemplates, serviceTemplates } =
    input.inventory;
  for (const template of clusterTemplates.values()) {
    const { k8sVersion } = template.spec;
    if (k8sVersion === undefined || parseVersion(k8sVersion)) continue;
    yield report(template, "validate/kubernetes-version", {
      field: ["spec", "k8sVersion"],
      message: `Cannot use ${
        formatIdentity(identityOf(template.manifest))
      }: "${k8sVersion}" is no version`,
    });
  }
  for (const template of serviceTemplates.values()) {
    const { k8sConstraint = "" } = template.spec;
    if (k8sConstraint === "" || parseConstraint(k8sConstraint)) continue;
    yield report(template, "validate/kubernetes-version", {
      field: ["spec", "k8sConstraint"],
      message: `Cannot use ${
        formatIdentity(identityOf(template.manifest))
      }: "${k8sConstraint}" is no version constraint`,
    });
  }
  for (const cluster of clusterDeployments.values()) {
    const version = versionOf(cluster, input);
    if (version !== undefined) yield* refusals(cluster, { input, version });
  }
}

function versionOf(
  cluster: Declared<ClusterDeploymentSpec>,
  { inventory }: ValidateInput,
): Version | undefined {
  const { namespace } = cluster.manifest.metadata;
  const key = `${namespace}/${cluster.spec.template}`;
  return parseVersion(
    inventory.clusterTemplates.get(key)?.spec.k8sVersion ?? "",
  );
}

function* refusals(
  cluster: Declared<ClusterDeploymentSpec>,
  context: { readonly input: ValidateInput; readonly version: Version },
): Iterable<Finding> {
  const { namespace } = cluster.manifest.metadata;
  const { serviceTemplates } = context.input.inventory;
  const { services } = cluster.spec.serviceSpec;
  for (const [index, service] of services.entries()) {
    const template = serviceTemplates.get(`${namespace}/${service.template}`);
    if (service.disable || template === undefined) continue;
    const constraint = constraintOf(template);
    if (constraint === undefined || constraint(context.version)) continue;
    const { major, minor, patch } = context.version;
    yield report(cluster, "validate/kubernetes-version", {
      field: [...SERVICES_FIELD, index, "template"],
      message: `Cannot deploy service "${service.name}" to ${
        formatIdentity(identityOf(cluster.manifest))
      }: ServiceTemplate "${service.template}" wants Kubernetes ${template.spec.k8sConstraint}, the cluster has ${major}.${minor}.${patch}`,
    });
  }
}

/** KCM reads the constraint only of templates with a chart of their own. */
function constraintOf(
  { spec }: Declared<ServiceTemplateSpec>,
): Constraint | undefined {
  const hasChart = spec.helm !== undefined &&
    spec.helm.chartSource === undefined;
  return hasChart ? parseConstraint(spec.k8sConstraint ?? "") : undefined;
}
