import { testCheck } from "../../tests/check_cases.ts";
import { checkServiceChains } from "./service_chains.ts";

function fleet(template: string, upgrades = ""): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplateChain
metadata: {name: dns, namespace: prod}
spec: {supportedTemplates: [{name: dns-1${upgrades}}]}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec:
  template: aws
  serviceSpec: {services: [{name: dns, template: ${template}, templateChain: dns}]}
`;
}

testCheck(checkServiceChains, [
  ["accepts a template of the chain", fleet("dns-1"), []],
  ["refuses a template that the chain lacks", fleet("dns-2"), [
    "validate/chain-without-template spec.serviceSpec.services[0].templateChain",
  ]],
  [
    "refuses a chain that contradicts itself",
    fleet("dns-1", ", availableUpgrades: [{name: dns-2}]"),
    ["validate/unusable-chain spec.serviceSpec.services[0].templateChain"],
  ],
]);
