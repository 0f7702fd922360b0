import { assertEquals } from "@std/assert";
import { definitionsOf } from "../../tests/definitions.ts";
import { formatIdentity, formatPath } from "../model/mod.ts";
import { takeInventory } from "./inventory.ts";
import { inventoryReferences } from "./references.ts";

const HEAD = "apiVersion: k0rdent.mirantis.com/v1beta1";
const CAPI = "apiVersion: infrastructure.cluster.x-k8s.io";

/** An object, and what it refers to as `field → object`. */
const CASES: readonly [title: string, text: string, expected: string[]][] = [
  [
    "of ClusterDeployments",
    `${HEAD}
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec:
  template: aws
  credential: main
  clusterAuth: sso
  auditPolicy: audit
  dataSource: db
  ipamClaim: {ref: addresses}
  serviceSpec:
    provider: {name: other}
    services:
    - name: dns
      template: dns-1
      templateChain: dns
      valuesFrom: [{kind: ConfigMap, name: values}]
`,
    [
      "spec.template → ClusterTemplate prod/aws",
      "spec.credential → Credential prod/main",
      "spec.clusterAuth → ClusterAuthentication prod/sso",
      "spec.auditPolicy → ClusterAuditPolicy prod/audit",
      "spec.dataSource → DataSource prod/db",
      "spec.ipamClaim.ref → ClusterIPAMClaim prod/addresses",
      "spec.serviceSpec.services[0].template → ServiceTemplate prod/dns-1",
      "spec.serviceSpec.services[0].templateChain → ServiceTemplateChain prod/dns",
      "spec.serviceSpec.services[0].valuesFrom[0].name → ConfigMap prod/values",
      "spec.serviceSpec.provider.name → StateManagementProvider other",
    ],
  ],
  [
    "of MultiClusterServices, in the system namespace",
    `${HEAD}
kind: MultiClusterService
metadata: {name: ingress}
spec:
  dependsOn: [dns]
  serviceSpec: {services: [{name: a, template: a-1}]}
`,
    [
      "spec.dependsOn[0] → MultiClusterService dns",
      "spec.serviceSpec.services[0].template → ServiceTemplate kcm-system/a-1",
    ],
  ],
  [
    "of templates",
    `${HEAD}
kind: ClusterTemplate
metadata: {name: a, namespace: prod}
spec: {helm: {chartSpec: {chart: a, sourceRef: {kind: HelmRepository, name: charts}}}}
---
${HEAD}
kind: ClusterTemplate
metadata: {name: b, namespace: prod}
spec: {helm: {chartSpec: {chart: b}}}
---
${HEAD}
kind: ServiceTemplate
metadata: {name: c, namespace: prod}
spec: {helm: {chartRef: {kind: HelmChart, name: c, namespace: kcm-system}}}
---
${HEAD}
kind: ServiceTemplate
metadata: {name: d, namespace: prod}
spec: {kustomize: {localSourceRef: {kind: ConfigMap, name: files, namespace: other}}}
---
${HEAD}
kind: ServiceTemplate
metadata: {name: e, namespace: prod}
spec: {resources: {remoteSourceSpec: {git: {url: "https://a/b", interval: 1m, secretRef: {name: key}}}}}
`,
    [
      "spec.helm.chartSpec.sourceRef.name → HelmRepository prod/charts",
      "spec.helm.chartRef.name → HelmChart kcm-system/c",
      "spec.kustomize.localSourceRef.name → ConfigMap prod/files",
      "spec.resources.remoteSourceSpec.git.secretRef.name → Secret prod/key",
    ],
  ],
  [
    "of template chains",
    `${HEAD}
kind: ClusterTemplateChain
metadata: {name: aws, namespace: prod}
spec: {supportedTemplates: [{name: aws-1}]}
`,
    ["spec.supportedTemplates[0].name → ClusterTemplate prod/aws-1"],
  ],
  [
    "of Credentials, without a namespace where the identity has none",
    `${HEAD}
kind: Credential
metadata: {name: a, namespace: prod}
spec:
  region: eu
  identityRef: {apiVersion: infrastructure.cluster.x-k8s.io/v1beta2, kind: AWSClusterStaticIdentity, name: aws, namespace: prod}
---
${HEAD}
kind: Credential
metadata: {name: b, namespace: prod}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: key, namespace: prod}}
`,
    [
      "spec.identityRef.name → AWSClusterStaticIdentity aws",
      "spec.region → Region eu",
      "spec.identityRef.name → Secret prod/key",
    ],
  ],
  [
    "of cloud identities",
    `${CAPI}/v1beta2
kind: AWSClusterStaticIdentity
metadata: {name: a}
spec: {secretRef: aws-key}
---
${CAPI}/v1beta2
kind: AWSClusterRoleIdentity
metadata: {name: b}
spec: {roleARN: r, sourceIdentityRef: {kind: AWSClusterStaticIdentity, name: a}}
---
${CAPI}/v1beta1
kind: AzureClusterIdentity
metadata: {name: c, namespace: prod}
spec: {type: ServicePrincipal, clientID: a, tenantID: b, clientSecret: {name: azure-key, namespace: keys}}
---
${CAPI}/v1alpha1
kind: OpenStackClusterIdentity
metadata: {name: d}
spec: {secretRef: {name: clouds, namespace: prod}}
---
${CAPI}/v1beta1
kind: VSphereClusterIdentity
metadata: {name: e}
spec: {secretName: vsphere-key}
`,
    [
      "spec.secretRef → Secret kcm-system/aws-key",
      "spec.sourceIdentityRef.name → AWSClusterStaticIdentity a",
      "spec.clientSecret.name → Secret keys/azure-key",
      "spec.secretRef.name → Secret prod/clouds",
      "spec.secretName → Secret kcm-system/vsphere-key",
    ],
  ],
];

for (const [title, text, expected] of CASES) {
  Deno.test(`inventoryReferences() yields references ${title}`, () => {
    const { inventory, findings } = takeInventory(definitionsOf(text), {
      systemNamespace: "kcm-system",
    });
    assertEquals(findings, []);
    const found = [...inventoryReferences(inventory)].map(({ field, to }) =>
      `${formatPath(field)} → ${formatIdentity(to)}`
    );
    assertEquals(found, expected);
  });
}
