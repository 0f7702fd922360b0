import { testCheck } from "../../tests/check_cases.ts";
import { checkServiceNames } from "./service_names.ts";

function service(fields: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: MultiClusterService
metadata: {name: base}
spec: {serviceSpec: {services: [{template: a, ${fields}}]}}
`;
}

const NAME = "validate/service-name spec.serviceSpec.services[0].name";

testCheck(checkServiceNames, [
  ["accepts DNS labels", service("name: dns, namespace: dns-system"), []],
  ["refuses dots", service("name: dns.1"), [NAME]],
  [
    "refuses a name that is too long for Helm",
    service(`name: ${"a".repeat(54)}`),
    [
      NAME,
    ],
  ],
  ["refuses a namespace that is none", service("name: dns, namespace: DNS"), [
    "validate/service-name spec.serviceSpec.services[0].namespace",
  ]],
]);
