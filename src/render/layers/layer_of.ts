/**
 * Which layer an object that belongs to no cluster goes to.
 *
 * @module
 */

import { K0RDENT_GROUP } from "../../k0rdent/kind.ts";
import { SOURCE_GROUP } from "../../k0rdent/source_spec.ts";
import { getField, type Identity, type Layer } from "../../model/mod.ts";

const CREDENTIALS = "credentials";
const TEMPLATES = "templates";

/** Layers by group and kind; `*` stands for every other kind of a group. */
const LAYER_OF_KIND: Readonly<
  Record<string, Readonly<Record<string, Layer>>>
> = {
  "": { Namespace: "namespaces", Secret: CREDENTIALS },
  [SOURCE_GROUP]: { "*": "sources" },
  [K0RDENT_GROUP]: {
    ClusterTemplate: TEMPLATES,
    ClusterTemplateChain: TEMPLATES,
    ProviderTemplate: TEMPLATES,
    ServiceTemplate: TEMPLATES,
    ServiceTemplateChain: TEMPLATES,
    ClusterAuditPolicy: CREDENTIALS,
    ClusterAuthentication: CREDENTIALS,
    Credential: CREDENTIALS,
    DataSource: CREDENTIALS,
  },
  "infrastructure.cluster.x-k8s.io": {
    AWSClusterControllerIdentity: CREDENTIALS,
    AWSClusterRoleIdentity: CREDENTIALS,
    AWSClusterStaticIdentity: CREDENTIALS,
    AzureClusterIdentity: CREDENTIALS,
    OpenStackClusterIdentity: CREDENTIALS,
    VSphereClusterIdentity: CREDENTIALS,
  },
  "bitnami.com": { "*": CREDENTIALS },
  "external-secrets.io": { "*": CREDENTIALS },
};

/** What Sveltos fills with a cluster's credential, by KCM's convention. */
const RESOURCE_TEMPLATE = /-resource-template$/;

/**
 * The layer of an object.
 *
 * Secrets that sources need go with the sources: what comes before the
 * credentials cannot wait for them.
 *
 * @param identity The object.
 * @param sourceSecrets `namespace/name` of the Secrets that sources refer to.
 * @returns Its layer; `platform` for all that has no other.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const secret = { group: "", kind: "Secret", namespace: "prod", name: "aws" };
 * assertEquals(layerOf(secret, new Set()), "credentials");
 * assertEquals(layerOf(secret, new Set(["prod/aws"])), "sources");
 * ```
 */
export function layerOf(
  identity: Identity,
  sourceSecrets: ReadonlySet<string>,
): Layer {
  const { group, kind, namespace, name } = identity;
  if (group === "" && kind === "ConfigMap" && RESOURCE_TEMPLATE.test(name)) {
    return CREDENTIALS;
  }
  const layer = layerOfKind(group, kind);
  return layer === CREDENTIALS && sourceSecrets.has(`${namespace}/${name}`) &&
      holdsSecret(group, kind)
    ? "sources"
    : layer;
}

function layerOfKind(group: string, kind: string): Layer {
  const kinds = getField(LAYER_OF_KIND, group);
  const layer = getField(kinds, kind) ?? getField(kinds, "*") ?? "platform";
  return layer as Layer;
}

/** Whether an object of this kind is a Secret or becomes the one of its name. */
function holdsSecret(group: string, kind: string): boolean {
  return (group === "" && kind === "Secret") ||
    (group === "bitnami.com" && kind === "SealedSecret") ||
    (group === "external-secrets.io" && kind === "ExternalSecret");
}
