import { assertEquals } from "@std/assert";
import { checkInput, testCheck } from "../../tests/check_cases.ts";
import { inShort } from "../../tests/definitions.ts";
import { checkClusterSelectors } from "./cluster_selectors.ts";

function fleet(service: string, labels: string, clusterLabels = "{}"): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: MultiClusterService
metadata: {name: base}
spec: ${service}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod, labels: ${labels}}
spec: {template: aws, config: {clusterLabels: ${clusterLabels}}}
`;
}

const SELECTOR = "{clusterSelector: {matchLabels: {env: prod}}}";

testCheck(checkClusterSelectors, [
  ["accepts a selector that matches", fleet(SELECTOR, "{env: prod}"), []],
  ["warns of a selector that matches nothing", fleet(SELECTOR, "{env: dev}"), [
    "validate/unmatched-selector spec.clusterSelector",
  ]],
  [
    "warns of labels that stand in config.clusterLabels only",
    fleet(SELECTOR, "{}", "{env: prod}"),
    ["validate/labels-in-config spec.config.clusterLabels:"],
  ],
  [
    "accepts labels that stand in both places",
    fleet(SELECTOR, "{env: prod}", "{env: prod}"),
    [],
  ],
  ["refuses a missing selector", fleet("{}", "{}"), [
    "validate/empty-selector spec",
  ]],
  ["refuses an empty selector", fleet("{clusterSelector: {}}", "{}"), [
    "validate/empty-selector spec.clusterSelector",
  ]],
  [
    "accepts an empty selector for the management cluster",
    fleet("{serviceSpec: {provider: {selfManagement: true}}}", "{}"),
    [],
  ],
  [
    "warns of a selector that matches every cluster without labels",
    fleet(
      "{clusterSelector: {matchExpressions: [{key: a, operator: DoesNotExist}]}}",
      "{}",
    ),
    ["validate/selects-everything spec.clusterSelector:"],
  ],
  [
    "warns of a selector for the label that KCM gives to all",
    fleet(
      "{clusterSelector: {matchLabels: {k0rdent.mirantis.com/component: kcm}}}",
      "{}",
    ),
    ["validate/selects-everything spec.clusterSelector:"],
  ],
]);

for (
  const spec of ["{}", "{serviceSpec: {provider: {selfManagement: true}}}"]
) {
  Deno.test(`checkClusterSelectors() knows that ${spec} selects all before KCM 1.9`, () => {
    const input = checkInput(fleet(spec, "{}"));
    const config = { ...input.config, kcmVersion: "1.8.0" };
    const findings = [...checkClusterSelectors({ ...input, config })];
    assertEquals(inShort(findings), ["validate/selects-everything spec"]);
    assertEquals(findings.map(({ severity }) => severity), ["error"]);
  });
}
