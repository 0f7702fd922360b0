import { testCheck } from "../../tests/check_cases.ts";
import { checkCredentialPropagation } from "./credential_propagation.ts";

function fleet(
  kind: string,
  options: { others?: string; propagate?: boolean } = {},
) {
  const { others = "", propagate = true } = options;
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: main, namespace: prod}
spec: {identityRef: {apiVersion: v1, kind: ${kind}, name: cloud, namespace: prod}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: own, credential: main, propagateCredentials: ${propagate}, config: {}}
${others}`;
}

const MISSING = "validate/missing-resource-template spec.identityRef";
const CONFIG_MAP = `---
{apiVersion: v1, kind: ConfigMap, metadata: {name: cloud-resource-template, namespace: prod}}
`;
const SEALED = `---
{apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: {name: cloud-secret, namespace: prod}}
`;

testCheck(checkCredentialPropagation, [
  ["warns of a missing ConfigMap", fleet("Secret"), [MISSING]],
  ["accepts a ConfigMap", fleet("Secret", { others: CONFIG_MAP }), []],
  ["warns of a missing Secret beside it", fleet("OwnIdentity"), [
    MISSING,
    MISSING,
  ]],
  [
    "accepts a SealedSecret for the Secret",
    fleet("OwnIdentity", { others: CONFIG_MAP + SEALED }),
    [],
  ],
  [
    "asks for nothing that is not propagated",
    fleet("Secret", { propagate: false }),
    [],
  ],
]);
