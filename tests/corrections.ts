/**
 * What makes examples that are refused acceptable.
 *
 * @module
 */

import type { ValueMap } from "../src/model/mod.ts";
import { emitYaml, loadYamlAll } from "../src/yaml/mod.ts";

/** Corrects the text of an example. */
export type Correction = (text: string) => string;

/**
 * What the reasons of refusals ask for.
 *
 * @param unplaced The examples that lack a namespace.
 * @returns The corrections by file.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const correct = corrections(["a.yaml"]).get("a.yaml");
 * assertEquals(correct?.("metadata:\n"), "metadata:\n  namespace: kcm-system\n");
 * ```
 */
export function corrections(
  unplaced: readonly string[],
): ReadonlyMap<string, Correction> {
  return new Map<string, Correction>([
    ...unplaced.map((file) => [file, intoNamespace] as const),
    [
      "k0rdent-kof-docs-kcm-region.md-3.yaml",
      (text) => `${text}  config: {}\n`,
    ],
    [
      "docs-docs-admin-clusters-admin-adopting-clusters.md-2.yaml",
      (text) => text.replace("1.11.0", "1-0-2"),
    ],
    [
      "docs-docs-admin-ksm-ksm-service-templates.md-10.yaml",
      (text) =>
        text + serviceTemplate("tenant42", "project-ingress-nginx-4.11.3"),
    ],
    [
      "docs-docs-user-services-add-service-to-clusterdeployment.md-1.yaml",
      (text) =>
        text + serviceTemplate("tenant42", "project-ingress-nginx-4.11.0"),
    ],
    [
      "docs-docs-user-services-beach-head.md-1.yaml",
      (text) => text + serviceTemplate("kcm-system", "ingress-nginx-4-11-3"),
    ],
    ...[2, 4].map((fence) =>
      [
        `docs-docs-user-services-service-upgrade.md-${fence}.yaml`,
        (text: string) => text + upgradeOfIngress("tenant42"),
      ] as const
    ),
    [
      "docs-docs-admin-hosted-control-plane-hcp-openstack.md-1.yaml",
      (text) => configIntoSpec(intoNamespace(text)),
    ],
    [
      "kcm-test-e2e-clusterdeployment-resources-docker-standalone-cp.yaml",
      (text) => text + serviceTemplate("kcm-system", "ingress-nginx-4-11-3"),
    ],
  ]);
}

/** What `kubectl apply -n kcm-system` makes of an example. */
function intoNamespace(text: string): string {
  return text.replace("metadata:\n", "metadata:\n  namespace: kcm-system\n");
}

function serviceTemplate(namespace: string, name: string): string {
  return documents(repository(namespace), template(namespace, name));
}

/** Both releases that the guide upgrades between, and the chain that lets it. */
function upgradeOfIngress(namespace: string): string {
  const [from, to] = ["ingress-nginx-4-11-3", "ingress-nginx-4-11-5"] as const;
  return documents(
    repository(namespace),
    template(namespace, from),
    template(namespace, to),
    {
      apiVersion: "k0rdent.mirantis.com/v1beta1",
      kind: "ServiceTemplateChain",
      metadata: { name: "ingress-nginx-chain", namespace },
      spec: {
        supportedTemplates: [
          { name: from, availableUpgrades: [{ name: to }] },
          { name: to },
        ],
      },
    },
  );
}

function documents(...objects: readonly ValueMap[]): string {
  return objects.map((object) => `---\n${emitYaml(object)}`).join("");
}

function repository(namespace: string): ValueMap {
  return {
    apiVersion: "source.toolkit.fluxcd.io/v1",
    kind: "HelmRepository",
    metadata: { name: "charts", namespace },
    spec: { url: "https://charts.example.com", interval: "10m" },
  };
}

function template(namespace: string, name: string): ValueMap {
  const sourceRef = { kind: "HelmRepository", name: "charts" };
  return {
    apiVersion: "k0rdent.mirantis.com/v1beta1",
    kind: "ServiceTemplate",
    metadata: { name, namespace },
    spec: {
      helm: {
        chartSpec: { chart: "ingress-nginx", version: "4.11.3", sourceRef },
      },
    },
  };
}

function configIntoSpec(text: string): string {
  const [object] = loadYamlAll(text) as [ValueMap];
  const { config, spec, ...rest } = object;
  return emitYaml({
    ...rest,
    spec: { ...spec as ValueMap, config } as ValueMap,
  });
}
