/**
 * What the clusters of a Region share there (kcm-spec 2.4, 5.4).
 *
 * @module
 */

import {
  credentialIdentity,
  type CredentialSpec,
  type Declared,
  inventoryReferences,
} from "../../k0rdent/mod.ts";
import {
  type Definition,
  type Finding,
  formatIdentity,
  type Identity,
  identityKey,
  identityOf,
  makeFinding,
} from "../../model/mod.ts";
import { bareNamespace } from "../layers/generated_namespaces.ts";
import { registrySecrets } from "../../source/mod.ts";
import { RENDER_RULES } from "../rules.ts";
import type { Scope } from "../scope.ts";
import { resourceTemplateName } from "../services/propagation.ts";

/** What the clusters of a Region share there. */
export interface RegionContent {
  readonly definitions: readonly Definition[];
  /** Objects with errors: what the branch has of them stays. */
  readonly retained: readonly Identity[];
  readonly findings: readonly Finding[];
}

/**
 * Collects what the clusters of a Region share: their namespaces, and the
 * cloud identities of their Credentials with all that those name. KCM copies
 * identities from its own namespace; what Git has may be encrypted, so it is
 * taken from where it is declared, byte for byte.
 *
 * @param scope The definitions.
 * @param credentials The Credentials that clusters in the Region have.
 * @returns The objects, and what is missing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * assertEquals(regionContent(demoScope(), []).definitions, []);
 * ```
 */
export function regionContent(
  scope: Scope,
  credentials: readonly Declared<CredentialSpec>[],
): RegionContent {
  const { inventory } = scope;
  const found = new Map<string, Definition>();
  const findings: Finding[] = [];
  const retained: Identity[] = [];
  const namespaces = new Map<string, Definition["origin"]>();
  for (const credential of credentials) {
    const { namespace = "" } = credential.manifest.metadata;
    addNamespace(namespace, credential);
    const identity = credentialIdentity(credential.spec);
    add(identity, credential);
    // A ConfigMap that nobody declares brings nothing to clusters.
    const template = {
      group: "",
      kind: "ConfigMap",
      namespace: identity.namespace || namespace,
      name: resourceTemplateName(identity.name),
    };
    if (inventory.find(template)) add(template, credential);
    for (const name of registrySecrets(scope.settings.installation)) {
      const secret = { group: "", kind: "Secret", namespace, name };
      if (inventory.find(secret)) add(secret, credential);
    }
  }
  const made = [...namespaces].map(([name, origin]) => ({
    manifest: bareNamespace(name),
    origin,
  }));
  const definitions = [...made, ...found.values()];
  return { definitions, retained, findings };

  function add(identity: Identity, by: Definition): void {
    const key = identityKey(identity);
    if (found.has(key)) return;
    const definition = inventory.find(identity);
    if (definition === undefined) {
      findings.push(missing(identity, by));
      return;
    }
    if (scope.broken.has(key)) {
      retained.push(identity);
      return;
    }
    found.set(key, definition);
    addNamespace(identity.namespace, definition);
    for (const { from, to } of inventoryReferences(inventory)) {
      if (identityKey(identityOf(from.manifest)) === key) add(to, definition);
    }
  }

  function addNamespace(name: string, { origin }: Definition): void {
    if (name !== "" && !namespaces.has(name)) namespaces.set(name, origin);
  }
}

function missing(
  identity: Identity,
  { manifest, origin }: Definition,
): Finding {
  return makeFinding(
    RENDER_RULES["render/region-identity"],
    `Cannot bring ${
      formatIdentity(identity)
    } to the Region: nobody declares it`,
    { object: identityOf(manifest), place: { origin, field: ["spec"] } },
  );
}
