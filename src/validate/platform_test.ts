/** The checks on Releases, Managements and Regions, case by case. */
import { testCheck } from "../../tests/check_cases.ts";
import { checkCoreContracts } from "./core_contracts.ts";
import { checkMissingProviders } from "./missing_providers.ts";
import { checkMissingReferences } from "./missing_references.ts";
import { checkOfficialProviders } from "./official_providers.ts";
import { checkRegionKubeconfigs } from "./region_kubeconfigs.ts";
import { checkSingletonNames } from "./singleton_names.ts";

const HEAD = `---
apiVersion: k0rdent.mirantis.com/v1beta1
`;

const RELEASE = `${HEAD}kind: Release
metadata: {name: kcm-1-11-0}
spec:
  version: 1.11.0
  kcm: {template: kcm-1-11-0}
  capi: {template: capi}
  providers:
  - {name: aws, template: cluster-api-provider-aws-1-0-25}
  - {name: own, template: own}
`;

const MANAGEMENT = `${HEAD}kind: Management
metadata: {name: kcm}
spec: {release: kcm-1-11-0, providers: [{name: aws}, {name: own}]}
`;

function template(name: string, contracts: string, providers = ""): string {
  return `${HEAD}kind: ProviderTemplate
metadata: {name: ${name}}
spec: {helm: {chartSpec: {chart: ${name}}}, capiContracts: {${contracts}}, providers: [${providers}]}
`;
}

const TEMPLATES = template("capi", `v1beta1: "", v1beta2: ""`) +
  template("own", "v1beta2: v1beta1", "infrastructure-own");

function cluster(provider: string, credential = "main"): string {
  return `${HEAD}kind: ClusterTemplate
metadata: {name: base, namespace: prod}
spec: {providers: [${provider}], helm: {chartSpec: {chart: base}}}
${HEAD}kind: Credential
metadata: {name: eu, namespace: prod}
spec: {region: eu, identityRef: {apiVersion: v1, kind: Secret, name: key}}
${HEAD}kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: base, credential: ${credential}, config: {}}
`;
}

function region(spec: string): string {
  return `${HEAD}kind: Region
metadata: {name: eu}
spec: {${spec}}
`;
}

const REGION_CLUSTER = region(
  "clusterDeployment: {namespace: infra, name: eu}",
);
const KUBECONFIG = region("kubeConfig: {name: eu, key: value}");

function secret(data: string): string {
  return `---
apiVersion: v1
kind: Secret
metadata: {name: eu, namespace: kcm-system}
${data}
`;
}

testCheck(checkSingletonNames, [
  ["accepts the Management that KCM knows", MANAGEMENT, []],
  [
    "refuses a Management of another name",
    MANAGEMENT.replace("name: kcm}", "name: ours}"),
    ["validate/singleton-name metadata.name"],
  ],
]);

testCheck(checkMissingReferences, [
  ["knows k0rdent's own Releases by their names", MANAGEMENT, []],
  [
    "refuses a Management without its Release",
    MANAGEMENT.replace("release: kcm-1-11-0", "release: ours"),
    ["validate/missing-reference spec.release"],
  ],
  [
    "refuses templates of a Release that nobody declares",
    RELEASE,
    [
      "validate/missing-reference spec.capi.template",
      "validate/missing-reference spec.providers[1].template",
    ],
  ],
  [
    "refuses templates of components that nobody declares",
    `${HEAD}kind: Management
metadata: {name: kcm}
spec: {release: kcm-1-11-0, core: {capi: {template: a}}, providers: [{name: b, template: c}]}
`,
    [
      "validate/missing-reference spec.core.capi.template",
      "validate/missing-reference spec.providers[0].template",
    ],
  ],
  [
    "warns of a Region without the Secret of its kubeconfig",
    KUBECONFIG,
    ["validate/undeclared-reference spec.kubeConfig.name"],
  ],
  [
    "refuses a Region of a cluster that nobody declares",
    REGION_CLUSTER,
    ["validate/missing-reference spec.clusterDeployment.name"],
  ],
]);

testCheck(checkOfficialProviders, [
  ["says once which templates of a Release are k0rdent's", RELEASE, [
    "validate/official-provider spec.kcm.template",
  ]],
  ["says nothing of declared templates", TEMPLATES, []],
]);

testCheck(checkRegionKubeconfigs, [
  ["accepts a key of data", KUBECONFIG + secret("data: {value: eA==}"), []],
  [
    "accepts a key of stringData",
    KUBECONFIG + secret("stringData: {value: ENC}"),
    [],
  ],
  ["refuses a Secret without the key", KUBECONFIG + secret("data: {}"), [
    "validate/region-kubeconfig spec.kubeConfig.key",
  ]],
  ["says nothing where the Secret is not declared", KUBECONFIG, []],
]);

const PLATFORM = RELEASE + MANAGEMENT + TEMPLATES;

testCheck(checkCoreContracts, [
  ["accepts contracts that Cluster API serves", PLATFORM, []],
  [
    "refuses a provider for another contract",
    RELEASE + MANAGEMENT + template("capi", `v1beta1: ""`) +
    template("own", "v1beta2: v1beta1"),
    ["validate/core-contract spec.providers[1]"],
  ],
  [
    "says nothing where Cluster API's contracts are not known",
    RELEASE + MANAGEMENT + template("own", "v1beta2: v1beta1"),
    [],
  ],
  [
    "checks the template that a Region names itself",
    PLATFORM + template("old", "v1alpha4: v1beta1") +
    region("kubeConfig: {name: a}, providers: [{name: x, template: old}]"),
    ["validate/core-contract spec.providers[0]"],
  ],
]);

testCheck(checkMissingProviders, [
  [
    "accepts the providers of declared and of k0rdent's own templates",
    PLATFORM + cluster("infrastructure-own, infrastructure-aws"),
    [],
  ],
  [
    "accepts what every management cluster has",
    PLATFORM + cluster("infrastructure-internal"),
    [],
  ],
  [
    "refuses a provider that is not installed",
    PLATFORM + cluster("infrastructure-azure"),
    ["validate/missing-provider spec.template"],
  ],
  [
    "asks the Region of the cluster's Credential",
    PLATFORM + REGION_CLUSTER + cluster("infrastructure-aws", "eu"),
    ["validate/missing-provider spec.template"],
  ],
  [
    "says nothing without a Management",
    RELEASE + TEMPLATES + cluster("infrastructure-azure"),
    [],
  ],
  [
    "says nothing where the Release is not declared",
    MANAGEMENT + cluster("infrastructure-azure"),
    [],
  ],
  [
    "says nothing where a template's providers are not known",
    RELEASE + MANAGEMENT + template("capi", "") + template("own", "") +
    cluster("infrastructure-azure"),
    [],
  ],
]);
