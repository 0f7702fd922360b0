/** The worked example of kcm-spec 8.9: where an upgrade in steps ends. */
import { assertEquals } from "@std/assert";
import { getPath } from "../../model/mod.ts";
import { inputOf, objectOf, renderedUnit } from "../_testing.ts";

const EXAMPLE = `
${["1-0-0", "1-1-0", "2-0-0"].map(template).join("---\n")}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplateChain
metadata: {name: app, namespace: team-a}
spec:
  supportedTemplates:
  - name: app-1-0-0
    availableUpgrades: [{name: app-1-1-0, version: 1.1.0}, {name: app-2-0-0, version: 2.0.0}]
  - name: app-1-1-0
    availableUpgrades: [{name: app-2-0-0, version: 2.0.0}]
  - name: app-2-0-0
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker, namespace: team-a}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker, namespace: team-a}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: demo, namespace: team-a}
spec:
  template: docker-hosted-cp-1-0-15
  credential: docker
  config: {}
  serviceSpec: {services: [{name: app, template: app-2-0-0, templateChain: app}]}
`;

function template(version: string): string {
  return `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: app-${version}, namespace: team-a}
spec: {helm: {chartSpec: {chart: app, version: ${
    version.replaceAll("-", ".")
  }}}}
`;
}

Deno.test("renderUnits() makes the end of the upgrade of kcm-spec 8.9", () => {
  for (const yaml of [EXAMPLE, EXAMPLE.replace(", templateChain: app", "")]) {
    const { applied, review } = renderedUnit(
      inputOf(yaml),
      "cluster team-a/demo",
    );
    const set = objectOf(review, "ServiceSet", "demo");
    assertEquals(getPath(set, ["spec", "services"]), [
      {
        name: "app",
        namespace: "default",
        template: "app-2-0-0",
        version: "2.0.0",
      },
    ]);
    const path = ["spec", "helmCharts", 0, "chartVersion"];
    const profile = objectOf(applied, "Profile", "demo");
    assertEquals(getPath(profile, path), "2.0.0");
  }
});
