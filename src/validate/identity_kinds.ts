/**
 * Checks that clusters' Credentials fit the providers of their templates.
 *
 * @module
 */

import type { ClusterDeploymentSpec, Declared } from "../k0rdent/mod.ts";
import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { clusterChart } from "./cluster_chart.ts";
import { report, type ValidateInput } from "./input.ts";
import { identityKinds, INFRASTRUCTURE_PREFIX } from "./providers.ts";

/**
 * Finds clusters whose identity the provider does not take, and those whose
 * template has no infrastructure provider.
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
 * kind: ClusterDeployment
 * metadata: {name: eu1, namespace: prod}
 * spec: {template: own, credential: main}
 * ---
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ClusterTemplate
 * metadata: {name: own, namespace: prod}
 * spec: {providers: [infrastructure-aws], helm: {chartSpec: {chart: own}}}
 * ---
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: Credential
 * metadata: {name: main, namespace: prod}
 * spec: {identityRef: {apiVersion: v1, kind: Secret, name: a}}
 * `);
 * const found = [...checkIdentityKinds(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/identity-kind"]);
 * ```
 */
export function* checkIdentityKinds(input: ValidateInput): Iterable<Finding> {
  const kindsOf = identityKinds(input.inventory);
  for (const cluster of input.inventory.clusterDeployments.values()) {
    const providers = infrastructureOf(cluster, input);
    if (providers === undefined) continue;
    const object = formatIdentity(identityOf(cluster.manifest));
    if (providers.length === 0) {
      yield report(cluster, "validate/template-providers", {
        field: ["spec", "template"],
        message:
          `Cannot deploy ${object}: ClusterTemplate "${cluster.spec.template}" names no infrastructure provider`,
      });
    }
    const { namespace } = cluster.manifest.metadata;
    const { credential } = cluster.spec;
    const kind = input.inventory.credentials.get(`${namespace}/${credential}`)
      ?.spec.identityRef.kind;
    if (kind === undefined) continue;
    for (const provider of providers) {
      const allowed = kindsOf(provider);
      if (allowed === undefined) {
        yield unknownProvider(cluster, provider);
        continue;
      }
      if (allowed.includes(kind)) continue;
      yield report(cluster, "validate/identity-kind", {
        field: ["spec", "credential"],
        message:
          `Cannot use Credential "${credential}" for ${object}: ${provider} takes ${
            allowed.join(" or ")
          }, not ${kind}`,
      });
    }
  }
}

/** KCM learns of providers by the ProviderInterfaces of their charts. */
function unknownProvider(
  cluster: Declared<ClusterDeploymentSpec>,
  provider: string,
): Finding {
  return report(cluster, "validate/unknown-provider", {
    field: ["spec", "template"],
    message: `Cannot tell which identities ${
      formatIdentity(identityOf(cluster.manifest))
    } may have: ${provider} does not come with k0rdent, and no ProviderInterface is declared for it`,
  });
}

/** Nothing where the template's providers are not known at all. */
function infrastructureOf(
  cluster: Declared<ClusterDeploymentSpec>,
  input: ValidateInput,
): string[] | undefined {
  const chart = clusterChart(cluster, input);
  const declared = chart.template?.spec.providers ?? [];
  const providers = declared.length > 0
    ? declared
    : chart.package?.metadata.providers;
  return providers
    ?.map((provider) => provider.trim())
    .filter((provider) => provider.startsWith(INFRASTRUCTURE_PREFIX));
}
