import { assertEquals } from "@std/assert";
import { checkInput, testCheck } from "../../tests/check_cases.ts";
import { checkMissingReferences } from "./missing_references.ts";

const HEAD = "apiVersion: k0rdent.mirantis.com/v1beta1";

function cluster(spec: string): string {
  return `${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: ${spec}
`;
}

const CREDENTIAL = `---
${HEAD}
kind: Credential
metadata: {name: main, namespace: prod}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: key, namespace: prod}}
`;
const SEALED = `---
{apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: {name: key, namespace: prod}}
`;
const EXTERNAL = `---
{apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: {name: a, namespace: prod}, spec: {target: {name: key}}}
`;

function template(kind: string, spec: string, place = "namespace: prod") {
  return `---
${HEAD}
kind: ${kind}
metadata: {name: one, ${place}}
spec: ${spec}
`;
}

const MISSING = "validate/missing-reference";
const UNDECLARED = "validate/undeclared-reference";

testCheck(checkMissingReferences, [
  [
    "refuses what nobody declares",
    cluster("{template: aws, credential: main, clusterAuth: sso}"),
    [
      `${MISSING} spec.template`,
      `${MISSING} spec.credential`,
      `${MISSING} spec.clusterAuth`,
    ],
  ],
  [
    "leaves it at the missing namespace of the object itself",
    cluster("{template: aws, credential: main}").replace(
      ", namespace: prod",
      "",
    ),
    [],
  ],
  [
    "accepts templates that k0rdent ships",
    cluster("{template: aws-standalone-cp-1-0-43}"),
    [],
  ],
  [
    "warns of Secrets",
    cluster("{template: gcp-gke-1-0-15, credential: main}") + CREDENTIAL,
    [`${UNDECLARED} spec.identityRef.name`],
  ],
  [
    "accepts a SealedSecret for a Secret",
    cluster("{template: gcp-gke-1-0-15, credential: main}") + CREDENTIAL +
    SEALED,
    [],
  ],
  [
    "accepts an ExternalSecret for the Secret that it makes",
    cluster("{template: gcp-gke-1-0-15, credential: main}") + CREDENTIAL +
    EXTERNAL,
    [],
  ],
  [
    "refuses an identity that nobody declares",
    CREDENTIAL.replace(
      "apiVersion: v1, kind: Secret",
      "apiVersion: a/v1, kind: Own",
    ),
    [`${MISSING} spec.identityRef.name`],
  ],
  [
    "warns of an identity that lives in a Region",
    CREDENTIAL
      .replace("apiVersion: v1, kind: Secret", "apiVersion: a/v1, kind: Own")
      .replace("spec: {", "spec: {region: eu, ") +
    `---\n{${HEAD}, kind: Region, metadata: {name: eu}}`,
    [`${UNDECLARED} spec.identityRef.name`],
  ],
  [
    "refuses a source that nobody declares, but KCM's own",
    template(
      "ServiceTemplate",
      "{helm: {chartSpec: {chart: a, sourceRef: {kind: HelmRepository, name: charts}}}}",
    ) + template("ClusterTemplate", "{helm: {chartSpec: {chart: a}}}"),
    [`${MISSING} spec.helm.chartSpec.sourceRef.name`],
  ],
  [
    "takes a template for its HelmChart",
    template(
      "ClusterTemplate",
      "{helm: {chartSpec: {chart: a}}}",
      "namespace: kcm-system",
    ) +
    template(
      "ClusterTemplate",
      "{helm: {chartRef: {kind: HelmChart, name: one, namespace: kcm-system}}}",
    ),
    [],
  ],
  [
    "refuses a HelmChart that nobody makes",
    template(
      "ClusterTemplate",
      "{helm: {chartRef: {kind: HelmChart, name: other, namespace: kcm-system}}}",
    ),
    [`${MISSING} spec.helm.chartRef.name`],
  ],
  [
    "refuses MultiClusterServices and providers that nobody declares",
    template(
      "MultiClusterService",
      "{dependsOn: [two], serviceSpec: {provider: {name: ksm-flux}}}",
      "labels: {}",
    ),
    [
      `${MISSING} spec.dependsOn[0]`,
      `${MISSING} spec.serviceSpec.provider.name`,
    ],
  ],
  [
    "accepts the provider that KCM makes",
    template(
      "MultiClusterService",
      "{serviceSpec: {provider: {name: ksm-projectsveltos}}}",
      "labels: {}",
    ),
    [],
  ],
  [
    "refuses templates of chains that nobody declares",
    template("ServiceTemplateChain", "{supportedTemplates: [{name: dns-1}]}"),
    [`${MISSING} spec.supportedTemplates[0].name`],
  ],
  [
    "accepts templates of chains that KCM distributes",
    template(
      "ServiceTemplateChain",
      "{supportedTemplates: [{name: dns-1}]}",
      'namespace: prod, labels: {k0rdent.mirantis.com/managed: "true"}',
    ) +
    `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: dns-1, namespace: kcm-system}
spec: {helm: {chartSpec: {chart: dns}}}
`,
    [],
  ],
]);

Deno.test("checkMissingReferences() suggests near names and other namespaces", () => {
  const text = cluster("{template: one, credential: mian}") + CREDENTIAL +
    SEALED +
    template(
      "ClusterTemplate",
      "{helm: {chartSpec: {chart: a}}}",
      "namespace: dev",
    );
  const findings = [...checkMissingReferences(checkInput(text))];
  assertEquals(findings.map(({ message, remedy }) => [message, remedy]), [
    [
      "Cannot resolve ClusterTemplate prod/one, named by ClusterDeployment prod/eu1: nobody declares it",
      'There is one in namespace "dev"; declare one in namespace "prod" too.',
    ],
    [
      "Cannot resolve Credential prod/mian, named by ClusterDeployment prod/eu1: nobody declares it",
      'Did you mean "main"?',
    ],
  ]);
});
