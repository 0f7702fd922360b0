import { assertEquals } from "@std/assert";
import { inShort } from "../../../tests/definitions.ts";
import { identityKey } from "../../model/mod.ts";
import { DEFAULT_CONFIG, type Installation } from "../../source/mod.ts";
import { definitionsOf, inputOf, objectOf, renderedUnit } from "../_testing.ts";

const HEAD = `---
apiVersion: k0rdent.mirantis.com/v1beta1
`;

const RELEASE = `${HEAD}kind: Release
metadata: {name: ours}
spec:
  version: 1.11.0
  kcm: {template: kcm-1-11-0}
  capi: {template: cluster-api-1-1-15}
  providers: [{name: projectsveltos, template: projectsveltos-1-12-1}]
`;

function management(spec: string): string {
  return `${HEAD}kind: Management
metadata: {name: kcm}
spec: {${spec}}
`;
}

const REGION = `${HEAD}kind: Region
metadata: {name: eu}
spec: {kubeConfig: {name: eu}}
`;

function platform(
  yaml: string,
  installation: Partial<Installation> = {},
  broken: ReadonlySet<string> = new Set(),
) {
  const config = {
    installation: { ...DEFAULT_CONFIG.installation, ...installation },
  };
  return renderedUnit(inputOf(yaml, { config, broken }), "layer platform");
}

/** What is wrong, and where. */
const FINDINGS: readonly [criterion: string, yaml: string, string[]][] = [
  ["accepts what is complete", RELEASE + management("release: ours"), []],
  [
    "warns of a Release of k0rdent's own that is not declared",
    management("release: kcm-1-11-0"),
    ["render/undeclared-release spec.release"],
  ],
  [
    "refuses a Release that nobody declares",
    management("release: none"),
    ["render/missing-reference spec.release"],
  ],
  [
    "refuses a provider without a template",
    RELEASE + management("release: ours, providers: [{name: none}]"),
    ["render/component spec.providers[0]"],
  ],
  [
    "refuses a template that nobody declares",
    RELEASE +
    management("release: ours, providers: [{name: a, template: none}]"),
    ["render/missing-reference spec.providers[0]"],
  ],
  [
    "refuses two providers of one name",
    RELEASE +
    management(
      "release: ours, providers: [{name: projectsveltos}, {name: projectsveltos}]",
    ),
    ["render/component spec.providers[1].name"],
  ],
  [
    "refuses a config that KCM cannot read",
    RELEASE +
    management(
      "release: ours, core: {kcm: {config: {regional: {velero: on}}}}",
    ),
    ["render/component spec.core.kcm.config.regional.velero"],
  ],
  [
    "refuses a template without a chart",
    `${RELEASE}${HEAD}kind: ProviderTemplate
metadata: {name: bare}
spec: {}
${management("release: ours, core: {capi: {template: bare}}")}`,
    ["render/unusable-template spec"],
  ],
  [
    "refuses a Region where the Release has no template for it",
    RELEASE + management("release: ours") + REGION,
    ["render/component spec.core.kcm"],
  ],
  ["says that a Region needs a Management", REGION, [
    "render/region-without-management ",
  ]],
];

for (const [criterion, yaml, expected] of FINDINGS) {
  Deno.test(`addPlatform() ${criterion}`, () => {
    assertEquals(inShort(platform(yaml).findings), expected);
  });
}

Deno.test("addPlatform() keeps all components where one cannot be installed", () => {
  const unit = platform(
    RELEASE + management("release: ours, providers: [{name: none}]"),
  );
  assertEquals(unit.applied, []);
  assertEquals(unit.retained.map(({ name }) => name), ["kcm", "capi", "none"]);
});

Deno.test("addPlatform() keeps the components of a Release that is not known", () => {
  const unit = platform(management("release: kcm-1-11-0"));
  assertEquals(unit.retained.map(({ name }) => name), ["kcm", "capi"]);
});

Deno.test("addPlatform() keeps everything while the Management has errors", () => {
  const yaml = RELEASE + management("release: ours");
  const broken = identityKey({
    group: "k0rdent.mirantis.com",
    kind: "Management",
    namespace: "",
    name: "kcm",
  });
  const unit = platform(yaml, {}, new Set([broken]));
  assertEquals([unit.applied, unit.keepsOthers], [[], true]);
  assertEquals(platform(yaml).keepsOthers, false);
});

Deno.test("addPlatform() leaves a HelmRelease to whoever declares it", () => {
  const own = `---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: capi, namespace: kcm-system}
spec: {interval: 1m, chartRef: {kind: HelmChart, name: own}}
`;
  const { applied } = platform(RELEASE + management("release: ours") + own);
  const releases = applied.filter(({ manifest }) =>
    manifest.kind === "HelmRelease"
  );
  assertEquals(releases.map(({ manifest }) => manifest), [
    { ...definitionsOf(own)[0]?.manifest },
  ]);
});

Deno.test("addPlatform() leaves the defaults to whoever declares them", () => {
  const own = `${HEAD}kind: AccessManagement
metadata: {name: kcm}
spec: {accessRules: []}
`;
  const { review } = platform(RELEASE + management("release: ours") + own);
  const found = review.filter(({ manifest }) =>
    manifest.kind === "AccessManagement"
  );
  assertEquals(found.map(({ manifest }) => manifest.spec), [
    { accessRules: [] },
  ]);
});

Deno.test("addPlatform() takes the timeout from the installation", () => {
  const unit = platform(RELEASE + management("release: ours"), {
    defaultHelmTimeout: "20m",
  });
  for (const name of ["kcm", "capi", "ours-tpl"]) {
    const objects = [...unit.applied, ...unit.review];
    const { spec } = objectOf(objects, "HelmRelease", name);
    assertEquals(Object(spec).timeout, "20m");
  }
});

Deno.test("addPlatform() says which Secrets with registry credentials are missing", () => {
  const yaml = RELEASE + management(
    "release: ours, providers: [{name: projectsveltos}, {name: a, template: own}, {name: b, template: own, config: {configSecret: {create: false, name: c}}}]",
  ) + `${HEAD}kind: ProviderTemplate
metadata: {name: own}
spec: {helm: {chartSpec: {chart: own}}}
`;
  const settings = { imagePullSecret: "pull", globalRegistry: "reg" };
  assertEquals(platform(yaml, settings).findings.map((it) => it.message), [
    'Cannot make the Secrets with registry credentials of capi, a: they hold what is in Secret "pull"',
  ]);
  assertEquals(platform(yaml, { imagePullSecret: "pull" }).findings, []);
});

Deno.test("addPlatform() leaves Regions as they are that are paused, or that KCM has to reach", () => {
  const yaml = RELEASE.replace(
    "  capi:",
    "  regional: {template: kcm-regional-1-11-0}\n  capi:",
  ) +
    management("release: ours");
  const paused = REGION.replace(
    "name: eu",
    "name: eu, annotations: {k0rdent.mirantis.com/region-pause: ''}",
  );
  const copied = REGION.replace(
    "kubeConfig: {name: eu}",
    "clusterDeployment: {namespace: infra, name: eu}",
  );
  const applied = (region: string) =>
    platform(yaml + region).applied.map(({ manifest }) =>
      manifest.metadata.name
    );
  assertEquals(applied(REGION), ["capi", "eu-capi", "eu-kcm-regional"]);
  assertEquals(applied(paused), ["capi"]);
  assertEquals(applied(copied), ["capi"]);
  assertEquals(
    platform(yaml + paused).retained.map(({ name }) => name),
    ["eu-kcm-regional", "eu-capi"],
  );
});
