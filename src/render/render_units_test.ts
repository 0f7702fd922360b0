import { assertEquals } from "@std/assert";
import { unitKey, type UnitResult } from "../model/mod.ts";
import { emitYaml } from "../yaml/mod.ts";
import { definitionsOf, inputOf, unitsOf } from "./_testing.ts";
import { renderUnits } from "./render_units.ts";
import type { RenderInput } from "./scope.ts";

const DEFINITIONS = `
apiVersion: v1
kind: Namespace
metadata: {name: prod}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker, namespace: prod}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: one, namespace: prod, labels: {env: dev}}
spec: {template: docker-hosted-cp-1-0-15, credential: docker, config: {workersNumber: 1}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: two, namespace: prod}
spec: {template: docker-hosted-cp-1-0-15, credential: docker, config: {workersNumber: 2}}
`;

const SHARED = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: MultiClusterService
metadata: {name: dns}
spec:
  clusterSelector: {matchLabels: {env: dev}}
  serviceSpec: {services: [{name: dns, template: dns-1}]}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: dns-1, namespace: prod}
spec: {resources: {localSourceRef: {kind: ConfigMap, name: dns}}}
`;

const ONE = "cluster prod/one";
const TWO = "cluster prod/two";

function kinds(input: RenderInput): Record<string, string> {
  const units = [...unitsOf(input)].map(([key, { kind }]) => [key, kind]);
  return Object.fromEntries(units);
}

function ruleIds(unit: UnitResult | undefined): string[] {
  return unit?.findings.map(({ rule }) => rule.id) ?? [];
}

function fingerprints(input: RenderInput): Map<string, string> {
  return new Map(
    [...renderUnits(input)].flatMap((unit) =>
      unit.kind === "failed" ? [] : [[unitKey(unit.id), unit.fingerprint]]
    ),
  );
}

Deno.test("renderUnits() gives clusters in order, then layers in order", () => {
  const keys = [...renderUnits(inputOf(DEFINITIONS))].map(({ id }) =>
    unitKey(id)
  );
  assertEquals(keys, [
    ONE,
    TWO,
    "layer namespaces",
    "layer sources",
    "layer templates",
    "layer credentials",
    "layer platform",
  ]);
});

Deno.test("renderUnits() gives the same for definitions in another order", () => {
  const text = (input: RenderInput) =>
    [...renderUnits(input)].flatMap((unit) =>
      unit.kind === "rendered"
        ? [...unit.applied, ...unit.review].map(({ manifest }) =>
          emitYaml(manifest)
        )
        : [unit.kind]
    );
  const definitions = definitionsOf(DEFINITIONS + SHARED);
  const shuffled = inputOf(definitions.toReversed());
  assertEquals(text(shuffled), text(inputOf(definitions)));
  assertEquals(fingerprints(shuffled), fingerprints(inputOf(definitions)));
});

Deno.test("renderUnits() leaves out what was rendered before", () => {
  const input = inputOf(DEFINITIONS + SHARED);
  const again = { ...input, previous: fingerprints(input) };
  assertEquals(new Set(Object.values(kinds(again))), new Set(["unchanged"]));
});

Deno.test("renderUnits() repeats what it has to say", () => {
  const yaml = DEFINITIONS.replace("credential:", "dryRun: true, credential:");
  const input = inputOf(yaml);
  const again = unitsOf({ ...input, previous: fingerprints(input) });
  assertEquals(ruleIds(again.get(ONE)), ["render/dry-run"]);
  assertEquals(again.get(TWO)?.kind, "unchanged");
});

Deno.test("renderUnits() renders again what a change can reach", () => {
  const cases: [string, string, string[]][] = [
    ["workersNumber: 1", "workersNumber: 3", [ONE]],
    ["name: docker}}", "name: other}}", [ONE, TWO, "layer credentials"]],
    ["env: dev}}\n  serviceSpec", "env: prod}}\n  serviceSpec", [
      ONE,
      "layer platform",
    ]],
    ["name: dns}}}", "name: other}}}", [ONE, "layer templates"]],
  ];
  const before = DEFINITIONS + SHARED;
  const previous = fingerprints(inputOf(before));
  for (const [from, to, expected] of cases) {
    const input = inputOf(before.replace(from, to), { previous });
    const changed = Object.entries(kinds(input))
      .flatMap(([key, kind]) => kind === "unchanged" ? [] : [key]);
    assertEquals(changed, expected, to);
  }
});

Deno.test("renderUnits() renders all again with another version", () => {
  const input = inputOf(DEFINITIONS);
  const previous = fingerprints(input);
  const upgraded = { ...input, previous, version: "0.0.1" };
  assertEquals(new Set(Object.values(kinds(upgraded))), new Set(["rendered"]));
});

Deno.test("renderUnits() fails a cluster alone, and says where", () => {
  const cases: [string, string, string, unknown][] = [
    [
      "template: docker-hosted-cp-1-0-15",
      "template: own",
      "render/missing-reference",
      ["spec", "template"],
    ],
    ["credential: docker", "credential: other", "render/missing-reference", [
      "spec",
      "credential",
    ]],
    [
      "template: docker-hosted-cp-1-0-15",
      "template: aws-eks-9-9-9",
      "render/no-package",
      ["spec", "template"],
    ],
    ["workersNumber: 1", "workersNumber: many", "render/package", [
      "spec",
      "config",
      "workersNumber",
    ]],
    [
      "config: {workersNumber: 1}",
      "config: {}, dataSource: db",
      "render/not-supported",
      ["spec", "dataSource"],
    ],
    [
      "config: {workersNumber: 1}",
      "config: {}, serviceSpec: {services: [{name: a, template: none}]}",
      "render/missing-reference",
      ["spec", "serviceSpec", "services", 0, "template"],
    ],
    [
      "config: {workersNumber: 1}",
      "config: {}, serviceSpec: {provider: {config: {priority: 0}}}",
      "render/provider-config",
      ["spec", "serviceSpec", "provider", "config", "priority"],
    ],
  ];
  for (const [from, to, rule, field] of cases) {
    const units = unitsOf(inputOf(DEFINITIONS.replace(from, to)));
    const [finding] = units.get(ONE)?.findings ?? [];
    assertEquals(units.get(ONE)?.kind, "failed", to);
    assertEquals(finding?.rule.id, rule);
    assertEquals(finding?.place?.field, field as undefined);
    assertEquals(units.get(TWO)?.kind, "rendered");
  }
});

Deno.test("renderUnits() fails a cluster whose definition has errors, without repeating them", () => {
  const broken = new Set(["k0rdent.mirantis.com/ClusterDeployment/prod/one"]);
  const unit = unitsOf(inputOf(DEFINITIONS, { broken })).get(ONE);
  assertEquals([unit?.kind, unit?.findings], ["failed", []]);
});

Deno.test("renderUnits() fails clusters that name an object with errors", () => {
  const broken = new Set(["k0rdent.mirantis.com/Credential/prod/docker"]);
  const units = unitsOf(inputOf(DEFINITIONS, { broken }));
  assertEquals(ruleIds(units.get(TWO)), ["render/broken-reference"]);
});

Deno.test("renderUnits() keeps the services of a MultiClusterService with errors", () => {
  const missing = (DEFINITIONS + SHARED).replace(
    "name: dns-1,",
    "name: other,",
  );
  const broken = new Set(["k0rdent.mirantis.com/MultiClusterService//dns"]);
  for (
    const input of [inputOf(missing), inputOf(DEFINITIONS + SHARED, { broken })]
  ) {
    const unit = unitsOf(input).get(ONE);
    if (unit?.kind !== "rendered") throw new Error("Cannot go on");
    assertEquals(unit.retained.map(({ kind, name }) => `${kind} ${name}`), [
      "ServiceSet one-dd75a9d6",
      "Profile one-dd75a9d6",
    ]);
  }
});

Deno.test("renderUnits() drops the services that no longer select a cluster, unless told to keep them", () => {
  const other = (DEFINITIONS + SHARED).replace(
    "{env: dev}}\n  serv",
    "{env: x}}\n  serv",
  );
  const kept = other.replace(
    "  clusterSelector:",
    "  keepServicesOnSelectorMismatch: true\n  clusterSelector:",
  );
  const retained = (yaml: string) => {
    const unit = unitsOf(inputOf(yaml)).get(ONE);
    return unit?.kind === "rendered" ? unit.retained.length : undefined;
  };
  assertEquals(retained(other), 0);
  assertEquals(retained(kept), 2);
});

Deno.test("renderUnits() says once what is wrong with a MultiClusterService", () => {
  const yaml = (DEFINITIONS + SHARED)
    .replace(
      "name: two, namespace: prod",
      "name: two, namespace: prod, labels: {env: dev}",
    )
    .replace("name: dns-1,", "name: other,");
  const findings = [...renderUnits(inputOf(yaml))].flatMap((unit) =>
    unit.findings
  );
  assertEquals(findings.map(({ message }) => message), [
    "Cannot resolve ServiceTemplate prod/dns-1: nobody declares it",
  ]);
});

Deno.test("renderUnits() tells of a package for another version of the chart", () => {
  const yaml = DEFINITIONS.replace("cp-1-0-15", "cp-1-0-99");
  const unit = unitsOf(inputOf(yaml)).get(ONE);
  assertEquals(ruleIds(unit), ["render/package-version"]);
});

Deno.test("renderUnits() does without a package where Helm expands the chart", () => {
  const yaml = DEFINITIONS.replace("docker-hosted-cp-1-0-15", "aws-eks-9-9-9");
  const unit = unitsOf(inputOf(yaml, { config: { applyLevel: "helmrelease" } }))
    .get(ONE);
  assertEquals(unit?.kind, "rendered");
  assertEquals(unit?.findings.map(({ severity }) => severity), ["warning"]);
});
