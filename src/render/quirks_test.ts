/**
 * The quirks of KCM that kcm-spec 10.1 lists: each reproduced, or flagged. Two
 * cannot show here. Whether an upgrade is available (10) decides on the way and
 * not on where it ends; and no identity of k0rdent's own providers names two
 * objects (14).
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { upgradePaths } from "../k0rdent/mod.ts";
import { getPath, type Value } from "../model/mod.ts";
import { DEFAULT_CONFIG, type RenderConfig } from "../source/mod.ts";
import { checkKubernetesVersions } from "../validate/kubernetes_versions.ts";
import { inputOf, kindsOf, objectOf, renderedUnit } from "./_testing.ts";

const UNIT = "cluster prod/eu1";

interface Fleet {
  /** Further fields of the ClusterDeployment's spec. */
  readonly spec?: string;
  readonly credential?: string;
  readonly more?: string;
}

function yamlOf({ spec = "config: {}", credential = "", more = "" }: Fleet) {
  return `
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: Credential, metadata: {name: main, namespace: prod},
 spec: {${credential}identityRef: {apiVersion: v1, kind: Secret, name: key, namespace: prod}}}
---
{apiVersion: source.toolkit.fluxcd.io/v1, kind: HelmRepository, metadata: {name: loose, namespace: kcm-system},
 spec: {url: "oci://example.com/charts", secretRef: {name: login}}}
---
{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: {name: files, namespace: prod},
 spec: {url: "https://example.com/files", interval: 1h}}
---
{apiVersion: source.toolkit.fluxcd.io/v1, kind: HelmChart, metadata: {name: dns, namespace: kcm-system},
 spec: {chart: dns, version: 1.0.0, sourceRef: {kind: HelmRepository, name: loose}}}
---
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: ServiceTemplate, metadata: {name: dns, namespace: prod},
 spec: {helm: {chartRef: {kind: HelmChart, name: dns, namespace: kcm-system}}}}
---
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: ServiceTemplate, metadata: {name: git, namespace: prod},
 spec: {helm: {chartSpec: {chart: ./charts/git, sourceRef: {kind: GitRepository, name: files}}}}}
---
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: ServiceTemplate, metadata: {name: kustomized, namespace: prod},
 spec: {k8sConstraint: ">=1.30", kustomize: {localSourceRef: {kind: GitRepository, name: files}}}}
---
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: ClusterTemplate, metadata: {name: docker, namespace: prod},
 spec: {k8sVersion: 1.20.0, helm: {chartSpec: {chart: docker-hosted-cp, version: 1.0.15}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod, labels: {env: dev}}
spec:
  template: docker
  credential: main
  ${spec}
${more}`;
}

function unitOf(fleet: Fleet, config: Partial<RenderConfig> = {}) {
  const input = inputOf(yamlOf(fleet), {
    config: { applyLevel: "k0rdent", ...config },
  });
  return renderedUnit(input, UNIT);
}

function field(
  fleet: Fleet,
  kind: string,
  path: readonly (string | number)[],
  config: Partial<RenderConfig> = {},
): Value | undefined {
  const { review } = unitOf(fleet, config);
  return getPath(objectOf(review, kind, "eu1"), ["spec", ...path]);
}

function services(list: string): Fleet {
  return { spec: `config: {}\n  serviceSpec: ${list}` };
}

const DNS = "{services: [{name: dns, namespace: core, template: dns}]}";
const CHART = ["helmCharts", 0];
const REGISTRY = {
  installation: { ...DEFAULT_CONFIG.installation, globalRegistry: "reg" },
};
const POOL =
  "ipamClaim: {spec: {provider: ipam-infoblox, nodeNetwork: {cidr: 10.0.0.0/24}}}";
const IN_REGION: Fleet = {
  credential: "region: eu, ",
  more: `---
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: Region, metadata: {name: eu},
 spec: {clusterDeployment: {namespace: kcm-system, name: hub}}}
`,
};
const VALUES =
  "config: {auth: {a: 1}, audit: {a: 1}, global: {a: 1}, clusterIdentity: {a: 1}, clusterLabels: {a: b}}\n  auditPolicy: base";
const POLICY = `---
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: ClusterAuditPolicy, metadata: {name: base, namespace: prod},
 spec: {policy: {rules: []}}}
`;

