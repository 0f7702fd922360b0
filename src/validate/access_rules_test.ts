import { assertEquals } from "@std/assert";
import { checkInput, testCheck } from "../../tests/check_cases.ts";
import { checkAccessRules } from "./access_rules.ts";
import { validate } from "./validate.ts";

function access(rule: string, name = "kcm"): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: AccessManagement
metadata: {name: ${name}}
spec: {accessRules: [{${rule}}]}
`;
}

const LIST = "targetNamespaces: {list: [dev]}";
const RULE = "spec.accessRules[0]";

const OBJECTS = `---
apiVersion: v1
kind: Namespace
metadata: {name: dev, labels: {env: dev}}
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: {name: charts, namespace: kcm-system}
spec: {url: https://charts.example.com}
`;

testCheck(checkAccessRules, [
  ["accepts a rule that lists its namespaces", access(LIST), []],
  [
    "refuses a second AccessManagement",
    `${access(LIST)}---\n${access(LIST, "another")}`,
    ["validate/second-access-management metadata.name"],
  ],
  [
    "refuses names that nobody declares, where they stand",
    access(
      `${LIST}, credentials: [a], resources: [{kind: DataSource, names: [b]}]`,
    ),
    [
      `validate/access-object ${RULE}.resources[0].names[0]`,
      `validate/access-object ${RULE}.credentials[0]`,
    ],
  ],
  [
    "only warns of Secrets that nobody declares",
    access(`${LIST}, resources: [{kind: Secret, names: [a]}]`),
    [`validate/undeclared-reference ${RULE}.resources[0].names[0]`],
  ],
  [
    "refuses kinds without namespace and kinds that are not there",
    access(
      `${LIST}, resources: [{kind: Namespace}, {kind: Credentail, apiGroup: k0rdent.mirantis.com}, {kind: HelmRepository}]`,
    ),
    [0, 1, 2].map((index) =>
      `validate/access-kind ${RULE}.resources[${index}].kind`
    ),
  ],
  [
    "accepts kinds that only the cluster knows",
    access(`${LIST}, resources: [{kind: Gadget, apiGroup: example.com}]`),
    [],
  ],
  [
    "refuses string selectors that cannot be read",
    access(
      "targetNamespaces: {stringSelector: a in}, resources: [{kind: Secret, stringSelector: a b}]",
    ),
    [
      `validate/access-selector ${RULE}.targetNamespaces.stringSelector`,
      `validate/access-selector ${RULE}.resources[0].stringSelector`,
    ],
  ],
  [
    "warns of a rule for all namespaces",
    access("credentials: []"),
    [`validate/access-namespaces ${RULE}`],
  ],
]);

const SELECTORS: readonly [
  selector: string,
  severity: string,
  known: string,
][] = [["{}", "warning", '"dev"'], ["{env: dev}", "notice", '"dev"'], [
  "{env: prod}",
  "warning",
  "none",
]];

for (const [labels, severity, known] of SELECTORS) {
  Deno.test(`checkAccessRules() says which namespaces ${labels} means`, () => {
    const rule = `targetNamespaces: {selector: {matchLabels: ${labels}}}`;
    const text = access(rule) +
      OBJECTS.split("---\n").slice(0, 2).join("---\n");
    const [finding] = checkAccessRules(checkInput(text));
    assertEquals(finding?.severity, severity);
    assertEquals(finding?.message.endsWith(known), true, finding?.message);
  });
}

Deno.test("checkAccessRules() knows the group of a kind that is declared", () => {
  const rule = `${LIST}, resources: [{kind: HelmRepository}]`;
  const [finding] = checkAccessRules(checkInput(access(rule) + OBJECTS));
  assertEquals(finding?.remedy, 'Add "apiGroup: source.toolkit.fluxcd.io".');
});

const CREDENTIAL = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: a, namespace: kcm-system}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: key, namespace: kcm-system}}
`;

Deno.test("validate() says of a copy nothing that is said of its source", () => {
  const text = access(`${LIST}, credentials: [a]`) + CREDENTIAL;
  const found = validate(checkInput(text)).map(({ message }) => message);
  assertEquals(found, [
    "Cannot resolve Secret kcm-system/key, named by Credential kcm-system/a: nobody declares it",
  ]);
});

Deno.test("validate() says what has a copy made that lacks something", () => {
  const sealed = `---
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: {name: key, namespace: kcm-system}
`;
  const text = access(`${LIST}, credentials: [a]`) + CREDENTIAL + sealed;
  const [finding, ...others] = validate(checkInput(text));
  assertEquals(others, []);
  assertEquals(finding?.rule.id, "validate/undeclared-reference");
  assertEquals(finding?.object?.namespace, "dev");
  assertEquals(finding?.place?.origin.document, 1);
  assertEquals(finding?.related?.[0]?.place.field, ["spec", "accessRules", 0]);
});

Deno.test("validate() tells tenants what AccessManagement could bring", () => {
  const cluster = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: aws-eks-1-0-37, credential: a, config: {}}
`;
  const remedies = validate(checkInput(CREDENTIAL.slice(4) + cluster))
    .filter(({ rule }) => rule.id === "validate/missing-reference")
    .map(({ remedy }) => remedy);
  assertEquals(remedies, [
    'There is one in namespace "kcm-system"; have AccessManagement distribute it to namespace "prod", or declare one there.',
  ]);
});

Deno.test("validate() refuses managed chains whose templates KCM lacks", () => {
  const chain = (name: string) =>
    `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplateChain
metadata: {name: dns, namespace: dev, labels: {k0rdent.mirantis.com/managed: "true"}}
spec: {supportedTemplates: [{name: ${name}}]}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: dns-1, namespace: kcm-system}
spec: {helm: {chartSpec: {chart: dns, version: 1.0.0}}}
`;
  const idsOf = (text: string) =>
    validate(checkInput(text)).map(({ rule }) => rule.id);
  assertEquals(idsOf(chain("dns-1")), []);
  assertEquals(idsOf(chain("dns-2")), ["validate/missing-reference"]);
});
