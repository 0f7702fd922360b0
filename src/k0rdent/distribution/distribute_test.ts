import { assertEquals, assertStrictEquals } from "@std/assert";
import { definitionsOf, inShort } from "../../../tests/definitions.ts";
import { formatIdentity, identityOf, type Manifest } from "../../model/mod.ts";
import { loadYamlAll } from "../../yaml/mod.ts";
import { type Inventory, takeInventory } from "../inventory.ts";
import { distribute } from "./distribute.ts";

const MANAGED = "k0rdent.mirantis.com/managed";
const K0RDENT = "apiVersion: k0rdent.mirantis.com/v1beta1";

function taken(text: string): Inventory {
  const options = { systemNamespace: "kcm-system" };
  const { inventory, findings } = takeInventory(definitionsOf(text), options);
  assertEquals(inShort(findings), []);
  return inventory;
}

function copiesOf(text: string): Manifest[] {
  return [...distribute(taken(text)).all.values()]
    .filter(({ copied }) => copied !== undefined)
    .map(({ manifest }) => manifest);
}

function namesOf(text: string): string[] {
  return copiesOf(text).map((manifest) => formatIdentity(identityOf(manifest)));
}

function access(...rules: string[]): string {
  return `${K0RDENT}
kind: AccessManagement
metadata: {name: kcm}
spec: {accessRules: [${rules.join(", ")}]}
`;
}

/** Documents of the k0rdent group, as `Kind namespace/name` and the rest. */
function object(kind: string, name: string, rest: string): string {
  const [namespace, own] = name.split("/");
  return `---
${K0RDENT}
kind: ${kind}
metadata: {name: ${own}, namespace: ${namespace}}
${rest}
`;
}

function core(kind: string, name: string, rest = ""): string {
  return object(kind, name, rest).replace(K0RDENT, "apiVersion: v1");
}

/** The input of kcm-spec 8.2. */
const EXAMPLE = access(
  "{targetNamespaces: {list: [team-a]}, resources: [{kind: ClusterTemplateChain, names: [docker]}, {kind: Credential, names: [docker-cred]}]}",
) +
  object(
    "ClusterTemplateChain",
    "kcm-system/docker",
    "spec: {supportedTemplates: [{name: docker-hosted-cp-1-0-15}]}",
  ) +
  object(
    "Credential",
    "kcm-system/docker-cred",
    "spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker-cluster-secret, namespace: kcm-system}}",
  ).replace(
    "namespace: kcm-system}",
    "namespace: kcm-system, labels: {foo: bar}}",
  ) +
  core("Secret", "kcm-system/docker-cluster-secret", "type: Opaque");

const TEMPLATE = object(
  "ClusterTemplate",
  "kcm-system/docker-hosted-cp-1-0-15",
  "spec: {helm: {chartSpec: {chart: docker-hosted-cp, version: 1.0.15}}}",
);

/** Its outcome, but for the owner references: nobody knows their UIDs. */
const EXPECTED = loadYamlAll(`
apiVersion: v1
kind: Secret
metadata: {name: docker-cluster-secret, namespace: team-a, labels: {k0rdent.mirantis.com/managed: "true", k0rdent.mirantis.com/credential.team-a.docker-cred: "true"}}
type: Opaque
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: docker-hosted-cp-1-0-15, namespace: team-a, labels: {k0rdent.mirantis.com/managed: "true"}}
spec: {helm: {chartRef: {kind: HelmChart, name: docker-hosted-cp-1-0-15, namespace: kcm-system}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplateChain
metadata: {name: docker, namespace: team-a, labels: {k0rdent.mirantis.com/managed: "true"}}
spec: {supportedTemplates: [{name: docker-hosted-cp-1-0-15}]}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker-cred, namespace: team-a, labels: {k0rdent.mirantis.com/managed: "true"}}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker-cluster-secret, namespace: team-a}}
`);

Deno.test("distribute() makes the copies of kcm-spec 8.2", () => {
  assertEquals(copiesOf(EXAMPLE + TEMPLATE), EXPECTED as Manifest[]);
});

Deno.test("distribute() needs no declaration of k0rdent's own templates", () => {
  assertEquals(copiesOf(EXAMPLE), EXPECTED as Manifest[]);
});

