/**
 * The chart values of a cluster, with all that KCM injects (kcm-spec 2.5).
 *
 * @module
 */

import { kcmHas } from "../../k0rdent/mod.ts";
import { getField, type ValueMap } from "../../model/mod.ts";
import { type Installation, REGISTRY_CREDENTIALS } from "../../source/mod.ts";
import { type AddressClaim, poolValues } from "./address_pool.ts";
import {
  mergeLayers,
  settingLayer,
  type ValueEdit,
  type ValueLayer,
} from "./value_layer.ts";

/** A document that a cluster's API server reads from a file. */
export interface HashedDocument {
  readonly text: string;
  /** What makes machines roll when the document changes. */
  readonly hash: string;
}

/** What a cluster's values are made from. */
export interface ValuesInput {
  /** The ClusterDeployment's name. */
  readonly name: string;
  readonly config: ValueMap;
  /** The ClusterDeployment's labels as they are in the cluster. */
  readonly labels: Readonly<Record<string, string>>;
  /** The Credential's `identityRef`. */
  readonly identity: ValueMap;
  readonly installation: Installation;
  readonly authentication?: HashedDocument & { readonly anonymous: boolean };
  readonly auditPolicy?: HashedDocument;
  /** The version of KCM. */
  readonly kcmVersion: string;
  /** The claim whose pool of addresses the chart is to know. */
  readonly addressClaim?: AddressClaim;
}

/**
 * The name of the Secret with a cluster's authentication configuration.
 *
 * @param cluster The ClusterDeployment's name.
 * @returns The Secret's name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(authenticationName("eu1"), "eu1-auth-config");
 * ```
 */
export function authenticationName(cluster: string): string {
  return `${cluster}-auth-config`;
}

/**
 * The name of the ConfigMap with a cluster's audit policy.
 *
 * @param cluster The ClusterDeployment's name.
 * @returns The ConfigMap's name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(auditPolicyName("eu1"), "eu1-audit-policy");
 * ```
 */
export function auditPolicyName(cluster: string): string {
  return `${cluster}-audit-policy`;
}

/**
 * The hands that the values of a cluster's chart go through, in order.
 *
 * @param input What the values are made from.
 * @returns The layers; the chart's own defaults lie below them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * const layers = valueLayers({
 *   name: "eu1",
 *   config: { workersNumber: 2 },
 *   labels: {},
 *   identity: {},
 *   installation: DEFAULT_CONFIG.installation,
 *   kcmVersion: "1.12.0",
 * });
 * assertEquals(layers.map(({ id }) => id), [
 *   "config",
 *   "audit-policy",
 *   "identity",
 *   "labels",
 * ]);
 * ```
 */
export function valueLayers(input: ValuesInput): ValueLayer[] {
  const { config, addressClaim, identity, labels } = input;
  const layers: ValueLayer[] = [
    settingLayer("config", config),
    settingLayer(
      "address-pool",
      addressClaim === undefined ? {} : poolValues(config, addressClaim),
    ),
    settingLayer("authentication", authenticationValues(input)),
    { id: "audit-policy", edits: auditEdits(input) },
    settingLayer("identity", {
      clusterIdentity: {
        apiVersion: getField(identity, "apiVersion") ?? "",
        kind: getField(identity, "kind") ?? "",
        name: getField(identity, "name") ?? "",
        namespace: getField(identity, "namespace") ?? "",
      },
    }),
    settingLayer("installation", globalValues(input.installation)),
    {
      id: "labels",
      edits: [{ kind: "fill", path: ["clusterLabels"], value: { ...labels } }],
    },
  ];
  return layers.filter(({ edits }) => edits.length > 0);
}

/**
 * Makes the values of a cluster's chart.
 *
 * @param input What they are made from.
 * @returns The values, before the chart's defaults.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * const identity = { apiVersion: "v1", kind: "Secret", name: "key", namespace: "prod" };
 * const values = clusterValues({
 *   name: "eu1",
 *   config: { workersNumber: 2 },
 *   labels: { env: "dev" },
 *   identity,
 *   installation: DEFAULT_CONFIG.installation,
 *   kcmVersion: "1.12.0",
 * });
 * assertEquals(values, {
 *   workersNumber: 2,
 *   clusterIdentity: identity,
 *   clusterLabels: { env: "dev" },
 * });
 * ```
 */
export function clusterValues(input: ValuesInput): ValueMap {
  return mergeLayers(valueLayers(input));
}

function authenticationValues({ name, authentication }: ValuesInput): ValueMap {
  if (authentication === undefined) return {};
  const { hash, anonymous } = authentication;
  return {
    auth: {
      configSecret: { name: authenticationName(name), key: "config", hash },
      ...(anonymous ? { configWithAnon: true } : {}),
    },
  };
}

/** Without a policy a reference that somebody wrote is dropped. */
function auditEdits(input: ValuesInput): ValueEdit[] {
  const { name, auditPolicy, kcmVersion } = input;
  if (!kcmHas(kcmVersion, "auditPolicies")) return [];
  const path = ["audit", "policyRef"];
  if (auditPolicy === undefined) return [{ kind: "drop", path }];
  const { hash } = auditPolicy;
  const value = { name: auditPolicyName(name), key: "policy", hash };
  return [{ kind: "set", path, value }];
}

/** As soon as one setting is there, KCM replaces what somebody wrote. */
function globalValues(installation: Installation): ValueMap {
  const { globalRegistry, registryCredsSecret } = installation;
  const settings: ValueMap = {
    registry: globalRegistry,
    k0sURL: installation.globalK0sURL,
    registryCertSecret: installation.registryCertSecret,
    k0sURLCertSecret: installation.k0sURLCertSecret,
  };
  if (Object.values(settings).every((value) => value === "")) return {};
  if (registryCredsSecret !== "" && globalRegistry !== "") {
    settings.registryCredentialSecret = REGISTRY_CREDENTIALS;
  }
  return { global: settings };
}
