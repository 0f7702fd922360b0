import { assertEquals } from "@std/assert";
import { definitionsOf, inShort } from "../../tests/definitions.ts";
import type { Definition } from "../model/mod.ts";
import { takeInventory } from "./inventory.ts";

function take(definitions: readonly Definition[]) {
  return takeInventory(definitions, { systemNamespace: "kcm-system" });
}

function findingsOf(text: string) {
  return take(definitionsOf(text)).findings;
}

const HEAD = "apiVersion: k0rdent.mirantis.com/v1beta1";

/** What is declared, and the findings as `rule field`. */
const CASES: readonly [title: string, text: string, expected: string[]][] = [
  [
    "accepts a ClusterDeployment",
    `${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: aws, credential: main, config: {}}
`,
    [],
  ],
  [
    "takes a field that is null for one that is absent",
    `${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod, labels: null}
spec: {template: aws, credential: main, config: null, serviceSpec: {services: null}}
`,
    [],
  ],
  [
    "refuses unknown fields of spec",
    `${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: aws, config: {}, oidc: {}, serviceSpec: {services: [{name: a, tempalte: b, template: c}]}}
`,
    [
      "k0rdent/unknown-field spec.serviceSpec.services[0].tempalte:",
      "k0rdent/unknown-field spec.oidc:",
    ],
  ],
  [
    "refuses fields beside spec and in metadata",
    `${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod, lables: {}}
spec: {template: aws}
config: {}
`,
    [
      "k0rdent/unknown-field config:",
      "k0rdent/unknown-field metadata.lables:",
    ],
  ],
  [
    "refuses wrong types",
    `${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: {name: aws}, config: [], dryRun: "yes"}
`,
    [
      "k0rdent/wrong-type spec.template",
      "k0rdent/wrong-type spec.config",
      "k0rdent/wrong-type spec.dryRun",
    ],
  ],
  [
    "refuses missing fields and values outside of what is allowed",
    `${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {serviceSpec: {priority: 0, syncMode: continuous}}
`,
    [
      "k0rdent/missing-field spec.template",
      "k0rdent/invalid-value spec.serviceSpec.syncMode",
      "k0rdent/invalid-value spec.serviceSpec.priority",
    ],
  ],
  [
    "refuses a missing spec",
    `${HEAD}
kind: Credential
metadata: {name: main, namespace: prod}
`,
    ["k0rdent/missing-field spec.identityRef"],
  ],
  [
    "refuses two services of one name and namespace",
    `${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec:
  template: aws
  serviceSpec:
    services:
    - {name: dns, template: dns-1}
    - {name: dns, namespace: default, template: dns-2}
`,
    ["k0rdent/broken-rule spec.serviceSpec.services[1]"],
  ],
  [
    "refuses templates that the API server refuses",
    `${HEAD}
kind: ServiceTemplate
metadata: {name: a, namespace: prod}
spec: {}
---
${HEAD}
kind: ServiceTemplate
metadata: {name: b, namespace: prod}
spec: {helm: {chartSpec: {chart: a}, chartRef: {kind: HelmChart, name: a}}}
---
${HEAD}
kind: ClusterTemplate
metadata: {name: c, namespace: prod}
spec: {helm: {chartSource: {localSourceRef: {kind: ConfigMap, name: a}}}}
---
${HEAD}
kind: ClusterTemplate
metadata: {name: d, namespace: prod}
spec: {helm: {chartSource: {localSourceRef: {kind: Bucket, name: a}}}}
---
${HEAD}
kind: ServiceTemplate
metadata: {name: d, namespace: prod}
spec:
  kustomize: {localSourceRef: {kind: Bucket, name: a}, remoteSourceSpec: {}}
`,
    [
      "k0rdent/broken-rule spec.helm.chartSource.localSourceRef.kind",
      "k0rdent/broken-rule spec.helm.chartSource",
      "k0rdent/broken-rule spec",
      "k0rdent/broken-rule spec.helm.chartRef",
      "k0rdent/broken-rule spec.kustomize.remoteSourceSpec",
    ],
  ],
  [
    "refuses unknown kinds, groups and versions of k0rdent",
    `${HEAD}
kind: ClusterDeploymnet
metadata: {name: a, namespace: prod}
---
apiVersion: cluster.k0rdent.io/v1alpha1
kind: ClusterDeployment
metadata: {name: b, namespace: prod}
---
apiVersion: k0rdent.mirantis.com/v1
kind: Region
metadata: {name: c}
spec: {kubeConfig: {name: c}}
---
apiVersion: hive.openshift.io/v1
kind: ClusterDeployment
metadata: {name: d, namespace: prod}
---
apiVersion: k0rdent.mirantis.com
kind: ClusterDeployment
metadata: {name: e, namespace: prod}
---
apiVersion: v1beta1
kind: ServiceTemplateChain
metadata: {name: f, namespace: prod}
`,
    [
      "k0rdent/unknown-group apiVersion",
      "k0rdent/unknown-group apiVersion",
      "k0rdent/unknown-group apiVersion",
      "k0rdent/unknown-kind kind",
      "k0rdent/unknown-version apiVersion",
    ],
  ],
  [
    "reads v1alpha1 with a notice",
    `apiVersion: k0rdent.mirantis.com/v1alpha1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: aws, config: {}}
`,
    ["k0rdent/old-version apiVersion"],
  ],
  [
    "lets older versions of Flux sources have fields of their own",
    `apiVersion: source.toolkit.fluxcd.io/v1beta2
kind: GitRepository
metadata: {name: a, namespace: prod}
spec: {url: "https://a/b", interval: 1m, gitImplementation: go-git}
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: b, namespace: prod}
spec: {url: "https://a/b", interval: 1m, gitImplementation: go-git}
`,
    ["k0rdent/unknown-field spec.gitImplementation:"],
  ],
  [
    "warns of kinds that only controllers write",
    `${HEAD}
kind: ServiceSet
metadata: {name: eu1, namespace: prod}
`,
    ["k0rdent/generated-kind kind"],
  ],
  [
    "wants a namespace where the kind has one",
    `apiVersion: v1
kind: ConfigMap
metadata: {name: a}
---
apiVersion: example.com/v1
kind: Gadget
metadata: {name: a}
`,
    ["k0rdent/missing-namespace metadata"],
  ],
  [
    "ignores a namespace where the kind has none",
    `${HEAD}
kind: MultiClusterService
metadata: {name: dns, namespace: kcm-system}
spec: {clusterSelector: {matchLabels: {a: b}}}
`,
    ["k0rdent/needless-namespace metadata.namespace"],
  ],
];

