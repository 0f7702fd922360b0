import { assertEquals } from "@std/assert";
import { checkInput, testCheck } from "../../tests/check_cases.ts";
import { checkOfficialTemplates } from "./official_templates.ts";

function cluster(name: string, template: string): string {
  return `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: ${name}, namespace: prod}
spec: {template: ${template}}
`;
}

const DECLARED = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: gcp-gke-1-0-15, namespace: prod}
spec: {helm: {chartSpec: {chart: gcp-gke}}}
`;

testCheck(checkOfficialTemplates, [
  ["says nothing of other names", cluster("eu1", "own"), []],
  [
    "says nothing of templates that are declared",
    cluster("eu1", "gcp-gke-1-0-15") + DECLARED,
    [],
  ],
]);

Deno.test("checkOfficialTemplates() says once which templates are taken for k0rdent's", () => {
  const text = cluster("eu1", "gcp-gke-1-0-15") +
    cluster("eu2", "gcp-gke-1-0-15");
  assertEquals(
    [...checkOfficialTemplates(checkInput(text))].map(({ message }) => message),
    [
      'ClusterTemplate prod/gcp-gke-1-0-15 is not declared: taken for k0rdent\'s own, chart "gcp-gke" version 1.0.15, for 2 clusters',
    ],
  );
});
