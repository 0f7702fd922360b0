import { assertEquals } from "@std/assert";
import { requirement, SHARED } from "../../tests/requirements.ts";
import { makeFinding } from "../model/mod.ts";
import type { DryFile } from "./dry_tree.ts";
import { readDrySource } from "./read_dry_source.ts";
import { SOURCE_RULES } from "./rules.ts";

const NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n";
const CLUSTER =
  "apiVersion: k0rdent.mirantis.com/v1beta1\nkind: ClusterDeployment\nmetadata: {name: a}\n";

function read(files: Record<string, string>) {
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  return readDrySource({ files: list, findings: [] });
}

Deno.test("readDrySource() reads the same whatever the order of files", () => {
  const files = ["b.yaml", "a/z.yml", "a.yaml", "B.yaml"]
    .map((path): DryFile => ({ path, text: NAMESPACE }));
  const orders = [files, files.toReversed()].map((list) =>
    readDrySource({ files: list, findings: [] }).definitions
      .map(({ origin }) => origin.file)
  );
  assertEquals(orders[0], ["B.yaml", "a.yaml", "a/z.yml", "b.yaml"]);
  assertEquals(orders[1], orders[0]);
});

Deno.test("readDrySource() sets templates and charts aside", () => {
  const source = read({
    "templates/own/package.yaml": "name: own\n",
    "templates/flux/helmrelease.yaml.hbs": "{{x}}\n",
    "vendor/aws/Chart.yaml": "name: aws\n",
    "vendor/aws/values.yaml": "a: 1\n",
    "vendor/aws/templates/cluster.yaml": "{{ .Values.a }}\n",
    "vendor/aws/eu1.yaml": NAMESPACE,
    "clusters/templates/aws.yaml": NAMESPACE,
  });
  assertEquals([...source.templates.keys()], [
    "flux/helmrelease.yaml.hbs",
    "own/package.yaml",
  ]);
  assertEquals(source.definitions.map(({ origin }) => origin.file), [
    "clusters/templates/aws.yaml",
    "vendor/aws/eu1.yaml",
  ]);
  assertEquals(source.findings.map(({ rule }) => rule.id), [
    "source/vendored-chart",
  ]);
});

Deno.test("readDrySource() reads definitions under templates/ too", () => {
  const source = read({
    "templates/clusters.yaml": CLUSTER,
    "templates/own/package.yaml": "name: own\n",
    "templates/own/values.yaml": "a: 1\n",
  });
  assertEquals(source.definitions.map(({ origin }) => origin.file), [
    "templates/clusters.yaml",
  ]);
  assertEquals([...source.templates.keys()], [
    "own/package.yaml",
    "own/values.yaml",
  ]);
  assertEquals(source.findings, []);
});

Deno.test("readDrySource() is complete unless an error may hide objects", () => {
  const cases: [string, boolean][] = [
    [NAMESPACE, true],
    ["replicas: 3\n", true],
    [`${NAMESPACE}---\na: [\n`, false],
    ["kind: ClusterDeployment\n", false],
    [`${NAMESPACE}# twice\nkind: Namespace\n`, true],
    ["apiVersion: v1\nkind: A\nmetadata: {name: a, labels: {x: 1}}\n", true],
  ];
  for (const [text, expected] of cases) {
    assertEquals(read({ "a.yaml": text }).complete, expected, text);
  }
});

Deno.test("readDrySource() is not complete where a file could not be read", () => {
  const place = { origin: { file: "b.yaml", document: 0, line: 1 } };
  const rule = SOURCE_RULES["source/not-an-object"];
  const refused = makeFinding(rule, "Cannot read it: a link", { place });
  const tree = { files: [{ path: "a.yaml", text: NAMESPACE }] };
  const source = readDrySource({ ...tree, findings: [refused] });
  assertEquals([source.complete, source.findings], [false, [refused]]);
});

Deno.test("readDrySource() has no configuration where k0render.yaml cannot be read", () => {
  assertEquals(read({}).config?.systemNamespace, "kcm-system");
  assertEquals(read({ "k0render.yaml": "a: 1\n" }).config, undefined);
  const place = { origin: { file: "k0render.yaml", document: 0, line: 1 } };
  const rule = SOURCE_RULES["source/not-an-object"];
  const refused = makeFinding(rule, "Cannot read it: a link", { place });
  const source = readDrySource({ files: [], findings: [refused] });
  assertEquals(source.config, undefined);
});

Deno.test("readDrySource() locates fields in items of a List", () => {
  const text =
    "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Namespace\n  metadata:\n    name: a\n";
  const source = read({ "a.yaml": text });
  const { origin } = source.definitions[0]!;
  const field = ["metadata", "name"];
  assertEquals(source.locate({ origin, field }), { line: 7, column: 11 });
  assertEquals(source.locate({ origin }), { line: 4, column: 3 });
});

Deno.test("readDrySource() reads the examples of k0rdent without an error", async () => {
  if (!await requirement("shared")) return;
  const files: DryFile[] = [];
  const root = new URL("data/examples/", SHARED);
  for (const directory of ["clusterdeployments/", "multiclusterservices/"]) {
    for await (const { name } of Deno.readDir(new URL(directory, root))) {
      const path = directory + name;
      files.push({ path, text: await Deno.readTextFile(new URL(path, root)) });
    }
  }
  const source = readDrySource({ files, findings: [] });
  assertEquals(source.findings, []);
  assertEquals(source.definitions.length >= 179, true);
});

Deno.test("readDrySource() says where there is nothing to render", () => {
  const cases: [Record<string, string>, string[]][] = [
    [{}, ["source/no-definitions"]],
    [{
      "k0render.yaml":
        "apiVersion: k0render.dev/v1alpha1\nkind: RenderConfig\n",
    }, ["source/no-definitions"]],
    [{ "a.yaml": NAMESPACE }, []],
    [{ "a.yaml": "a: 1\n" }, ["source/ignored-document"]],
  ];
  for (const [files, expected] of cases) {
    assertEquals(read(files).findings.map(({ rule }) => rule.id), expected);
  }
});
