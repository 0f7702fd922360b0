import { testCheck } from "../../tests/check_cases.ts";
import { checkMultiClusterDependencies } from "./multi_cluster_dependencies.ts";

function service(name: string, dependsOn: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: MultiClusterService
metadata: {name: ${name}}
spec: {dependsOn: [${dependsOn}]}
`;
}

const CYCLE = "validate/dependency-cycle spec.dependsOn";

testCheck(checkMultiClusterDependencies, [
  ["accepts a chain", `${service("a", "b")}---\n${service("b", "")}`, []],
  [
    "refuses each member of a circle",
    `${service("a", "b")}---\n${service("b", "a")}---\n${service("c", "a")}`,
    [CYCLE, CYCLE],
  ],
]);
