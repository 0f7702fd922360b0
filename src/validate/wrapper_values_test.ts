import { assertEquals } from "@std/assert";
import { checkInput, testCheck } from "../../tests/check_cases.ts";
import { inShort } from "../../tests/definitions.ts";
import { loadLibrary } from "../templates/mod.ts";
import { checkWrapperValues } from "./wrapper_values.ts";

function clusters(...values: string[]): string {
  return values.map((text, index) =>
    `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: c${index}, namespace: prod}
spec:
  template: own
  config: {}
  serviceSpec: {services: [{name: a, template: web-1, values: ${
      JSON.stringify(text)
    }}]}
---
`
  ).join("") + `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: web-1, namespace: prod}
spec: {helm: {chartSpec: {chart: web, version: 1.0.0}}}
`;
}

const FOUND = "validate/wrapper-values spec.serviceSpec.services[0].values:";

testCheck(checkWrapperValues, [
  [
    "finds the same values at two levels, once",
    clusters("a: 1", "web: {a: 2, b: 3}"),
    [FOUND],
  ],
  ["accepts the same level", clusters("web: {a: 1}", "web: {b: 2}"), []],
  ["accepts values with nothing in common", clusters("a: 1", "b: {c: 1}"), []],
  [
    "accepts a key that stands at both levels",
    clusters("{web: {a: 1}, a: 1}", "web: {a: {a: 1}}"),
    [],
  ],
  ["does not judge what is no YAML", clusters("{{ a }}: [", "a: {b: 1}"), []],
]);

/** A chart of the dry source, and what is found by it. */
const CHARTS: readonly [
  criterion: string,
  files: Readonly<Record<string, string>>,
  values: string,
  expected: readonly string[],
][] = [
  ["finds values beside the wrapped chart", {}, "controller: {}", [FOUND]],
  ["accepts values below the wrapped chart", {}, "inner: {a: 1}", []],
  ["accepts values for all charts", {}, "global: {a: 1}", []],
  [
    "does not judge a chart with templates of its own",
    { "templates/a.yaml": "a: 1" },
    "controller: {}",
    [],
  ],
];

const WRAPPER =
  "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies: [{name: inner, version: 1.0.0, repository: ''}]\n";

for (const [criterion, files, values, expected] of CHARTS) {
  Deno.test(`checkWrapperValues() ${criterion}`, () => {
    const all = { "Chart.yaml": WRAPPER, ...files };
    const chart = Object.entries(all).map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text),
    }));
    const library = loadLibrary({
      builtIn: new Map(),
      charts: new Map([["web", chart]]),
    });
    const input = { ...checkInput(clusters(values)), library };
    assertEquals(inShort(checkWrapperValues(input)), [...expected]);
  });
}
