/**
 * The cloud identities that distributed Credentials bring along (kcm-spec 5.4).
 *
 * @module
 */

import {
  type Definition,
  type FieldPath,
  getField,
  getPath,
  groupOf,
  type Identity,
  identityOf,
  isMap,
  type Manifest,
  type Place,
} from "../../model/mod.ts";
import { INFRASTRUCTURE_GROUP, secret } from "../identity.ts";
import { K0RDENT_GROUP } from "../kind.ts";
import { isManaged } from "../managed.ts";
import { scopeOf } from "../scope.ts";
import { type Copies, copyOf } from "./copies.ts";

/**
 * The identities that k0rdent's providers know and that live in namespaces, or
 * name a Secret with its namespace; with the field that names the Secret. All
 * others are the same for every namespace.
 */
const IDENTITIES: Readonly<Record<string, { readonly secretRef?: string }>> = {
  "v1 Secret": {},
  [`${INFRASTRUCTURE_GROUP}/v1beta1 AzureClusterIdentity`]: {
    secretRef: "clientSecret",
  },
  [`${INFRASTRUCTURE_GROUP}/v1alpha1 OpenStackClusterIdentity`]: {
    secretRef: "secretRef",
  },
};

/** A Credential that KCM manages, and what it names. */
interface ManagedCredential {
  readonly namespace: string;
  readonly source: Identity;
  /** The field of the identity that names its Secret. */
  readonly secretRef?: string;
  readonly label: Readonly<Record<string, string>>;
  readonly by: Place;
}

/**
 * Adds the identities of the Credentials that KCM manages, with their Secrets.
 * Those of a Region belong to another cluster and are left out.
 *
 * @param copies The copies to add to; the Credentials among them count.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "../inventory.ts";
 * import { Copies } from "./copies.ts";
 * const { inventory } = takeInventory([], { systemNamespace: "kcm-system" });
 * const copies = new Copies(inventory);
 * addIdentityCopies(copies);
 * assertEquals(copies.made, []);
 * ```
 */
export function addIdentityCopies(copies: Copies): void {
  const { inventory, made } = copies;
  for (const definition of [...inventory.all.values(), ...made]) {
    const credential = managedCredential(definition, inventory.systemNamespace);
    if (credential !== undefined) addIdentity(copies, credential);
  }
}

function managedCredential(
  { manifest, origin }: Definition,
  systemNamespace: string,
): ManagedCredential | undefined {
  const { group, kind, namespace, name } = identityOf(manifest);
  if (group !== K0RDENT_GROUP || kind !== "Credential") return undefined;
  if (!isManaged(manifest) || namespace === systemNamespace) return undefined;
  if (getPath(manifest, ["spec", "region"])) return undefined;
  const field = ["spec", "identityRef"];
  const reference = getPath(manifest, field);
  const apiVersion = textOf(reference, ["apiVersion"]);
  const type = {
    group: groupOf(apiVersion),
    kind: textOf(reference, ["kind"]),
  };
  const known = getField(IDENTITIES, `${apiVersion} ${type.kind}`);
  if (!isMap(known)) return undefined;
  const isClusterScoped = scopeOf(type) === "cluster";
  return {
    ...known,
    namespace,
    source: {
      ...type,
      namespace: isClusterScoped ? "" : systemNamespace,
      name: textOf(reference, ["name"]),
    },
    label: { [`${K0RDENT_GROUP}/credential.${namespace}.${name}`]: "true" },
    by: { origin, field },
  };
}

function addIdentity(copies: Copies, credential: ManagedCredential): void {
  const { source, namespace, secretRef } = credential;
  const identity = copies.inventory.find(source);
  if (identity === undefined) return;
  const { manifest } = identity;
  if (secretRef !== undefined) addSecret(copies, manifest, credential);
  if (source.namespace === "") return;
  const fields = secretRef === undefined
    ? {}
    : rehomed(manifest, secretRef, namespace);
  add(copies, identity, { credential, fields });
}

function addSecret(
  copies: Copies,
  identity: Manifest,
  credential: ManagedCredential,
): void {
  const path = ["spec", credential.secretRef ?? ""];
  const home = textOf(identity, [...path, "namespace"]);
  const name = textOf(identity, [...path, "name"]);
  const found = copies.inventory.find(secret(name, home));
  if (found === undefined || home === credential.namespace) return;
  add(copies, found, { credential, fields: {} });
}

/** An encrypted document cannot be copied. */
function add(
  copies: Copies,
  source: Definition,
  context: {
    readonly credential: ManagedCredential;
    readonly fields: Partial<Manifest>;
  },
): void {
  if (source.verbatim !== undefined) return;
  const { credential: { namespace, label, by }, fields } = context;
  const copy = copyOf(source, { namespace, by, fields });
  copies.add(copy);
  copies.label(identityOf(copy.manifest), label);
}

/** An identity whose Secret is in another namespace. */
function rehomed(
  { spec }: Manifest,
  secretRef: string,
  namespace: string,
): Partial<Manifest> {
  const reference = getField(spec, secretRef);
  return isMap(spec) && isMap(reference)
    ? { spec: { ...spec, [secretRef]: { ...reference, namespace } } }
    : {};
}

function textOf(value: unknown, path: FieldPath): string {
  const text = getPath(value, path);
  return typeof text === "string" ? text : "";
}
