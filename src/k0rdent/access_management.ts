/**
 * AccessManagement: what KCM copies to which namespaces.
 *
 * @module
 */

import { z } from "zod";
import type { FieldPath } from "../model/mod.ts";
import { oneOf } from "./exclusive.ts";
import { kcmHas } from "./kcm_version.ts";
import { K0RDENT_GROUP, type Kind } from "./kind.ts";
import { labelSelector } from "./label_selector.ts";

const names = z.array(z.string());

const targetNamespaces = z.strictObject({
  list: names.exactOptional(),
  selector: labelSelector.exactOptional(),
  stringSelector: z.string().exactOptional(),
}).check(oneOf(["list", "selector", "stringSelector"], {
  several: "only one of list, selector, stringSelector can be specified",
}));

const resource = z.strictObject({
  kind: z.string(),
  apiGroup: z.string().exactOptional(),
  names: names.exactOptional(),
  selector: labelSelector.exactOptional(),
  stringSelector: z.string().exactOptional(),
}).check(oneOf(["names", "selector", "stringSelector"], {
  several: "only one of names, selector, stringSelector can be specified",
}));

const accessRule = z.strictObject({
  targetNamespaces: targetNamespaces.exactOptional(),
  resources: z.array(resource).default([]),
  clusterTemplateChains: names.default([]),
  serviceTemplateChains: names.default([]),
  credentials: names.default([]),
  clusterAuthentications: names.default([]),
  dataSources: names.default([]),
  clusterAuditPolicies: names.default([]),
});

const accessManagementSpec = z.strictObject({
  accessRules: z.array(accessRule).default([]),
});

/** The spec of an AccessManagement; defaults filled in. */
export type AccessManagementSpec = z.infer<typeof accessManagementSpec>;

/** One of its rules. */
export type AccessRule = z.infer<typeof accessRule>;

/** The namespaces of a rule; left out, all of them. */
export type TargetNamespaces = z.infer<typeof targetNamespaces>;

/** The kind AccessManagement. */
export const ACCESS_MANAGEMENT: Kind<AccessManagementSpec> = {
  group: K0RDENT_GROUP,
  kind: "AccessManagement",
  spec: accessManagementSpec,
};

/** The name of the one AccessManagement that k0rdent has. */
export const ACCESS_MANAGEMENT_NAME = "kcm";

/** Objects that a rule distributes. */
export interface AccessResource extends Omit<z.infer<typeof resource>, "kind"> {
  readonly group: string;
  readonly kind: string;
  /** The field of the rule that they stand in. */
  readonly field: FieldPath;
  /** The field of the rule that holds the names. */
  readonly namesField: FieldPath;
}

/** The lists that `resources` has replaced, in KCM's order. */
const LISTS = [
  ["clusterTemplateChains", "ClusterTemplateChain"],
  ["serviceTemplateChains", "ServiceTemplateChain"],
  ["credentials", "Credential"],
  ["clusterAuthentications", "ClusterAuthentication"],
  ["dataSources", "DataSource"],
  ["clusterAuditPolicies", "ClusterAuditPolicy"],
] as const;

const KINDS_OF_LISTS: ReadonlySet<string> = new Set(
  LISTS.map(([, kind]) => kind),
);

/**
 * What a rule distributes, as KCM's webhook completes it: with the deprecated
 * lists, and with the group of k0rdent's own kinds.
 *
 * @param rule The rule.
 * @param kcmVersion The version of KCM; left out, the latest. Old ones know
 * the lists only.
 * @returns The resources, those of the deprecated lists last.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { accessRules: [rule] } = ACCESS_MANAGEMENT.spec.parse({
 *   accessRules: [{ credentials: ["aws"], resources: [{ kind: "ConfigMap" }] }],
 * });
 * const found = accessResources(rule!).map(({ group, kind }) => [group, kind]);
 * assertEquals(found, [["", "ConfigMap"], ["k0rdent.mirantis.com", "Credential"]]);
 * ```
 */
export function accessResources(
  rule: AccessRule,
  kcmVersion?: string,
): AccessResource[] {
  const hasResources = kcmVersion === undefined ||
    kcmHas(kcmVersion, "anyKindDistributed");
  const listed = LISTS.flatMap(([list, kind]) =>
    rule[list].length === 0 ? [] : [{
      group: K0RDENT_GROUP,
      kind,
      names: rule[list],
      field: [list],
      namesField: [list],
    }]
  );
  return [
    ...(hasResources ? rule.resources : []).map((one, index) => ({
      ...one,
      group: one.apiGroup || defaultGroup(one.kind),
      field: ["resources", index],
      namesField: ["resources", index, "names"],
    })),
    ...listed,
  ];
}

function defaultGroup(kind: string): string {
  return KINDS_OF_LISTS.has(kind) ? K0RDENT_GROUP : "";
}
