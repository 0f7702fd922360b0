import { assertEquals } from "@std/assert";
import { checkInput, testCheck } from "../../tests/check_cases.ts";
import { checkMultiClusterTemplates } from "./multi_cluster_templates.ts";

function fleet(namespace: string, disable = false): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: MultiClusterService
metadata: {name: base}
spec:
  clusterSelector: {matchLabels: {env: prod}}
  serviceSpec: {services: [{name: dns, template: dns-1, disable: ${disable}}]}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod, labels: {env: prod}}
spec: {template: aws, config: {}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: dns-1, namespace: ${namespace}}
spec: {helm: {chartSpec: {chart: dns}}}
`;
}

testCheck(checkMultiClusterTemplates, [
  ["accepts a template beside the cluster", fleet("prod"), []],
  ["accepts that a disabled service has none", fleet("kcm-system", true), []],
  ["leaves a template that nobody has to another check", fleet("other"), []],
  ["refuses a template in the system namespace only", fleet("kcm-system"), [
    "validate/missing-service-template spec.serviceSpec.services[0].template",
  ]],
]);

Deno.test("checkMultiClusterTemplates() blames the cluster, not the service", () => {
  const [finding] = checkMultiClusterTemplates(checkInput(fleet("kcm-system")));
  assertEquals(finding?.object?.kind, "ClusterDeployment");
});
