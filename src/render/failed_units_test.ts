import { assertEquals } from "@std/assert";
import { definitionsOf, inputOf, unitsOf } from "./_testing.ts";
import { DEFINITIONS, ONE, ruleIds, SHARED, TWO } from "./_two_clusters.ts";
import { renderUnits } from "./render_units.ts";

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
      "render/data-source",
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

Deno.test("renderUnits() blames a template where it leads nowhere, and says who asks", () => {
  const template = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: own, namespace: prod}
spec: {helm: {chartRef: {kind: OCIRepository, name: own, namespace: prod}}}
`;
  const yaml = DEFINITIONS.replace("docker-hosted-cp-1-0-15", "own") + template;
  const [finding] = unitsOf(inputOf(yaml)).get(ONE)?.findings ?? [];
  assertEquals(finding?.rule.id, "render/unusable-template");
  assertEquals(finding?.place?.origin.file, "4.yaml");
  assertEquals(finding?.related?.[0]?.place.origin.file, "2.yaml");
});

Deno.test("renderUnits() fails a cluster whose services would wait for ever", () => {
  const cases = [
    "[{name: a, template: dns-1, dependsOn: [{name: b}]}]",
    "[{name: a, template: dns-1, dependsOn: [{name: b}]}, {name: b, template: dns-1, disable: true}]",
  ];
  for (const services of cases) {
    const yaml = (DEFINITIONS + SHARED).replace(
      "config: {workersNumber: 1}",
      `config: {}, serviceSpec: {services: ${services}}`,
    );
    const [finding] = unitsOf(inputOf(yaml)).get(ONE)?.findings ?? [];
    assertEquals(finding?.rule.id, "render/service-dependency");
    assertEquals(finding?.place?.field?.slice(-2), ["dependsOn", 0]);
  }
});

Deno.test("renderUnits() cannot look into an encrypted ClusterDeployment", () => {
  const definitions = definitionsOf(DEFINITIONS).map((definition) =>
    definition.manifest.metadata.name === "one"
      ? { ...definition, verbatim: "kind: ClusterDeployment\n" }
      : definition
  );
  const unit = unitsOf(inputOf(definitions)).get(ONE);
  assertEquals([unit?.kind, ruleIds(unit)], ["failed", ["render/encrypted"]]);
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
  const retained = (yaml: string, kcmVersion = "1.12.0") => {
    const unit = unitsOf(inputOf(yaml, { config: { kcmVersion } })).get(ONE);
    return unit?.kind === "rendered" ? unit.retained.length : undefined;
  };
  assertEquals(retained(other), 0);
  assertEquals(retained(kept), 2);
  assertEquals(retained(kept, "1.9.0"), 0);
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
