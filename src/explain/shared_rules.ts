/**
 * What KCM and k0render write of their own accord into objects that no cluster
 * has for itself.
 *
 * @module
 */

import type { FieldPath, Identity } from "../model/mod.ts";
import { type OwnRule, ownRule, type RuleEntry, ruleIn } from "./own_rules.ts";

const SOURCES =
  /^(Bucket|GitRepository|HelmChart|HelmRepository|OCIRepository)$/;

/** The first entry that fits holds; what fits none may be a rule of clusters. */
export const SHARED_RULES: readonly RuleEntry[] = [
  {
    fields: /kustomize\.toolkit\.fluxcd\.io\/prune/,
    by: "k0render",
    rule:
      "what takes much else with it when it is deleted must outlive its definition on the branch",
  },
  {
    kinds: /^Namespace$/,
    by: "k0render",
    rule:
      "a namespace that nobody declares is made where there is none, and never changed",
  },
  {
    fields:
      /^(metadata\.namespace|subjects.*\.namespace|spec\.(targetN|chartRef\.n)amespace)$/,
    by: "KCM",
    rule:
      "KCM's own namespace: systemNamespace, kcm-system where nobody sets it",
  },
  {
    kinds: /^HelmRelease$/,
    fields: /^spec\.values\.(controller|admissionWebhook)\./,
    by: "KCM",
    rule:
      "a KCM that installs itself again makes no objects, and cert-manager counts as installed",
  },
  {
    kinds: /^HelmRelease$/,
    fields: /^spec\.values\.(projectsveltos|crds)\b/,
    by: "KCM",
    rule: "the values that KCM has for Sveltos",
  },
  {
    kinds: /^HelmRelease$/,
    fields:
      /^spec\.values\.(regional\.)?(cert-manager|cluster-api-operator|telemetry|velero)\b/,
    by: "KCM",
    rule: "the parts that KCM brings to a management cluster or a Region",
  },
  {
    kinds: /^HelmRelease$/,
    fields: /^(metadata\.name|spec\.releaseName|spec\.dependsOn.*)$/,
    by: "KCM",
    rule:
      "the core components are capi and kcm, or kcm-regional; providers wait for capi",
  },
  {
    kinds: /^HelmRelease$/,
    fields: /^spec\.(install|upgrade)\b/,
    by: "KCM",
    rule: "how KCM has components installed",
  },
  {
    kinds: /^HelmChart$/,
    fields: /^spec\.sourceRef\b|^spec\.chart$/,
    by: "KCM",
    rule: "charts are in kcm-templates where a template says nothing else",
  },
  {
    kinds: /^HelmChart$/,
    fields: /^spec\.version$/,
    by: "KCM",
    rule:
      "k0rdent's own templates have a version each; any where a template says none",
  },
  {
    kinds: /^HelmRepository$/,
    by: "KCM",
    rule: "the repository of k0rdent's own charts",
  },
  {
    kinds: SOURCES,
    fields: /^spec\.(interval|provider|reconcileStrategy|timeout)$/,
    by: "KCM",
    rule: "the default of a field that the template does not have",
  },
  {
    kinds: SOURCES,
    fields: /^(apiVersion|kind)$/,
    by: "KCM",
    rule: "the form of the source that KCM makes for a template",
  },
  {
    kinds: /^(Cluster|Service)Template$/,
    fields: /(chartRef|localSourceRef)\.kind$/,
    by: "KCM",
    rule: "a copy uses the source of its original",
  },
  {
    kinds: /^(ClusterRole|ClusterRoleBinding|ServiceAccount)$/,
    by: "KCM",
    rule: "what KCM allows itself so that it can see and copy what is named",
  },
  {
    kinds: /^(AccessManagement|StateManagementProvider)$/,
    by: "KCM",
    rule: "KCM makes it once, beside the Management",
  },
  {
    kinds: /^(ClusterProfile|ServiceSet)$/,
    fields: /^metadata\.name$/,
    by: "KCM",
    rule: "management, and a digest of the MultiClusterService's name",
  },
  {
    kinds: /^ServiceSet$/,
    fields: /^spec\.cluster$/,
    by: "KCM",
    rule: "the management cluster is no ClusterDeployment",
  },
];

/**
 * The rule by which something is written that nobody declares.
 *
 * @param object The object, of a layer or a Region.
 * @param field The field.
 * @returns The rule; `undefined` where none is known.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const chart = { kind: "HelmChart" };
 * assertEquals(sharedRule(chart, ["spec", "interval"])?.by, "KCM");
 * assertEquals(sharedRule(chart, ["data"]), undefined);
 * ```
 */
export function sharedRule(
  object: Pick<Identity, "kind">,
  field: FieldPath,
): OwnRule | undefined {
  return ruleIn(SHARED_RULES, object, field) ?? ownRule(object, field);
}
