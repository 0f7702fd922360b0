/**
 * A small fleet, for the examples in this room's docs.
 *
 * @module
 */

import type { ClusterDeploymentSpec, Declared } from "../k0rdent/mod.ts";
import { inputOf } from "./_testing.ts";
import type { ClusterInputs } from "./cluster/cluster_inputs.ts";
import { collectCluster } from "./cluster/collect_cluster.ts";
import { makeScope, type Scope } from "./scope.ts";
import type { ServiceSet } from "./services/service_set.ts";

const DEFINITIONS = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: docker, namespace: prod}
spec: {helm: {chartSpec: {chart: docker-hosted-cp, version: 1.0.15}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker, namespace: prod}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker, namespace: prod}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: dns, namespace: prod}
spec: {helm: {chartSpec: {chart: dns, version: 1.0.0}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec:
  template: docker
  credential: docker
  config: {workersNumber: 2}
  serviceSpec: {services: [{name: dns, namespace: core, template: dns}]}
`;

/** Cluster `prod/eu1` with one service, and what it refers to. */
export function demoScope(): Scope {
  return makeScope(inputOf(DEFINITIONS));
}

/** The ClusterDeployment. */
export function demoCluster(): Declared<ClusterDeploymentSpec> {
  return known(demoScope().inventory.clusterDeployments.get("prod/eu1"));
}

/** What it is rendered from. */
export function demoInputs(): ClusterInputs {
  return known(collectCluster(demoScope(), demoCluster()).inputs);
}

/** Its services. */
export function demoSet(): ServiceSet {
  return known(demoInputs().sets[0]).set;
}

/** What the examples rely on being there. */
export function known<Result>(result: Result | undefined): Result {
  if (result === undefined) throw new Error("Cannot use the demo");
  return result;
}
