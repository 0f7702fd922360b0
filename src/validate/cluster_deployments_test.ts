import { testCheck } from "../../tests/check_cases.ts";
import { checkClusterDeployments } from "./cluster_deployments.ts";

function cluster(spec: string, name = "eu1"): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: ${name}, namespace: prod}
spec: ${spec}
`;
}

const SPEC = "{template: aws, credential: main, config: {}}";

testCheck(checkClusterDeployments, [
  ["accepts an empty config", cluster(SPEC), []],
  ["refuses a missing config", cluster("{template: aws, credential: main}"), [
    "validate/missing-config spec",
  ]],
  [
    "refuses a config that is null",
    cluster("{template: aws, credential: main, config: null}"),
    ["validate/missing-config spec"],
  ],
  ["refuses a missing credential", cluster("{template: aws, config: {}}"), [
    "validate/missing-credential spec",
  ]],
  ["accepts a name of 53 characters", cluster(SPEC, "a".repeat(53)), []],
  ["refuses a name of 54 characters", cluster(SPEC, "a".repeat(54)), [
    "validate/cluster-name metadata.name",
  ]],
]);
