/**
 * From a ClusterAuditPolicy to the file that the API server reads
 * (kcm-spec 2.7).
 *
 * @module
 */

import { getField, type ValueMap } from "../../model/mod.ts";
import { marshalGo } from "../../yaml/mod.ts";
import { shortHash } from "./authentication.ts";
import { type GoType, keepFields } from "./keep_fields.ts";
import type { HashedDocument } from "./values.ts";

const POLICY: GoType = {
  rules: {
    absent: null,
    keepsEmpty: true,
    fields: {
      level: { absent: "" },
      users: {},
      userGroups: {},
      verbs: {},
      resources: { fields: { group: {}, resources: {}, resourceNames: {} } },
      namespaces: {},
      nonResourceURLs: {},
      omitStages: {},
      omitManagedFields: { keepsEmpty: true },
    },
  },
  omitStages: {},
  omitManagedFields: {},
};

/**
 * Makes the audit policy of clusters.
 *
 * @param spec The spec of the ClusterAuditPolicy.
 * @returns The file and its hash.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { text } = auditPolicyFile({ policy: { rules: [{ level: "None" }] } });
 * assertEquals(
 *   text,
 *   "apiVersion: audit.k8s.io/v1\nkind: Policy\nmetadata: {}\nrules:\n- level: None\n",
 * );
 * ```
 */
export function auditPolicyFile(spec: ValueMap): HashedDocument {
  const text = marshalGo({
    apiVersion: "audit.k8s.io/v1",
    kind: "Policy",
    metadata: {},
    ...keepFields(getField(spec, "policy"), POLICY),
  });
  return { text, hash: shortHash(text) };
}
