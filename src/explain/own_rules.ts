/**
 * What k0rdent, Flux and k0render write of their own accord into objects that
 * no chart makes.
 *
 * @module
 */

import { type FieldPath, formatPath, type Identity } from "../model/mod.ts";

/** A rule by which something is written that nobody declares. */
export interface OwnRule {
  /** Whose rule it is. */
  readonly by: "KCM" | "Flux" | "k0render";
  readonly rule: string;
}

/** Where a rule holds. */
export interface RuleEntry extends OwnRule {
  /** The kinds of objects; left out, all. */
  readonly kinds?: RegExp;
  /** The fields; left out, all. */
  readonly fields?: RegExp;
}

/** The first entry that fits holds. */
const ENTRIES: readonly RuleEntry[] = [
  {
    fields: /kustomize\.toolkit\.fluxcd\.io\/prune/,
    by: "k0render",
    rule:
      "what Cluster API takes down itself must outlive its definition on the branch",
  },
  {
    fields: /kustomize\.toolkit\.fluxcd\.io\/substitute/,
    by: "k0render",
    rule: "Flux must not replace what looks like one of its variables",
  },
  {
    fields: /managed-by|helm\.toolkit\.fluxcd\.io|meta\.helm\.sh/,
    by: "Flux",
    rule: "helm-controller marks what it releases",
  },
  {
    fields: /k0rdent\.mirantis\.com\/managed/,
    by: "KCM",
    rule: "KCM labels what it makes",
  },
  {
    kinds: /^HelmRelease$/,
    fields: /postRenderers/,
    by: "k0render",
    rule:
      "what Cluster API takes down itself must outlive the release that brought it",
  },
  {
    kinds: /^HelmRelease$/,
    fields: /^spec\.interval/,
    by: "KCM",
    rule: "10m0s where the template says nothing else",
  },
  {
    kinds: /^(HelmRelease|Kustomization)$/,
    fields: /^(?!spec\.values)/,
    by: "KCM",
    rule: "the form of what Flux is told, in templates/flux/",
  },
  {
    kinds: /^((Cluster)?Profile|ServiceSet)$/,
    fields: /tier|priority/,
    by: "KCM",
    rule:
      "2147483647 less the priority, 100 where none is set; 100 for a provider that is named and has no settings",
  },
  {
    kinds: /^((Cluster)?Profile|ServiceSet)$/,
    fields: /syncMode|continueOn|stopMatchingBehavior/,
    by: "KCM",
    rule: "the default of a setting that spec.serviceSpec does not have",
  },
  {
    kinds: /^ServiceSet$/,
    fields: /provider\.name|adapter/,
    by: "KCM",
    rule: "services go to ksm-projectsveltos where no provider is named",
  },
  {
    kinds: /^(Cluster)?Profile$/,
    fields: /templateResourceRefs|policyRefs/,
    by: "KCM",
    rule: "how Sveltos brings the credential to the cluster",
  },
  {
    kinds: /^(Cluster)?Profile$/,
    fields: /\.(helmChartAction|deploymentType|options)/,
    by: "KCM",
    rule: "the default of an option that neither service nor template has",
  },
  {
    kinds: /^(Cluster)?Profile$/,
    fields: /^(apiVersion|kind)$|clusterRefs/,
    by: "KCM",
    rule: "the form of what Sveltos is told, in templates/sveltos/",
  },
  {
    kinds: /^ServiceSet$/,
    fields: /^(apiVersion|kind|spec\.services)$|^spec\.provider/,
    by: "KCM",
    rule: "the form of a ServiceSet",
  },
  {
    kinds: /^(Secret|ConfigMap)$/,
    by: "KCM",
    rule: "the form of the files that the cluster's API server reads",
  },
  {
    kinds: /IPPool$|^ClusterIPAM/,
    by: "KCM",
    rule: "the form of what a claim for addresses leads to",
  },
];

/**
 * The rule by which something is written that nobody declares.
 *
 * @param object The object.
 * @param field The field.
 * @returns The rule; `undefined` where none is known.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const profile = { group: "", kind: "Profile", namespace: "prod", name: "eu1" };
 * assertEquals(ownRule(profile, ["spec", "tier"])?.by, "KCM");
 * ```
 */
export function ownRule(
  object: Pick<Identity, "kind">,
  field: FieldPath,
): OwnRule | undefined {
  return ruleIn(ENTRIES, object, field);
}

/**
 * The first rule of a table that holds for a field.
 *
 * @param entries The table.
 * @param object The object.
 * @param field The field.
 * @returns The rule; `undefined` where none holds.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const table = [{ fields: /^kind$/, by: "KCM", rule: "so it is" } as const];
 * assertEquals(ruleIn(table, { kind: "Pod" }, ["kind"])?.rule, "so it is");
 * ```
 */
export function ruleIn(
  entries: readonly RuleEntry[],
  object: Pick<Identity, "kind">,
  field: FieldPath,
): OwnRule | undefined {
  const path = formatPath(field);
  const entry = entries.find(({ kinds, fields }) =>
    (kinds?.test(object.kind) ?? true) && (fields?.test(path) ?? true)
  );
  return entry && { by: entry.by, rule: entry.rule };
}
