import { assertEquals } from "@std/assert";
import { inShort } from "../../../tests/definitions.ts";
import { transitionOf } from "../../../tests/transition_cases.ts";
import { IMMUTABLE_FIELDS } from "./immutable_fields.ts";
import { TRANSITION_RULES } from "./rules.ts";
import { validateTransition } from "./validate_transition.ts";

/** A rule, once violated and once kept: before, after, kept, findings. */
interface Case {
  readonly rule: keyof typeof TRANSITION_RULES;
  readonly before: string;
  readonly violated: string;
  readonly kept: string;
  readonly field: string;
}

function object(kind: string, name: string, spec: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ${kind}
metadata: {name: ${name}, namespace: prod}
spec: ${spec}
---
`;
}

function platform(kind: string, name: string, spec: string): string {
  return object(kind, name, spec).replace(", namespace: prod", "");
}

const CHAIN = object(
  "ClusterTemplateChain",
  "own",
  "{supportedTemplates: [{name: own-1, availableUpgrades: [{name: own-2}]}, {name: own-2}, {name: own-3}]}",
);
const SERVICES = object(
  "ServiceTemplateChain",
  "web",
  "{supportedTemplates: [{name: web-1, availableUpgrades: [{name: web-2, version: 2.0.0}]}, {name: web-2, availableUpgrades: [{name: web-3, version: 3.0.0}]}, {name: web-3}, {name: web-4}]}",
);
const CHARTS = object("ClusterTemplate", "own-1", chart("own")) +
  object("ClusterTemplate", "own-2", chart("own")) +
  object("ClusterTemplate", "other-1", chart("other"));
const ANY = object(
  "ClusterTemplateChain",
  "any",
  "{supportedTemplates: [{name: own-1, availableUpgrades: [{name: own-2}, {name: other-1}]}, {name: own-2}, {name: other-1}]}",
);
const RELEASE = platform(
  "Release",
  "kcm-1",
  "{version: 1.0.0, kcm: {template: kcm-1}, capi: {template: capi-1}}",
);
const OFFICIAL = "aws-standalone-cp-1-0-43";

function chart(name: string): string {
  return `{helm: {chartSpec: {chart: ${name}, version: 1.0.0}}}`;
}

function cluster(rest: string): string {
  return object("ClusterDeployment", "eu1", `{config: {}, ${rest}}`);
}

function service(template: string, chain = "web"): string {
  return cluster(
    `template: own-1, serviceSpec: {services: [{name: web, template: ${template}, templateChain: ${chain}}]}`,
  );
}

function credential(region: string): string {
  return object(
    "Credential",
    "main",
    `{identityRef: {apiVersion: v1, kind: Secret, name: a}, ${region}}`,
  ) + cluster("template: own-1, credential: main");
}

function management(spec: string): string {
  return platform("Management", "kcm", spec);
}

const CASES: readonly Case[] = [
  {
    rule: "transition/cluster-upgrade",
    before: CHAIN + cluster("template: own-1"),
    violated: CHAIN + cluster("template: own-3"),
    kept: CHAIN + cluster("template: own-2"),
    field: "spec.template",
  },
  {
    rule: "transition/cluster-upgrade",
    before: cluster("template: own-1"),
    violated: cluster("template: own-2"),
    kept: CHAIN + cluster("template: own-2"),
    field: "spec.template",
  },
  {
    rule: "transition/chart-name",
    before: CHARTS + ANY + cluster("template: own-1"),
    violated: CHARTS + ANY + cluster("template: other-1"),
    kept: CHARTS + ANY + cluster("template: own-2"),
    field: "spec.template",
  },
  {
    rule: "transition/data-source",
    before: cluster("template: own-1"),
    violated: cluster("template: own-1, dataSource: db"),
    kept: cluster("template: own-1"),
    field: "spec.dataSource",
  },
  {
    rule: "transition/data-source",
    before: cluster("template: own-1, dataSource: db"),
    violated: cluster("template: own-1"),
    kept: cluster("template: own-1, dataSource: other"),
    field: "spec",
  },
  {
    rule: "transition/region",
    before: credential(""),
    violated: credential("region: eu"),
    kept: credential("description: main"),
    field: "spec.region",
  },
  {
    rule: "transition/service-chain",
    before: SERVICES + service("other-1", "other"),
    violated: SERVICES + service("web-2"),
    kept: SERVICES + service("other-1", "other"),
    field: "spec.serviceSpec.services[0].templateChain",
  },
  {
    rule: "transition/service-upgrade",
    before: SERVICES + service("web-1"),
    violated: SERVICES + service("web-4"),
    kept: SERVICES + service("web-2"),
    field: "spec.serviceSpec.services[0].template",
  },
  {
    rule: "transition/service-steps",
    before: SERVICES + service("web-1"),
    violated: SERVICES + service("web-3"),
    kept: SERVICES + service("web-2"),
    field: "spec.serviceSpec.services[0].template",
  },
  {
    rule: "transition/removed-in-use",
    before: object("ClusterTemplate", OFFICIAL, chart("own")) +
      cluster(`template: ${OFFICIAL}`),
    violated: cluster(`template: ${OFFICIAL}`),
    kept: "",
    field: "spec.template",
  },
  {
    rule: "transition/management-in-use",
    before: management("{release: kcm-1}") + cluster("template: own-1"),
    violated: cluster("template: own-1"),
    kept: "",
    field: "metadata.name",
  },
  {
    rule: "transition/access-in-use",
    before: management("{release: kcm-1}") +
      platform("AccessManagement", "kcm", "{}"),
    violated: management("{release: kcm-1}"),
    kept: "",
    field: "metadata.name",
  },
  {
    rule: "transition/release-in-use",
    before: RELEASE +
      management("{release: kcm-2, core: {capi: {template: capi-1}}}"),
    violated: management("{release: kcm-2, core: {capi: {template: capi-1}}}"),
    kept: management("{release: kcm-2, core: {capi: {template: capi-2}}}"),
    field: "spec.core.capi.template",
  },
];

for (const { rule, before, violated, kept, field } of CASES) {
  Deno.test(`validateTransition() finds ${rule} at ${field}`, () => {
    assertEquals(found(before, violated), [`${rule} ${field}`]);
    assertEquals(found(before, kept), []);
    assertEquals(found(before, before), []);
  });
}

/** A spec of each kind with an immutable field, before and after. */
const SPECS: Readonly<Record<string, readonly [string, string, string]>> = {
  "ClusterTemplate spec": [chart("a"), chart("b"), ".helm.chartSpec.chart"],
  "ProviderTemplate spec": [chart("a"), chart("b"), ".helm.chartSpec.chart"],
  "ServiceTemplate spec": [chart("a"), chart("b"), ".helm.chartSpec.chart"],
  "ClusterTemplateChain spec": [
    "{supportedTemplates: [{name: a}]}",
    "{supportedTemplates: [{name: a}, {name: b}]}",
    ".supportedTemplates[1]",
  ],
  "ServiceTemplateChain spec": [
    "{supportedTemplates: [{name: a}]}",
    "{supportedTemplates: [{name: b}]}",
    ".supportedTemplates[0].name",
  ],
  "ClusterAuditPolicy spec": [
    "{rules: []}",
    "{rules: [{level: None}]}",
    ".rules[0]",
  ],
  "DataSource spec": ["{endpoints: [a]}", "{endpoints: [b]}", ".endpoints[0]"],
  "ClusterDataSource spec.schema": ["{schema: a}", "{schema: b}", ""],
  "Credential spec.region": ["{region: a}", "{region: b}", ""],
  "Region spec.kubeConfig": [
    "{kubeConfig: {name: a, key: k}}",
    "{kubeConfig: {name: b, key: k}}",
    ".name",
  ],
  "Region spec.clusterDeployment": [
    "{clusterDeployment: {name: a, namespace: c}}",
    "{clusterDeployment: {name: b, namespace: c}}",
    ".name",
  ],
  "ClusterIPAM spec.clusterIPAMClaimRef": [
    "{clusterIPAMClaimRef: a}",
    "{clusterIPAMClaimRef: b}",
    "",
  ],
  "ClusterIPAMClaim spec.cluster": ["{cluster: a}", "{cluster: b}", ""],
  "ClusterIPAMClaim spec.clusterIPAMRef": [
    "{clusterIPAMRef: a}",
    "{clusterIPAMRef: b}",
    "",
  ],
  "ClusterDeployment spec.ipamClaim.spec.cluster": [
    "{ipamClaim: {spec: {cluster: a}}}",
    "{ipamClaim: {spec: {cluster: b}}}",
    "",
  ],
  "ClusterDeployment spec.ipamClaim.spec.clusterIPAMRef": [
    "{ipamClaim: {spec: {clusterIPAMRef: a}}}",
    "{ipamClaim: {spec: {clusterIPAMRef: b}}}",
    "",
  ],
  "ClusterDeployment spec.serviceSpec.provider.name": [
    "{serviceSpec: {provider: {name: a}}}",
    "{serviceSpec: {provider: {name: b}}}",
    "",
  ],
  "MultiClusterService spec.serviceSpec.provider.name": [
    "{serviceSpec: {provider: {name: a}}}",
    "{serviceSpec: {provider: {name: b}}}",
    "",
  ],
  "ServiceSet spec.provider.name": [
    "{provider: {name: a}}",
    "{provider: {name: b}}",
    "",
  ],
};

for (const { kind, field } of IMMUTABLE_FIELDS) {
  const path = field.join(".");
  Deno.test(`validateTransition() keeps ${path} of ${kind}`, () => {
    const [before = "", after = "", rest] = SPECS[`${kind} ${path}`] ?? [];
    const old = object(kind, "a", before);
    assertEquals(found(old, object(kind, "a", after)), [
      `transition/immutable-field ${path}${rest}`,
    ]);
    assertEquals(found(old, old), []);
    if (field.length > 1) {
      assertEquals(found(object(kind, "a", "{}"), old), []);
    }
  });
}

Deno.test("validateTransition() takes defaults that are written out for no change", () => {
  const before = object("ServiceTemplate", "a", chart("a"));
  const after = object(
    "ServiceTemplate",
    "a",
    "{helm: {chartSpec: {chart: a, version: 1.0.0, interval: 10m0s}}}",
  );
  assertEquals(found(before, after), []);
});

Deno.test("validateTransition() only warns where no k0rdent object is applied", () => {
  const [before, after] = ["a", "b"].map((name) =>
    object("ServiceTemplate", "a", chart(name))
  );
  const { before: old, after: input } = transitionOf(before!, after!);
  const config = { ...input.config, applyLevel: "capi" } as const;
  const [finding] = validateTransition(old, { ...input, config }, {
    locate: () => ({ line: 7, column: 2 }),
  });
  assertEquals(finding?.severity, "warning");
  assertEquals(finding?.related?.[0]?.place.position, { line: 7, column: 2 });
});

Deno.test("every rule of transitions has a case", () => {
  const cases = new Set<string>(CASES.map(({ rule }) => rule));
  assertEquals(
    Object.keys(TRANSITION_RULES).filter((rule) => !cases.has(rule)),
    ["transition/immutable-field"],
  );
});

function found(before: string, after: string): string[] {
  const change = transitionOf(before, after);
  return inShort(validateTransition(change.before, change.after, {
    locate: () => ({ line: 1, column: 1 }),
  }));
}
