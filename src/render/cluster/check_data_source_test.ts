import { assertEquals } from "@std/assert";
import { getPath } from "../../model/mod.ts";
import type { ApplyLevel } from "../../source/mod.ts";
import { inputOf, objectOf, renderedUnit, unitsOf } from "../_testing.ts";

const UNIT = "cluster team-a/demo";
const SECRETS =
  "{kineDataSourceSecretName: demo-kine, caSecret: {name: demo-kine-ca, key: ca.crt}}";

function fleet(dataSource: string): string {
  return `
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: Credential, metadata: {name: docker, namespace: team-a},
 spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker, namespace: team-a}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: DataSource
metadata: {name: postgres, namespace: team-a}
spec:
  type: postgresql
  endpoints: [pg.example.com:5432]
  auth: {username: {name: pg, key: user}, password: {name: pg, key: password}}
  certificateAuthority: {name: pg-ca, key: ca.crt}
---
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: ClusterDeployment, metadata: {name: demo, namespace: team-a},
 spec: {template: docker-hosted-cp-1-0-15, credential: docker, dataSource: postgres, config: {dataSource: ${dataSource}}}}
`;
}

function found(dataSource: string, applyLevel: ApplyLevel): string[] {
  const input = inputOf(fleet(dataSource), { config: { applyLevel } });
  return unitsOf(input).get(UNIT)?.findings
    .filter(({ rule }) => rule.id === "render/data-source")
    .map(({ severity, message }) =>
      `${severity}: ${message.replace(/^.*: spec/, "spec")}`
    ) ?? [];
}

Deno.test("renderUnits() takes the Secrets of a data source from the config", () => {
  const { review } = renderedUnit(inputOf(fleet(SECRETS)), UNIT);
  const release = objectOf(review, "HelmRelease", "demo");
  assertEquals(getPath(release, ["spec", "values", "dataSource"]), {
    kineDataSourceSecretName: "demo-kine",
    caSecret: { name: "demo-kine-ca", key: "ca.crt" },
  });
});

Deno.test("renderUnits() asks for the Secrets of a data source, and never guesses", () => {
  const name = "{kineDataSourceSecretName: demo-kine}";
  const all =
    "spec.config.dataSource.kineDataSourceSecretName and spec.config.dataSource.caSecret.name and spec.config.dataSource.caSecret.key are known only in the cluster";
  assertEquals(found("{}", "capi"), [`error: ${all}`]);
  assertEquals(found("{}", "k0rdent"), [`notice: ${all}`]);
  assertEquals(found(name, "helmrelease"), [
    "error: spec.config.dataSource.caSecret.name and spec.config.dataSource.caSecret.key are known only in the cluster",
  ]);
  assertEquals(found(SECRETS, "capi"), []);
});
