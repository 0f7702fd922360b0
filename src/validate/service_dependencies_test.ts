import { assertEquals } from "@std/assert";
import { checkInput, testCheck } from "../../tests/check_cases.ts";
import { checkServiceDependencies } from "./service_dependencies.ts";

function services(items: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: aws, config: {}, serviceSpec: {services: [${items}]}}
`;
}

const FIELD = "spec.serviceSpec.services";

testCheck(checkServiceDependencies, [
  [
    "accepts a dependency in the list",
    services(
      "{name: a, template: t}, {name: b, template: t, dependsOn: [{name: a}]}",
    ),
    [],
  ],
  [
    "refuses a dependency that is not in the list",
    services("{name: b, template: t, dependsOn: [{name: a}]}"),
    [`validate/service-dependency ${FIELD}[0].dependsOn[0]`],
  ],
  [
    "refuses a dependency in another namespace",
    services(
      "{name: a, namespace: x, template: t}, {name: b, template: t, dependsOn: [{name: a}]}",
    ),
    [`validate/service-dependency ${FIELD}[1].dependsOn[0]`],
  ],
  [
    "refuses a circle",
    services(
      "{name: a, template: t, dependsOn: [{name: b}]}, {name: b, template: t, dependsOn: [{name: a}]}",
    ),
    [`validate/dependency-cycle ${FIELD}[0].dependsOn`],
  ],
  [
    "refuses a service that depends on itself",
    services("{name: a, template: t, dependsOn: [{name: a}]}"),
    [`validate/dependency-cycle ${FIELD}[0].dependsOn`],
  ],
]);

Deno.test("checkServiceDependencies() suggests the namespace of the service", () => {
  const input = checkInput(services(
    "{name: a, namespace: x, template: t}, {name: b, template: t, dependsOn: [{name: a}]}",
  ));
  const [finding] = checkServiceDependencies(input);
  assertEquals(finding?.remedy, 'Did you mean namespace "x"?');
});
