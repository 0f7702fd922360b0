/**
 * Clusters expanded by Helm charts that lie in the dry source.
 */

import { assertEquals } from "@std/assert";
import type { LocatedFinding } from "../src/service/mod.ts";
import { runPipeline } from "./pipeline.ts";

const DEFINITIONS = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata:
  name: own-1-0-0
  namespace: prod
spec:
  helm:
    chartSpec:
      chart: own
      version: 1.0.0
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata:
  name: own
  namespace: prod
spec:
  identityRef:
    apiVersion: v1
    kind: Secret
    name: identity
    namespace: prod
`;

const CLUSTER = `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata:
  name: eu1
  namespace: prod
spec:
  template: own-1-0-0
  credential: own
  config:
    size: 3
`;

const CHART: Readonly<Record<string, string>> = {
  "Chart.yaml": chartYaml("version: 1.0.0"),
  "values.yaml": 'size: 1\nregion: ""\n',
  "templates/_helpers.tpl":
    '{{ define "own.name" }}{{ .Release.Name }}{{ end }}\n',
  "templates/cluster.yaml": `apiVersion: cluster.x-k8s.io/v1beta2
kind: Cluster
metadata:
  name: {{ include "own.name" . }}
  annotations:
    size: {{ .Values.size | quote }}
    version: {{ .Chart.Version }}
`,
};

function chartYaml(lines: string): string {
  const provider = "cluster.x-k8s.io/provider: infrastructure-internal";
  return `apiVersion: v2\nname: own\n${lines}\nannotations: {${provider}}\n`;
}

function render(chart: Readonly<Record<string, string>>) {
  return runPipeline({
    "definitions.yaml": DEFINITIONS,
    "clusters/eu1.yaml": CLUSTER,
    ...prefixed("vendor/own", { ...CHART, ...chart }),
  });
}

function clusterOf({ files }: ReturnType<typeof render>): string {
  const path = "clusters/prod/eu1/cluster.cluster.x-k8s.io_prod_eu1.yaml";
  return files.get(path) ?? "";
}

Deno.test("a ClusterDeployment is expanded by a vendored chart", () => {
  const result = render({});
  assertEquals(result.findings.filter(isError), []);
  const text = clusterOf(result);
  assertEquals(/size: "(\d+)"/.exec(text)?.[1], "3");
  assertEquals(/version: "(\S+)"/.exec(text)?.[1], "1.0.0");
});

Deno.test("of several vendored charts the version that is asked for wins", () => {
  const newer = {
    ...CHART,
    "Chart.yaml": chartYaml("version: 2.0.0"),
  };
  const result = runPipeline({
    "definitions.yaml": DEFINITIONS,
    "clusters/eu1.yaml": CLUSTER,
    ...prefixed("vendor/own-1", CHART),
    ...prefixed("vendor/own-2", newer),
  });
  assertEquals(clusterOf(result), clusterOf(render({})));
});

function prefixed(directory: string, chart: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(chart).map(([path, text]) => [`${directory}/${path}`, text]),
  );
}

Deno.test("k0render.yaml says for which Helm and cluster charts are rendered", () => {
  const chart = {
    ...CHART,
    "values.yaml": "size: null\n",
    "templates/cluster.yaml": `apiVersion: cluster.x-k8s.io/v1beta2
kind: Cluster
metadata:
  name: {{ .Release.Name }}
  annotations:
    told: {{ list (hasKey .Values "size") .Capabilities.KubeVersion (.Capabilities.APIVersions.Has "a.dev/v1") | join " " }}