Deno.test("distribute() is done after one round", () => {
  const once = distribute(taken(EXAMPLE + TEMPLATE));
  assertStrictEquals(distribute(once), once);
});

Deno.test("distribute() leaves an inventory alone where nothing is copied", () => {
  const inventory = taken(TEMPLATE);
  assertStrictEquals(distribute(inventory), inventory);
});

Deno.test("distribute() tells what a copy is made from, and by what", () => {
  const copies = [...distribute(taken(EXAMPLE)).all.values()]
    .flatMap(({ copied }) => copied === undefined ? [] : [copied]);
  assertEquals(
    copies.map(({ from, by }) => [formatIdentity(from), by.origin.document]),
    [
      ["Secret kcm-system/docker-cluster-secret", 2],
      ["ClusterTemplateChain kcm-system/docker", 1],
      ["ClusterTemplateChain kcm-system/docker", 0],
      ["Credential kcm-system/docker-cred", 0],
    ],
  );
});

Deno.test("distribute() leaves what somebody declares as it is", () => {
  const own = object(
    "Credential",
    "team-a/docker-cred",
    "spec: {identityRef: {apiVersion: v1, kind: Secret, name: own, namespace: team-a}}",
  );
  assertEquals(namesOf(EXAMPLE + own), [
    "ClusterTemplate team-a/docker-hosted-cp-1-0-15",
    "ClusterTemplateChain team-a/docker",
  ]);
});

const NAMESPACES = `---
apiVersion: v1
kind: Namespace
metadata: {name: dev, labels: {env: dev}}
---
apiVersion: v1
kind: Namespace
metadata: {name: prod, labels: {env: prod}}
` + core("ConfigMap", "tools/used");

const TARGETS: readonly [title: string, target: string, expected: string[]][] =
  [
    ["listed namespaces", "{list: [b, a, kcm-system]}", ["a", "b"]],
    ["no namespace of an empty list", "{list: []}", []],
    ["a selector", "{selector: {matchLabels: {env: dev}}}", ["dev"]],
    ["a string selector", "{stringSelector: env!=dev}", ["prod"]],
    [
      "the label that every namespace has",
      "{stringSelector: kubernetes.io/metadata.name=prod}",
      ["prod"],
    ],
    ["a string selector that is none", "{stringSelector: env in}", []],
    ["all namespaces of an empty selector", "{selector: {}}", [
      "dev",
      "prod",
      "tools",
    ]],
    ["all namespaces of an empty target", "{}", ["dev", "prod", "tools"]],
  ];

for (const [title, target, expected] of TARGETS) {
  Deno.test(`distribute() follows ${title}`, () => {
    const text = access(
      `{targetNamespaces: ${target}, resources: [{kind: ConfigMap, names: [a]}]}`,
    ) + NAMESPACES + core("ConfigMap", "kcm-system/a", "data: {b: c}");
    assertEquals(
      namesOf(text),
      expected.map((namespace) => `ConfigMap ${namespace}/a`),
    );
  });
}

Deno.test("distribute() counts namespaces that other rules make among all", () => {
  const text = access(
    "{targetNamespaces: {list: [new]}}",
    "{resources: [{kind: ConfigMap}]}",
  ) + core("ConfigMap", "kcm-system/a");
  assertEquals(namesOf(text), ["ConfigMap new/a"]);
});

const RESOURCES: readonly [title: string, rule: string, expected: string[]][] =
  [
    ["all objects of a kind", "resources: [{kind: ConfigMap}]", ["a", "b"]],
    ["no object of no names", "resources: [{kind: ConfigMap, names: []}]", []],
    [
      "objects by their labels",
      "resources: [{kind: ConfigMap, selector: {matchLabels: {tier: gold}}}]",
      ["b"],
    ],
    [
      "objects by a string selector",
      "resources: [{kind: ConfigMap, stringSelector: '!tier'}]",
      ["a"],
    ],
    [
      "no kind of another group",
      "resources: [{kind: ConfigMap, apiGroup: a.b}]",
      [],
    ],
    ["the deprecated lists", "dataSources: [c]", ["c"]],
    [
      "the deprecated lists beside resources",
      "resources: [{kind: ConfigMap, names: [a]}], dataSources: [c]",
      ["a", "c"],
    ],
    ["no kind without namespace", "resources: [{kind: Namespace}]", []],
  ];

