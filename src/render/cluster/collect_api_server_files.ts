/**
 * The files that a cluster's API server reads: authentication and audit.
 *
 * @module
 */

import {
  type ClusterDeploymentSpec,
  type Declared,
  k0rdentObject,
} from "../../k0rdent/mod.ts";
import {
  type FieldPath,
  type Finding,
  getField,
  identityKey,
  identityOf,
  isMap,
  makeFinding,
  type ValueMap,
} from "../../model/mod.ts";
import { problemFinding } from "../resolution.ts";
import { RENDER_RULES } from "../rules.ts";
import type { Scope } from "../scope.ts";
import { auditPolicyFile } from "./audit_policy.ts";
import { authenticationFile } from "./authentication.ts";
import type { ClusterInputs } from "./cluster_inputs.ts";

/** The files, and what is wrong with them. */
export interface CollectedFiles {
  readonly inputs: Pick<ClusterInputs, "authentication" | "auditPolicy">;
  readonly findings: readonly Finding[];
}

/**
 * Looks up the ClusterAuthentication and ClusterAuditPolicy of a cluster and
 * makes the files of them.
 *
 * @param scope The definitions.
 * @param deployment The ClusterDeployment.
 * @returns The files, and what is wrong with them.
 */
export function collectApiServerFiles(
  scope: Scope,
  deployment: Declared<ClusterDeploymentSpec>,
): CollectedFiles {
  const object = identityOf(deployment.manifest);
  const findings: Finding[] = [];
  const authenticationSpec = specOf("clusterAuth", "ClusterAuthentication");
  const auditSpec = specOf("auditPolicy", "ClusterAuditPolicy");
  const authentication = authenticationSpec === undefined
    ? undefined
    : authenticationFile(authenticationSpec, certificateOf(authenticationSpec));
  return {
    inputs: {
      ...(authentication === undefined ? {} : { authentication }),
      ...(auditSpec === undefined
        ? {}
        : { auditPolicy: auditPolicyFile(auditSpec) }),
    },
    findings,
  };

  function specOf(
    field: "clusterAuth" | "auditPolicy",
    kind: string,
  ): ValueMap | undefined {
    const name = deployment.spec[field] ?? "";
    if (name === "") return undefined;
    const wanted = k0rdentObject(kind, name, object.namespace);
    const found = scope.inventory.find(wanted);
    const spec = getField(found?.manifest, "spec");
    if (isMap(spec) && !scope.broken.has(identityKey(wanted))) return spec;
    const lookup = scope.unusable(wanted);
    if (lookup.kind === "problem") {
      findings.push(problemFinding(lookup.problem, at(["spec", field])));
    }
    return undefined;
  }

  /** CA certificates of Secrets in Git are encrypted: they cannot be read. */
  function certificateOf(spec: ValueMap): string | undefined {
    const reference = getField(spec, "caSecret");
    if (!isMap(reference)) return undefined;
    const name = getField(reference, "name");
    findings.push(makeFinding(
      RENDER_RULES["render/unknown-hash"],
      `Cannot compute the hash of the authentication configuration: Secret "${name}" is not in Git`,
      at(["spec", "clusterAuth"]),
    ));
    return undefined;
  }

  function at(field: FieldPath) {
    return { object, place: { origin: deployment.origin, field } };
  }
}
