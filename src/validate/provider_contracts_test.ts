import { testCheck } from "../../tests/check_cases.ts";
import { checkProviderContracts } from "./provider_contracts.ts";

function fleet(contracts: string, provider = "infrastructure-aws"): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ProviderTemplate
metadata: {name: aws}
spec:
  helm: {chartSpec: {chart: aws}}
  providers: [${provider}]
  capiContracts: ${contracts}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: aws, namespace: prod}
spec:
  helm: {chartSpec: {chart: aws}}
  providerContracts: {infrastructure-aws: v1beta2}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: aws, config: {}}
`;
}

testCheck(checkProviderContracts, [
  [
    "accepts a contract that is served",
    fleet("{v1beta1: v1beta1_v1beta2}"),
    [],
  ],
  ["refuses a contract that is not served", fleet("{v1beta1: v1beta1}"), [
    "validate/provider-contract spec.template",
  ]],
  [
    "knows nothing of providers that nobody declares",
    fleet("{v1beta1: v1beta1}", "infrastructure-azure"),
    [],
  ],
  ["knows nothing of contracts that only the chart names", fleet("{}"), []],
]);
