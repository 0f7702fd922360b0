/**
 * Telling what a definition is before its `spec` is read.
 *
 * @module
 */

import {
  type Definition,
  type Finding,
  formatIdentity,
  groupOf,
  identityOf,
  makeFinding,
  type Place,
} from "../model/mod.ts";
import { didYouMean } from "./did_you_mean.ts";
import { K0RDENT_GROUP } from "./kind.ts";
import { GENERATED_KINDS, K0RDENT_KINDS } from "./kinds.ts";
import { K0RDENT_RULES } from "./rules.ts";
import { scopeOf } from "./scope.ts";

/** The version that k0rdent serves. */
export const K0RDENT_VERSION = "v1beta1";

/** The version before it, with the same fields. */
const OLD_VERSION = "v1alpha1";

/**
 * Groups that earlier k0rdent versions, or invented examples, use; or none,
 * where an apiVersion has but a group or a version. Kubernetes itself has no
 * kind of these names.
 */
const MISTAKEN_GROUP = /^$|k0rdent|(^|\.)mirantis\.com$/;

/** A definition in the form that the other rooms expect. */
export interface Recognised {
  readonly definition: Definition;
  readonly findings: readonly Finding[];
}

/**
 * Brings a definition into the form that the other rooms expect: the served
 * version, and a namespace exactly where the kind has one.
 *
 * @param definition The definition.
 * @returns The definition, itself where nothing had to be changed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { definition, findings } = recognise({
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1alpha1",
 *     kind: "Credential",
 *     metadata: { name: "main", namespace: "prod" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * });
 * assertEquals(definition.manifest.apiVersion, "k0rdent.mirantis.com/v1beta1");
 * assertEquals(findings[0]?.rule.id, "k0rdent/old-version");
 * ```
 */
export function recognise(definition: Definition): Recognised {
  const served = inServedVersion(definition);
  const scoped = inItsScope(served.definition);
  return {
    definition: scoped.definition,
    findings: [
      ...kindFindings(definition),
      ...served.findings,
      ...scoped.findings,
    ],
  };
}

function kindFindings({ manifest, origin }: Definition): Finding[] {
  const object = identityOf(manifest);
  const { group, kind } = object;
  const isKnown = K0RDENT_KINDS.includes(kind);
  if (group !== K0RDENT_GROUP) {
    if (!isKnown || !MISTAKEN_GROUP.test(group)) return [];
    const detail = group === ""
      ? `apiVersion "${manifest.apiVersion}" is no group with a version`
      : `there is no ${kind} in group "${group}"`;
    return [makeFinding(
      K0RDENT_RULES["k0rdent/unknown-group"],
      `Cannot use ${formatIdentity(object)}: ${detail}`,
      { place: { origin, field: ["apiVersion"] }, object },
    )];
  }
  const place: Place = { origin, field: ["kind"] };
  if (!isKnown) {
    const nearest = didYouMean(kind, K0RDENT_KINDS);
    return [makeFinding(
      K0RDENT_RULES["k0rdent/unknown-kind"],
      `Cannot use ${formatIdentity(object)}: k0rdent has no kind "${kind}"`,
      {
        place,
        object,
        ...(nearest === undefined
          ? {}
          : { remedy: `Did you mean "${nearest}"?` }),
      },
    )];
  }
  if (!GENERATED_KINDS.includes(kind)) return [];
  return [makeFinding(
    K0RDENT_RULES["k0rdent/generated-kind"],
    `Cannot render ${formatIdentity(object)}: controllers write this kind`,
    { place, object },
  )];
}

function inServedVersion(definition: Definition): Recognised {
  const { manifest, origin } = definition;
  const version = manifest.apiVersion.slice(K0RDENT_GROUP.length + 1);
  if (
    groupOf(manifest.apiVersion) !== K0RDENT_GROUP ||
    version === K0RDENT_VERSION
  ) return { definition, findings: [] };
  const object = identityOf(manifest);
  const place: Place = { origin, field: ["apiVersion"] };
  if (version !== OLD_VERSION) {
    return {
      definition,
      findings: [makeFinding(
        K0RDENT_RULES["k0rdent/unknown-version"],
        `Cannot use ${
          formatIdentity(object)
        }: k0rdent has no version "${version}"`,
        { place, object },
      )],
    };
  }
  const apiVersion = `${K0RDENT_GROUP}/${K0RDENT_VERSION}`;
  return {
    definition: { ...definition, manifest: { ...manifest, apiVersion } },
    findings: [makeFinding(
      K0RDENT_RULES["k0rdent/old-version"],
      `${
        formatIdentity(object)
      } is written in ${OLD_VERSION} and read as ${K0RDENT_VERSION}`,
      { place, object },
    )],
  };
}

function inItsScope(definition: Definition): Recognised {
  const { manifest, origin } = definition;
  const object = identityOf(manifest);
  const scope = scopeOf(object);
  const hasNamespace = object.namespace !== "";
  if (scope === "namespaced" && !hasNamespace) {
    return {
      definition,
      findings: [makeFinding(
        K0RDENT_RULES["k0rdent/missing-namespace"],
        `Cannot place ${formatIdentity(object)}: it names no namespace`,
        {
          place: { origin, field: ["metadata"] },
          object,
          remedy:
            "Add metadata.namespace; Flux applies files without a namespace of their own, so nothing else says where the object belongs.",
        },
      )],
    };
  }
  if (scope !== "cluster" || !hasNamespace) return { definition, findings: [] };
  const { namespace: _, ...metadata } = manifest.metadata;
  const unplaced = { ...manifest, metadata } as typeof manifest;
  return {
    definition: { ...definition, manifest: unplaced },
    findings: [makeFinding(
      K0RDENT_RULES["k0rdent/needless-namespace"],
      `${
        formatIdentity(object)
      } lives in no namespace: "${object.namespace}" is ignored`,
      {
        place: { origin, field: ["metadata", "namespace"] },
        object: identityOf(unplaced),
      },
    )],
  };
}