for (const [title, text, expected] of CASES) {
  Deno.test(`takeInventory() ${title}`, () => {
    assertEquals(inShort(findingsOf(text)), expected);
  });
}

Deno.test("takeInventory() says what is expected, what was found, and what was meant", () => {
  const findings = findingsOf(`${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec:
  tmplate: aws
  oidc: {}
  services: []
  template: 1.30
  dryRun: "yes"
  config: []
  serviceSpec: {syncMode: continous}
`);
  assertEquals(findings.map(({ message, remedy }) => [message, remedy]), [
    [
      'Cannot read "spec.tmplate" of ClusterDeployment prod/eu1: a ClusterDeployment has no such field',
      'Did you mean "spec.template"?',
    ],
    [
      'Cannot read "spec.oidc" of ClusterDeployment prod/eu1: a ClusterDeployment has no such field',
      'Did you mean "spec.config.oidc"? Values of the template\'s chart belong there.',
    ],
    [
      'Cannot read "spec.services" of ClusterDeployment prod/eu1: a ClusterDeployment has no such field',
      'Did you mean "spec.serviceSpec.services"?',
    ],
    [
      'Cannot read "spec.template" of ClusterDeployment prod/eu1: expected a string, found the number 1.3',
      "Put the value in quotes, else YAML reads a number.",
    ],
    [
      'Cannot read "spec.config" of ClusterDeployment prod/eu1: expected a map, found a list',
      "Write a value of the expected type.",
    ],
    [
      'Cannot read "spec.serviceSpec.syncMode" of ClusterDeployment prod/eu1: expected one of "OneTime", "Continuous", "ContinuousWithDriftDetection", "DryRun", found the string "continous"',
      'Did you mean "Continuous"?',
    ],
    [
      'Cannot read "spec.dryRun" of ClusterDeployment prod/eu1: expected true or false, found the string "yes"',
      "Write a value of the expected type.",
    ],
  ]);
});

Deno.test("takeInventory() reports both of two objects of one identity", () => {
  const text =
    "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: b}}";
  const twice = [
    ...definitionsOf(`${text}\n---\n${text}`, "z.yaml"),
    ...definitionsOf(text, "a.yaml"),
  ];
  const { inventory, findings } = take(twice);
  assertEquals(findings.map(({ message }) => message), [
    'Cannot tell which ConfigMap b/a is meant: it is also declared in "z.yaml", line 1 and "z.yaml", line 3',
    'Cannot tell which ConfigMap b/a is meant: it is also declared in "a.yaml", line 1 and "z.yaml", line 3',
    'Cannot tell which ConfigMap b/a is meant: it is also declared in "a.yaml", line 1 and "z.yaml", line 1',
  ]);
  assertEquals(inventory.all.get("/ConfigMap/b/a")?.origin.file, "a.yaml");
});

Deno.test("takeInventory() takes two versions of one object for duplicates", () => {
  const object = (version: string) =>
    `apiVersion: k0rdent.mirantis.com/${version}
kind: Region
metadata: {name: eu}
`;
  const text = `${object("v1alpha1")}---\n${object("v1beta1")}`;
  assertEquals(
    inShort(findingsOf(text)).filter((line) => line.includes("duplicate"))
      .length,
    2,
  );
});

Deno.test("takeInventory() does not depend on the order of definitions", () => {
  const text = ["b", "a", "c"].map((name) =>
    `${HEAD}\nkind: ClusterDeployment\nmetadata: {name: ${name}, namespace: prod}\nspec: {}\n`
  ).join("---\n");
  const definitions = definitionsOf(text);
  const [one, other] = [take(definitions), take(definitions.toReversed())];
  assertEquals(one.findings, other.findings);
  assertEquals([...one.inventory.all.keys()], [...other.inventory.all.keys()]);
});
