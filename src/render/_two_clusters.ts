/**
 * Definitions for the tests of units.
 *
 * @module
 */

import type { UnitResult } from "../model/mod.ts";

/** Two clusters of one Credential, in a declared namespace. */
export const DEFINITIONS = `
apiVersion: v1
kind: Namespace
metadata: {name: prod}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker, namespace: prod}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: one, namespace: prod, labels: {env: dev}}
spec: {template: docker-hosted-cp-1-0-15, credential: docker, config: {workersNumber: 1}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: two, namespace: prod}
spec: {template: docker-hosted-cp-1-0-15, credential: docker, config: {workersNumber: 2}}
`;

/** A service for the first of them. */
export const SHARED = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: MultiClusterService
metadata: {name: dns}
spec:
  clusterSelector: {matchLabels: {env: dev}}
  serviceSpec: {services: [{name: dns, template: dns-1}]}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: dns-1, namespace: prod}
spec: {resources: {localSourceRef: {kind: ConfigMap, name: dns}}}
`;

/** The key of the first cluster. */
export const ONE = "cluster prod/one";

/** The key of the second cluster. */
export const TWO = "cluster prod/two";

/** The rules of a unit's findings. */
export function ruleIds(unit: UnitResult | undefined): string[] {
  return unit?.findings.map(({ rule }) => rule.id) ?? [];
}