const OBJECTS = core("ConfigMap", "kcm-system/a") +
  core("ConfigMap", "kcm-system/b").replace("}", ", labels: {tier: gold}}") +
  object("DataSource", "kcm-system/c", "spec: {type: postgresql}");

for (const [title, rule, expected] of RESOURCES) {
  Deno.test(`distribute() copies ${title}`, () => {
    const text = access(`{targetNamespaces: {list: [t]}, ${rule}}`) + OBJECTS;
    const names = copiesOf(text).map(({ metadata }) => metadata.name);
    assertEquals(names, expected);
  });
}

Deno.test("distribute() copies nothing but name, labels and content", () => {
  const source = core(
    "ConfigMap",
    "kcm-system/a",
    "data: {b: c}\nstatus: {d: e}",
  )
    .replace(
      "}",
      ", annotations: {f: g}, finalizers: [h/i], ownerReferences: []}",
    );
  const rule =
    "{targetNamespaces: {list: [t]}, resources: [{kind: ConfigMap}]}";
  assertEquals(copiesOf(access(rule) + source), [{
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "a", namespace: "t", labels: { [MANAGED]: "true" } },
    data: { b: "c" },
  }]);
});

const REWRITES: readonly [
  title: string,
  kind: string,
  spec: string,
  expected: string,
][] = [
  [
    "keeps an identity without namespace",
    "Credential",
    "{identityRef: {apiVersion: a.b/v1, kind: C, name: d}}",
    "{identityRef: {apiVersion: a.b/v1, kind: C, name: d}}",
  ],
  [
    "says where the certificate of a ClusterAuthentication is",
    "ClusterAuthentication",
    "{caSecret: {name: a, key: b}}",
    "{caSecret: {name: a, key: b, namespace: kcm-system}}",
  ],
  [
    "keeps where the certificate of a ClusterAuthentication is",
    "ClusterAuthentication",
    "{caSecret: {name: a, key: b, namespace: c}}",
    "{caSecret: {name: a, key: b, namespace: c}}",
  ],
  [
    "says where the certificate of a DataSource is, not where its passwords are",
    "DataSource",
    "{certificateAuthority: {name: a}, auth: {username: {name: b}}}",
    "{certificateAuthority: {name: a, namespace: kcm-system}, auth: {username: {name: b}}}",
  ],
];

for (const [title, kind, spec, expected] of REWRITES) {
  Deno.test(`distribute() ${title}`, () => {
    const text = access(
      `{targetNamespaces: {list: [t]}, resources: [{kind: ${kind}}]}`,
    ) + object(kind, "kcm-system/x", `spec: ${spec}`);
    assertEquals(
      copiesOf(text).map((copy) => copy.spec),
      loadYamlAll(expected),
    );
  });
}

const TEMPLATES: readonly [title: string, spec: string, expected: string][] = [
  [
    "a chart, with what else the template says",
    "{version: '1', k8sConstraint: '>=1.30', helmOptions: {}, helm: {chartSpec: {chart: a}}}",
    "{version: '1', k8sConstraint: '>=1.30', helmOptions: {}, helm: {chartRef: {kind: HelmChart, name: a-1, namespace: kcm-system}}}",
  ],
  [
    "a chart that the template names itself",
    "{helm: {chartRef: {kind: HelmChart, name: b, namespace: c}}}",
    "{helm: {chartRef: {kind: HelmChart, name: b, namespace: c}}}",
  ],
  [
    "files that KCM makes a source for",
    "{kustomize: {remoteSourceSpec: {oci: {url: 'oci://a/b', interval: 1m}}, path: ./c, deploymentType: Local}}",
    "{kustomize: {localSourceRef: {kind: OCIRepository, name: a-1, namespace: kcm-system}, path: ./c, deploymentType: Local}}",
  ],
  [
    "files of a source beside the template",
    "{helm: {chartSource: {localSourceRef: {kind: GitRepository, name: b}}}}",
    "{helm: {chartSource: {localSourceRef: {kind: GitRepository, name: b, namespace: kcm-system}}}}",
  ],
  [
    "files of a ConfigMap, which has to be in each namespace",
    "{resources: {localSourceRef: {kind: ConfigMap, name: b}}}",
    "{resources: {localSourceRef: {kind: ConfigMap, name: b, namespace: t}}}",
  ],
];

