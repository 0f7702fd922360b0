import { testCheck } from "../../tests/check_cases.ts";
import { checkChartCollisions } from "./chart_collisions.ts";

function template(kind: string, place: string, helm = "chartSpec: {chart: a}") {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ${kind}
metadata: {name: same, ${place}}
spec: {helm: {${helm}}}
`;
}

const COLLISION = "validate/chart-collision metadata.name";

testCheck(checkChartCollisions, [
  [
    "accepts one name in two namespaces",
    `${template("ClusterTemplate", "namespace: a")}---
${template("ServiceTemplate", "namespace: b")}`,
    [],
  ],
  [
    "accepts one name where one has no chart of its own",
    `${template("ClusterTemplate", "namespace: a")}---
${
      template(
        "ServiceTemplate",
        "namespace: a",
        "chartRef: {kind: HelmChart, name: b, namespace: a}",
      )
    }`,
    [],
  ],
  [
    "refuses two kinds of templates of one name",
    `${template("ClusterTemplate", "namespace: a")}---
${template("ServiceTemplate", "namespace: a")}`,
    [COLLISION, COLLISION],
  ],
  [
    "refuses a ProviderTemplate's name in the system namespace",
    `${template("ProviderTemplate", "labels: {}")}---
${template("ServiceTemplate", "namespace: kcm-system")}`,
    [COLLISION, COLLISION],
  ],
]);