const QUIRKS: readonly [
  number: number,
  what: string,
  found: () => unknown,
  expected: unknown,
][] = [
  [
    1,
    "a named provider without configuration outranks all others",
    () =>
      ["{provider: {name: ksm-projectsveltos}}", "{}"].map((list) =>
        field(services(list), "Profile", ["tier"])
      ),
    [100, 2147483547],
  ],
  [
    2,
    "services are ordered by namespace and name",
    () =>
      (field(
        services(
          "{services: [{name: b, namespace: z, template: dns}, {name: c, namespace: a, template: dns}, {name: a, namespace: z, template: dns}]}",
        ),
        "Profile",
        ["helmCharts"],
      ) as Value[]).map((chart) => getPath(chart, ["releaseName"])),
    ["c", "a", "b"],
  ],
  [
    3,
    "reload counts beside provider.config only",
    () =>
      ["{reload: true}", "{provider: {config: {reload: true}}}"].map((list) =>
        field(services(list), "Profile", ["reloader"])
      ),
    [true, undefined],
  ],
  [
    4,
    "charts of repositories without type oci are named twice",
    () => field(services(DNS), "Profile", [...CHART, "chartName"]),
    "dns/dns",
  ],
  [
    5,
    "registry Secrets are looked for beside the ServiceSet",
    () =>
      field(services(DNS), "Profile", [
        ...CHART,
        "registryCredentialsConfig",
        "credentials",
      ]),
    { name: "login", namespace: "prod" },
  ],
  [
    6,
    "charts from Git are named by their path, and have empty credentials",
    () => {
      const fleet = services("{services: [{name: git, template: git}]}");
      return ["chartName", "repositoryName", "registryCredentialsConfig"]
        .map((name) => field(fleet, "Profile", [...CHART, name]));
    },
    ["./charts/git", "./charts/git", {}],
  ],
  [
    7,
    "the group of Infoblox pools holds the version",
    () =>
      field({ spec: `config: {}\n  ${POOL}` }, "HelmRelease", [
        "values",
        "ipPool",
        "config",
        "apiGroup",
      ]),
    "ipam.cluster.x-k8s.io/v1alpha1",
  ],
  [
    8,
    "k8sConstraint counts for templates with a chart only",
    () => {
      const list = "{services: [{name: files, template: kustomized}]}";
      const input = inputOf(yamlOf(services(list)));
      return [...checkKubernetesVersions(input)].length;
    },
    0,
  ],
  [
    9,
    "versions of a path are ordered as text",
    () => {
      const chain = {
        supportedTemplates: [
          {
            name: "a",
            availableUpgrades: [{ name: "b", version: "0.9.0" }],
          },
          {
            name: "b",
            availableUpgrades: [{ name: "c", version: "0.10.0" }],
          },
          { name: "c", availableUpgrades: [] },
        ],
      };
      return upgradePaths(chain, "a")?.get("c")?.map(({ version }) => version);
    },
    ["0.10.0", "0.9.0"],
  ],
  [
    11,
    "some values are replaced, audit is merged, labels are filled in",
    () => {
      const fleet = { spec: VALUES, more: POLICY };
      const values = ["auth", "audit", "global", "clusterLabels"].map((key) =>
        Object.keys(
          field(fleet, "HelmRelease", ["values", key], REGISTRY) ?? {},
        ).sort()
      );
      const identity = field(fleet, "HelmRelease", [
        "values",
        "clusterIdentity",
        "a",
      ]);
      return [...values, identity];
    },
    [
      ["a"],
      ["a", "policyRef"],
      ["k0sURL", "k0sURLCertSecret", "registry", "registryCertSecret"],
      ["a"],
      undefined,
    ],
  ],
  [
    12,
    "a Region in KCM's own namespace is not reached from others",
    () => unitOf(IN_REGION).findings.map(({ rule }) => rule.id),
    ["render/region-kubeconfig"],
  ],
  [
    13,
    "ServiceSet and Profile are there without services, also for a dryRun",
    () =>
      ["config: {}", "config: {}\n  dryRun: true"].map((spec) =>
        kindsOf(unitOf({ spec }).review)
          .filter((kind) => kind === "ServiceSet" || kind === "Profile")
      ),
    [["Profile", "ServiceSet"], ["Profile", "ServiceSet"]],
  ],
];

for (const [number, what, found, expected] of QUIRKS) {
  Deno.test(`renderUnits() has quirk ${number} of KCM: ${what}`, () => {
    assertEquals(found(), expected);
  });
}