for (const [title, spec, expected] of TEMPLATES) {
  Deno.test(`distribute() follows a template to ${title}`, () => {
    const text = access(
      "{targetNamespaces: {list: [t]}, serviceTemplateChains: [a]}",
    ) +
      object(
        "ServiceTemplateChain",
        "kcm-system/a",
        "spec: {supportedTemplates: [{name: a-1}]}",
      ) + object("ServiceTemplate", "kcm-system/a-1", `spec: ${spec}`);
    const copy = copiesOf(text).find(({ kind }) => kind === "ServiceTemplate");
    assertEquals([copy?.spec], loadYamlAll(expected));
  });
}

function declaredChain(labels: string, upgrades = ""): string {
  return object(
    "ClusterTemplateChain",
    "team-b/docker",
    `spec: {supportedTemplates: [{name: docker-hosted-cp-1-0-15${upgrades}}]}`,
  ).replace("}", `, labels: {${labels}}}`);
}

Deno.test("distribute() copies the templates of managed chains that are valid", () => {
  const managed = `${MANAGED}: "true"`;
  const broken = ", availableUpgrades: [{name: docker-hosted-cp-1-0-16}]";
  const expected = ["ClusterTemplate team-b/docker-hosted-cp-1-0-15"];
  assertEquals(namesOf(declaredChain(managed)), expected);
  assertEquals(namesOf(declaredChain("")), []);
  assertEquals(namesOf(declaredChain(managed, broken)), []);
});

Deno.test("distribute() joins the labels of Credentials with one identity", () => {
  const credential = (name: string) =>
    object(
      "Credential",
      `kcm-system/${name}`,
      "spec: {identityRef: {apiVersion: v1, kind: Secret, name: key, namespace: kcm-system}}",
    );
  const text = access("{targetNamespaces: {list: [t]}, credentials: [a, b]}") +
    credential("a") + credential("b") + core("Secret", "kcm-system/key");
  const [secret] = copiesOf(text);
  assertEquals(secret?.metadata.labels, {
    [MANAGED]: "true",
    "k0rdent.mirantis.com/credential.t.a": "true",
    "k0rdent.mirantis.com/credential.t.b": "true",
  });
});

Deno.test("distribute() copies an AzureClusterIdentity with its Secret", () => {
  const text = access("{targetNamespaces: {list: [t]}, credentials: [a]}") +
    object(
      "Credential",
      "kcm-system/a",
      "spec: {identityRef: {apiVersion: infrastructure.cluster.x-k8s.io/v1beta1, kind: AzureClusterIdentity, name: az, namespace: kcm-system}}",
    ) + core("Secret", "kcm-system/key") + `---
apiVersion: infrastructure.cluster.x-k8s.io/v1beta1
kind: AzureClusterIdentity
metadata: {name: az, namespace: kcm-system}
spec: {type: ServicePrincipal, clientID: a, tenantID: b, clientSecret: {name: key, namespace: kcm-system}, allowedNamespaces: {}}
`;
  const [secret, identity] = copiesOf(text);
  assertEquals(formatIdentity(identityOf(secret!)), "Secret t/key");
  assertEquals(identity?.spec, {
    type: "ServicePrincipal",
    clientID: "a",
    tenantID: "b",
    clientSecret: { name: "key", namespace: "t" },
    allowedNamespaces: {},
  });
});

Deno.test("distribute() copies no identity that all namespaces share", () => {
  const text = access("{targetNamespaces: {list: [t]}, credentials: [a]}") +
    object(
      "Credential",
      "kcm-system/a",
      "spec: {identityRef: {apiVersion: infrastructure.cluster.x-k8s.io/v1beta2, kind: AWSClusterStaticIdentity, name: aws}}",
    ) + core("Secret", "kcm-system/key") + `---
apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
kind: AWSClusterStaticIdentity
metadata: {name: aws}
spec: {secretRef: key, allowedNamespaces: {}}
`;
  assertEquals(namesOf(text), ["Credential t/a"]);
});

Deno.test("distribute() knows nothing but the lists before KCM 1.12", () => {
  const { inventory } = takeInventory(definitionsOf(EXAMPLE), {
    systemNamespace: "kcm-system",
    kcmVersion: "1.11.4",
  });
  assertStrictEquals(distribute(inventory), inventory);
});
