import { testCheck } from "../../tests/check_cases.ts";
import { checkKubernetesVersions } from "./kubernetes_versions.ts";

function fleet(version: string, helm = "chartSpec: {chart: dns}"): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: aws, namespace: prod}
spec: {helm: {chartSpec: {chart: aws}}, k8sVersion: "${version}"}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: dns-1, namespace: prod}
spec: {helm: {${helm}}, k8sConstraint: ">=1.31"}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: aws, serviceSpec: {services: [{name: dns, template: dns-1}]}}
`;
}

testCheck(checkKubernetesVersions, [
  ["accepts a version that the service takes", fleet("v1.32.1+k0s.0"), []],
  ["refuses a version that the service does not take", fleet("1.30.0"), [
    "validate/kubernetes-version spec.serviceSpec.services[0].template",
  ]],
  [
    "asks templates with a chart of their own only, as KCM does",
    fleet("1.30.0", "chartSource: {localSourceRef: {kind: Bucket, name: b}}"),
    [],
  ],
  ["refuses a version that is none", fleet("latest"), [
    "validate/kubernetes-version spec.k8sVersion",
  ]],
  [
    "refuses a constraint that is none",
    fleet("1.31.0").replace(">=1.31", "new"),
    ["validate/kubernetes-version spec.k8sConstraint"],
  ],
]);
