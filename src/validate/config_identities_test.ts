import { testCheck } from "../../tests/check_cases.ts";
import { checkConfigIdentities } from "./config_identities.ts";

function cluster(config: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: a, namespace: b}
spec: {template: c, credential: main, config: ${config}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: main, namespace: b}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: key}}
`;
}

testCheck(checkConfigIdentities, [
  ["finds another identity", cluster("{clusterIdentity: {name: other}}"), [
    "validate/other-identity spec.config.clusterIdentity.name",
  ]],
  ["accepts the same identity", cluster("{clusterIdentity: {name: key}}"), []],
  ["accepts none", cluster("{clusterIdentity: {}}"), []],
]);
