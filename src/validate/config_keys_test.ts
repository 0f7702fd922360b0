import { assertEquals } from "@std/assert";
import { checkInput, testCheck } from "../../tests/check_cases.ts";
import { checkConfigKeys } from "./config_keys.ts";

const PACKAGE = {
  "cluster/own/package.yaml": "{name: own, version: 1.0.0}",
  "cluster/own/values.yaml": `
region: ""
clusterLabels: {}
controlPlane: {instanceType: "", rootDeviceSize: 8}
worker: {instanceType: ""}
k0s: {network: {provider: calico}}
`,
  "cluster/own/manifests/cluster.yaml.hbs": "kind: Cluster",
  "cluster/own/values.schema.json": JSON.stringify({
    $defs: { machine: { properties: { amiID: { type: "string" } } } },
    properties: {
      worker: { $ref: "#/$defs/machine" },
      extra: { type: "object" },
      k0s: {
        properties: {
          network: {
            additionalProperties: true,
            properties: { provider: { type: "string" } },
          },
        },
        additionalProperties: false,
      },
    },
  }),
};

function cluster(config: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: own, namespace: prod}
spec: {helm: {chartSpec: {chart: own}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: own, config: ${config}}
`;
}

const UNKNOWN = "validate/unknown-config-key spec.config";

testCheck(checkConfigKeys, [
  [
    "accepts keys of defaults and schema",
    cluster("{region: eu, worker: {amiID: a, instanceType: b}, extra: {a: b}}"),
    [],
  ],
  [
    "accepts any key in open maps",
    cluster("{clusterLabels: {a: b}, k0s: {network: {kubeProxy: {}}}}"),
    [],
  ],
  [
    "accepts what KCM sets",
    cluster("{clusterIdentity: {a: b}, global: {}}"),
    [],
  ],
  [
    "warns of unknown keys at every level",
    cluster("{regoin: eu, controlPlane: {region: a}}"),
    [
      `${UNKNOWN}.regoin:`,
      `${UNKNOWN}.controlPlane.region:`,
    ],
  ],
  [
    "leaves keys that the schema refuses to rendering",
    cluster("{k0s: {extension: a}}"),
    [],
  ],
], PACKAGE);

Deno.test("checkConfigKeys() suggests near keys, and the one place of the same name", () => {
  const config =
    "{controlPlane: {rootVolumeSize: 1, rootDeviceSiez: 2, region: a}, worker: {size: 1}}";
  const findings = checkConfigKeys(checkInput(cluster(config), PACKAGE));
  assertEquals([...findings].map(({ remedy }) => remedy), [
    'Did you mean "spec.config.controlPlane.rootDeviceSize"?',
    'Did you mean "spec.config.controlPlane.rootDeviceSize"?',
    'Did you mean "spec.config.region"?',
    "Correct the key or remove it; the chart ignores it.",
  ]);
});

Deno.test("checkConfigKeys() knows the charts of k0rdent's own templates", () => {
  const text = cluster("{regoin: eu}").replaceAll("own", "aws-eks-1-0-13")
    .replace(/^[^]*?---/, "");
  const files = Object.fromEntries(
    Object.entries(PACKAGE).map(([path, content]) => [
      path.replace("own", "aws-eks"),
      content.replace("name: own", "name: aws-eks"),
    ]),
  );
  assertEquals([...checkConfigKeys(checkInput(text, files))].length, 1);
});
