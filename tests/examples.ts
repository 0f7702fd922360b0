/**
 * The examples of ../shared: definitions as people write them, and what these
 * people have outside the file.
 *
 * @module
 */

import { isManifest, type Manifest } from "../src/model/mod.ts";
import { emitYaml, loadYamlAll } from "../src/yaml/mod.ts";
import { SHARED } from "./requirements.ts";

const EXAMPLES = new URL("data/examples/", SHARED);
const SYSTEM_NAMESPACE = "kcm-system";

/**
 * Reads the examples of one kind.
 *
 * @param directory The folder of that kind.
 * @returns The files' texts by name, in order.
 */
export function readExamples(
  directory: "clusterdeployments" | "multiclusterservices",
): Map<string, string> {
  const root = new URL(`${directory}/`, EXAMPLES);
  const names = [...Deno.readDirSync(root)].map(({ name }) => name).sort();
  return new Map(
    names.map((name) => [name, Deno.readTextFileSync(new URL(name, root))]),
  );
}

/**
 * Reads the ServiceTemplates of the catalog, with their HelmRepository. Those
 * that stand there twice, word for word, are read once.
 *
 * @returns The text.
 */
export function readServiceTemplates(): string {
  return [...new Set(readRepeatedTemplates().split("---\n"))].join("---\n");
}

/**
 * Reads the ServiceTemplates of the catalog as they are.
 *
 * @returns The text.
 */
export function readRepeatedTemplates(): string {
  return Deno.readTextFileSync(new URL("servicetemplates.yaml", EXAMPLES));
}

/**
 * Takes the first object of a text.
 *
 * @param text Documents of YAML.
 * @returns The object.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(firstObject("{apiVersion: v1, kind: Secret, metadata: {name: a}}").kind, "Secret");
 * ```
 */
export function firstObject(text: string): Manifest {
  const object = loadYamlAll(text).find(isManifest);
  if (object === undefined) {
    throw new Error("Cannot find an object in the text");
  }
  return object;
}

type Identity = Pick<Manifest, "apiVersion" | "kind"> & {
  readonly scope: "cluster" | "namespace";
  readonly body: Readonly<Record<string, unknown>>;
};

const SECRET: Identity = {
  apiVersion: "v1",
  kind: "Secret",
  scope: "namespace",
  body: { type: "Opaque" },
};

/** What providers take, by the first word of a cluster chart's name. */
const IDENTITIES: ReadonlyMap<string, Identity> = new Map([
  ["aws", {
    apiVersion: "infrastructure.cluster.x-k8s.io/v1beta2",
    kind: "AWSClusterStaticIdentity",
    scope: "cluster",
    body: {
      spec: { secretRef: "identity-secret", allowedNamespaces: {} },
    },
  }],
  ["azure", {
    apiVersion: "infrastructure.cluster.x-k8s.io/v1beta1",
    kind: "AzureClusterIdentity",
    scope: "namespace",
    body: {
      spec: {
        type: "ServicePrincipal",
        tenantID: "tenant",
        clientID: "client",
        clientSecret: { name: "identity-secret", namespace: SYSTEM_NAMESPACE },
        allowedNamespaces: {},
      },
    },
  }],
  ["vsphere", {
    apiVersion: "infrastructure.cluster.x-k8s.io/v1beta1",
    kind: "VSphereClusterIdentity",
    scope: "cluster",
    body: {
      spec: {
        secretName: "identity-secret",
        allowedNamespaces: { selector: { matchLabels: {} } },
      },
    },
  }],
]);

/**
 * What the author of a ClusterDeployment has beside it: the Credential that it
 * names, and an identity that the template's provider takes.
 *
 * @param cluster The ClusterDeployment.
 * @returns The text of both.
 */
export function credentialFor(cluster: Manifest): string {
  const { namespace = SYSTEM_NAMESPACE } = cluster.metadata;
  const spec = cluster.spec as { template: string; credential: string };
  const [provider = ""] = spec.template.split("-");
  const { scope, body, ...type } = IDENTITIES.get(provider) ?? SECRET;
  const place = scope === "namespace" ? { namespace } : {};
  const identity = {
    ...type,
    metadata: { name: "identity", ...place },
    ...body,
  };
  const identityRef = {
    ...type,
    name: "identity",
    namespace: SYSTEM_NAMESPACE,
    ...place,
  };
  const credential = {
    apiVersion: "k0rdent.mirantis.com/v1beta1",
    kind: "Credential",
    metadata: { name: spec.credential, namespace },
    spec: { identityRef },
  };
  return [identity, credential].map((object) => emitYaml(object as Manifest))
    .join("---\n");
}
