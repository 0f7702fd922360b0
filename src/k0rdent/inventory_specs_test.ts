import { assertEquals } from "@std/assert";
import { definitionsOf } from "../../tests/definitions.ts";
import type { Definition } from "../model/mod.ts";
import { takeInventory } from "./inventory.ts";

const HEAD = "apiVersion: k0rdent.mirantis.com/v1beta1";

function take(definitions: readonly Definition[]) {
  return takeInventory(definitions, { systemNamespace: "kcm-system" });
}

Deno.test("takeInventory() fills in the defaults of serviceSpec", () => {
  const { inventory } = take(definitionsOf(`${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec:
  template: aws
  serviceSpec: {services: [{name: dns, template: dns-1, namespace: ""}]}
`));
  const cluster = inventory.clusterDeployments.get("prod/eu1");
  assertEquals(cluster?.spec, {
    template: "aws",
    propagateCredentials: true,
    dryRun: false,
    cleanupOnDeletion: false,
    serviceSpec: {
      services: [{
        name: "dns",
        namespace: "default",
        template: "dns-1",
        valuesFrom: [],
        dependsOn: [],
        disable: false,
      }],
      provider: { selfManagement: false },
      syncMode: "Continuous",
      priority: 100,
      stopOnConflict: false,
      reload: false,
      continueOnError: false,
    },
  });
});

Deno.test("takeInventory() fills in what the template webhook does", () => {
  const { inventory } = take(definitionsOf(`${HEAD}
kind: ClusterTemplate
metadata: {name: aws, namespace: prod}
spec: {helm: {chartSpec: {chart: aws-standalone-cp, sourceRef: {}}}}
`));
  const template = inventory.clusterTemplates.get("prod/aws");
  assertEquals(template?.spec.helm.chartSpec, {
    chart: "aws-standalone-cp",
    version: "*",
    sourceRef: { kind: "HelmRepository", name: "kcm-templates" },
    interval: "10m0s",
    reconcileStrategy: "ChartVersion",
  });
});

Deno.test("takeInventory() keeps null inside free data", () => {
  const { inventory } = take(definitionsOf(`${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: aws, credential: null, config: {sshKeyName: null}}
`));
  assertEquals(
    inventory.clusterDeployments.get("prod/eu1")?.spec.config,
    { sshKeyName: null },
  );
});

Deno.test("takeInventory() reads what stands beside unknown fields", () => {
  const { inventory, findings } = take(definitionsOf(`${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: aws, oidc: {}, serviceSpec: {services: [{name: a, template: b, x: 1}]}}
`));
  assertEquals(findings.length, 2);
  const spec = inventory.clusterDeployments.get("prod/eu1")?.spec;
  assertEquals(spec?.serviceSpec.services[0]?.template, "b");
});

Deno.test("takeInventory() does not read encrypted documents", () => {
  const [definition] = definitionsOf(`${HEAD}
kind: Credential
metadata: {name: main, namespace: prod}
spec: ENC[AES256_GCM,data:x]
`) as [Definition];
  const { inventory, findings } = take([{ ...definition, verbatim: "x" }]);
  assertEquals(findings, []);
  assertEquals(inventory.credentials.size, 0);
  assertEquals(inventory.all.size, 1);
});

Deno.test("takeInventory() names a hundred unknown fields, not more", () => {
  const fields = Array.from({ length: 5000 }, (_, index) => `x${index}: 1`);
  const { findings } = take(definitionsOf(`${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: aws, ${fields.join(", ")}}
`));
  assertEquals(findings.length, 100);
});