`,
  };
  const table: [config: string, told: string][] = [
    ["{}", "false v1.36.0 false"],
    [
      "{version: 3, kubeVersion: 1.30.1, apiVersions: [a.dev/v1]}",
      "true v1.30.1 true",
    ],
  ];
  for (const [helm, told] of table) {
    const result = runPipeline({
      "k0render.yaml":
        `apiVersion: k0render.dev/v1alpha1\nkind: RenderConfig\nhelm: ${helm}\n`,
      "definitions.yaml": DEFINITIONS,
      "clusters/eu1.yaml": CLUSTER.replace("size: 3", "other: 1"),
      ...prefixed("vendor/own", chart),
    });
    assertEquals(result.findings.filter(isError), []);
    assertEquals(/told: (.+)/.exec(clusterOf(result))?.[1], told);
  }
});

const FAILING: readonly [
  criterion: string,
  chart: Readonly<Record<string, string>>,
  rule: string,
  message: string,
  place: string,
][] = [
  [
    "a failing required",
    {
      "templates/_helpers.tpl":
        '{{ define "own.name" }}{{ required "a region is needed" .Values.region }}{{ end }}',
    },
    "helm/failed",
    "at own/templates/_helpers.tpl:1:27: Cannot execute the template: a region is needed",
    "clusters/eu1.yaml:7:13",
  ],
  [
    "a schema violation",
    { "values.schema.json": '{"properties": {"size": {"maximum": 2}}}' },
    "helm/values",
    'at own/values.schema.json:1:1: Cannot use value "size": it must be <= 2',
    "clusters/eu1.yaml:10:11",
  ],
  [
    "a nil dereference",
    { "templates/a.yaml": "a: 1\nb: {{ .Values.network.cidr }}\n" },
    "helm/failed",
    "at own/templates/a.yaml:2:14: Cannot execute the template: nil pointer evaluating interface {}.cidr",
    "clusters/eu1.yaml:7:13",
  ],
  [
    "an unknown function",
    { "templates/a.yaml": "a: {{ shout 1 }}\n" },
    "helm/syntax",
    'at own/templates/a.yaml:1:1: Cannot parse the template: function "shout" not defined',
    "clusters/eu1.yaml:7:13",
  ],
  [
    "a function that is refused",
    { "templates/a.yaml": "a: {{ randAlphaNum 5 }}\n" },
    "helm/refused-function",
    'at own/templates/a.yaml:1:7: Cannot call "randAlphaNum": rendering is repeatable, and has no chance',
    "clusters/eu1.yaml:7:13",
  ],
  [
    "an archive that is none",
    { "charts/db-1.0.0.tgz": "not an archive" },
    "helm/archive",
    'at vendor/own/charts/db-1.0.0.tgz:1:1: Cannot unpack chart archive "vendor/own/charts/db-1.0.0.tgz": it is not compressed by gzip',
    "clusters/eu1.yaml:7:13",
  ],
  [
    "a missing dependency",
    {
      "Chart.yaml": chartYaml(
        "version: 1.0.0\ndependencies: [{name: db, version: 1.x}]",
      ),
    },
    "helm/dependency",
    'at own/Chart.yaml:1:1: Cannot render the chart: it depends on "db", which its charts directory lacks',
    "clusters/eu1.yaml:7:13",
  ],
  [
    "values that are no map where a dependency needs one",
    {
      "values.yaml": "db: none\nsize: 1\n",
      "charts/db/Chart.yaml": "name: db\nversion: 1.0.0\n",
    },
    "helm/values",
    'at own/values.yaml:1:1: Cannot use value "db": it must be a map, for chart "db"',
    "clusters/eu1.yaml:7:13",
  ],
  [
    "output that is no YAML",
    { "templates/a.yaml": "a: [\n" },
    "helm/output",
    'at own/templates/a.yaml:1:1: Cannot read what the template writes: Cannot parse YAML: a quote or bracket that opens before this place is not closed, at "a: ["',
    "clusters/eu1.yaml:7:13",
  ],
];

for (const [criterion, chart, rule, message, place] of FAILING) {
  Deno.test(`a finding tells of ${criterion}, and of the ClusterDeployment`, () => {
    const { findings, files } = render(chart);
    const errors = findings.filter(isError);
    const told = errors.map((
      { finding },
    ) => [finding.rule.id, finding.message]);
    assertEquals(told, [[
      rule,
      `Cannot expand ClusterDeployment "eu1" by chart "own-1.0.0" ${message}`,
    ]]);
    const [{ finding, location } = {}] = errors;
    assertEquals(finding?.object?.name, "eu1");
    assertEquals(
      `${location?.file}:${location?.line}:${location?.column}`,
      place,
    );
    assertEquals(files.has("clusters/prod/eu1/kustomization.yaml"), false);
  });
}

Deno.test("notices tell what a chart leaves to the cluster and to Helm", () => {
  const { findings } = render({
    "templates/a.yaml":
      '{{ $_ := lookup "v1" "Secret" "prod" "none" }}# nothing\n',
    "templates/hook.yaml":
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a, annotations: {helm.sh/hook: test}}\n",
  });
  const told = findings.map(({ finding: { rule, severity } }) =>
    `${severity} ${rule.id}`
  );
  assertEquals(told.filter((each) => each.includes("helm/")).sort(), [
    "notice helm/hook",
    "notice helm/lookup",
  ]);
});

function isError({ finding }: LocatedFinding): boolean {
  return finding.severity === "error";
}
