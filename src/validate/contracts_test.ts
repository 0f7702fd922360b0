import { testCheck } from "../../tests/check_cases.ts";
import { checkContracts } from "./contracts.ts";

function template(kind: string, spec: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ${kind}
metadata: {name: a${kind === "ClusterTemplate" ? ", namespace: prod" : ""}}
spec: {helm: {chartSpec: {chart: a}}, ${spec}}
`;
}

testCheck(checkContracts, [
  [
    "accepts contract versions",
    template(
      "ClusterTemplate",
      "providerContracts: {infrastructure-aws: v1beta2}",
    ),
    [],
  ],
  [
    "refuses lists where one version is wanted",
    template(
      "ClusterTemplate",
      "providerContracts: {infrastructure-aws: v1beta1_v1beta2}",
    ),
    ["validate/contract spec.providerContracts.infrastructure-aws"],
  ],
  [
    "accepts lists and nothing for providers",
    template(
      "ProviderTemplate",
      'capiContracts: {v1beta1: v1alpha1_v1, v1beta2: ""}',
    ),
    [],
  ],
  [
    "refuses what is no version",
    template("ProviderTemplate", 'capiContracts: {v1beta1: "1.0", latest: v1}'),
    [
      "validate/contract spec.capiContracts.v1beta1",
      "validate/contract spec.capiContracts.latest",
    ],
  ],
]);
