/**
 * The files that a cluster's API server reads: authentication and audit.
 *
 * @module
 */

import {
  type ClusterDeploymentSpec,
  type Declared,
  k0rdentObject,
  kcmHas,
} from "../../k0rdent/mod.ts";
import {
  getField,
  identityKey,
  isMap,
  type ValueMap,
} from "../../model/mod.ts";
import type { Blame } from "../blame.ts";
import { type Resolution, resolved } from "../resolution.ts";
import type { Scope } from "../scope.ts";
import { auditPolicyFile } from "./audit_policy.ts";
import { authenticationFile } from "./authentication.ts";
import type { ClusterInputs } from "./cluster_inputs.ts";
import { collectCertificate } from "./collect_certificate.ts";

/** The inputs of a cluster that its API server reads. */
export type ApiServerInputs = Pick<
  ClusterInputs,
  "authentication" | "auditPolicy"
>;

/**
 * Looks up the ClusterAuthentication and ClusterAuditPolicy of a cluster and
 * makes the files of them.
 *
 * @param scope The definitions.
 * @param deployment The ClusterDeployment.
 * @param blame What is wrong with it.
 * @returns The files.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoCluster, demoScope } from "../_demo.ts";
 * import { blameOn } from "../blame.ts";
 * const cluster = demoCluster();
 * assertEquals(collectApiServerFiles(demoScope(), cluster, blameOn(cluster)), {});
 * ```
 */
export function collectApiServerFiles(
  scope: Scope,
  { spec, manifest }: Declared<ClusterDeploymentSpec>,
  blame: Blame,
): ApiServerInputs {
  const { namespace = "" } = manifest.metadata;
  const { clusterAuth = "", auditPolicy: policy = "" } = spec;
  const authenticationSpec = clusterAuth === "" ? undefined : blame.take(
    specOf(
      scope,
      k0rdentObject("ClusterAuthentication", clusterAuth, namespace),
    ),
    ["spec", "clusterAuth"],
  );
  const hasPolicies = kcmHas(scope.config.kcmVersion, "auditPolicies");
  const auditSpec = policy === "" || !hasPolicies ? undefined : blame.take(
    specOf(scope, k0rdentObject("ClusterAuditPolicy", policy, namespace)),
    ["spec", "auditPolicy"],
  );
  const authentication = authenticationSpec && authenticationFile(
    authenticationSpec,
    collectCertificate(scope, { spec: authenticationSpec, namespace }, blame),
  );
  return {
    ...(authentication === undefined ? {} : { authentication }),
    ...(auditSpec === undefined
      ? {}
      : { auditPolicy: auditPolicyFile(auditSpec) }),
  };
}

function specOf(
  scope: Scope,
  wanted: ReturnType<typeof k0rdentObject>,
): Resolution<ValueMap> {
  const spec = getField(scope.inventory.find(wanted)?.manifest, "spec");
  return isMap(spec) && !scope.broken.has(identityKey(wanted))
    ? resolved(spec)
    : scope.unusable(wanted);
}
