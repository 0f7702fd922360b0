/**
 * Kubernetes objects as data, and what tells them apart.
 *
 * @module
 */

import { isMap, type Value, type ValueMap } from "./value.ts";

/** The metadata that k0render reads; other fields are kept as they are. */
export type Metadata = ValueMap & {
  name: string;
  namespace?: string;
  labels?: { [key: string]: string };
  annotations?: { [key: string]: string };
};

/** A Kubernetes object: `apiVersion`, `kind`, a name, and its other fields. */
export type Manifest = ValueMap & {
  apiVersion: string;
  kind: string;
  metadata: Metadata;
};

/** What tells one object of a cluster from another; the version does not. */
export interface Identity {
  /** The API group; `""` is the core group. */
  readonly group: string;
  readonly kind: string;
  /** The namespace; `""` for objects without one. */
  readonly namespace: string;
  readonly name: string;
}

/**
 * Whether a value has what every Kubernetes object needs.
 *
 * @param value What to look at.
 * @returns Whether it has an `apiVersion`, a `kind` and a `metadata.name`,
 * each a non-empty string.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isManifest({ apiVersion: "v1", kind: "Secret", metadata: { name: "a" } }));
 * assert(!isManifest({ kind: "Secret" }));
 * ```
 */
export function isManifest(value: Value | undefined): value is Manifest {
  return isMap(value) && isName(value.apiVersion) && isName(value.kind) &&
    isMap(value.metadata) && isName(value.metadata.name);
}

function isName(value: Value | undefined): value is string {
  return typeof value === "string" && value !== "";
}

/**
 * The group of an `apiVersion`.
 *
 * @param apiVersion For instance `helm.toolkit.fluxcd.io/v2` or `v1`.
 * @returns The part before the slash; `""` for the core group.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(groupOf("helm.toolkit.fluxcd.io/v2"), "helm.toolkit.fluxcd.io");
 * assertEquals(groupOf("v1"), "");
 * ```
 */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf("/");
  return slash < 0 ? "" : apiVersion.slice(0, slash);
}

/**
 * The identity of an object.
 *
 * @param manifest The object.
 * @returns Its group, kind, namespace and name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   identityOf({ apiVersion: "v1", kind: "Secret", metadata: { name: "a", namespace: "b" } }),
 *   { group: "", kind: "Secret", namespace: "b", name: "a" },
 * );
 * ```
 */
export function identityOf(manifest: Manifest): Identity {
  return {
    group: groupOf(manifest.apiVersion),
    kind: manifest.kind,
    namespace: manifest.metadata.namespace ?? "",
    name: manifest.metadata.name,
  };
}

/**
 * An identity as a key of maps, unique for each identity.
 *
 * @param identity The identity.
 * @returns `group/kind/namespace/name`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(identityKey({ group: "", kind: "Secret", namespace: "b", name: "a" }), "/Secret/b/a");
 * ```
 */
export function identityKey(identity: Identity): string {
  return `${identity.group}/${identity.kind}/${identity.namespace}/${identity.name}`;
}

/**
 * An identity as people write it.
 *
 * @param identity The identity; the group is left out.
 * @returns For instance `ClusterDeployment prod/eu1`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   formatIdentity({ group: "", kind: "Namespace", namespace: "", name: "prod" }),
 *   "Namespace prod",
 * );
 * ```
 */
export function formatIdentity(identity: Identity): string {
  const { kind, namespace, name } = identity;
  return namespace === "" ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
