import { testCheck } from "../../tests/check_cases.ts";
import { checkChartReferences } from "./chart_references.ts";

function template(helm: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: dns, namespace: prod}
spec: {helm: ${helm}}
`;
}

testCheck(checkChartReferences, [
  [
    "accepts a HelmChart with its namespace",
    template("{chartRef: {kind: HelmChart, name: a, namespace: b}}"),
    [],
  ],
  [
    "refuses other kinds",
    template("{chartRef: {kind: OCIRepository, name: a, namespace: b}}"),
    ["validate/unusable-chart-reference spec.helm.chartRef.kind"],
  ],
  [
    "refuses a HelmChart without a namespace",
    template("{chartRef: {kind: HelmChart, name: a}}"),
    ["validate/unusable-chart-reference spec.helm.chartRef"],
  ],
  [
    "refuses a service's chart from a Bucket",
    template("{chartSpec: {chart: a, sourceRef: {kind: Bucket, name: b}}}"),
    ["validate/bucket-chart spec.helm.chartSpec.sourceRef.kind"],
  ],
]);
