/** `k0render charts template`, as people use it. */

import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { packTar } from "../src/templates/helm/chart/_archives.ts";
import { k0render } from "./cli.ts";

const CHARTS = fromFileUrl(new URL("../fixtures/charts/", import.meta.url));

function template(chart: string, ...args: string[]) {
  return k0render("charts", "template", `${CHARTS}${chart}`, ...args);
}

Deno.test("charts template prints a chart with its release and values", async () => {
  const { code, stdout, stderr } = await template(
    "objects",
    "--name=demo",
    "--namespace=prod",
    `--values=${CHARTS}objects/values/other.yaml`,
    "--kube-version=1.34.2",
    "--api-versions=k0rdent.mirantis.com/v1beta1",
  );
  assertEquals([code, stderr], [0, ""]);
  for (
    const line of [
      "# Source: objects/templates/release.yaml",
      "  name: demo-release",
      "  namespace: prod",
      "  kube: v1.34.2 v1.34.2",
      '  hasOwn: "true"',
      "  number: 7",
    ]
  ) assertStringIncludes(stdout, `${line}\n`);
});

Deno.test("charts template follows Helm 3 or Helm 4", async () => {
  const four = await template("nulls");
  const three = await template("nulls", "--helm=3");
  assertStringIncludes(three.stdout, '\\"top\\":null');
  assertEquals(four.stdout.includes('\\"top\\":null'), false);
});

Deno.test("charts template takes an archive", async () => {
  const archive = packTar([
    { path: "own/Chart.yaml", text: "name: own\nversion: 1.0.0\n" },
    { path: "own/templates/a.yaml", text: "name: {{ .Release.Name }}\n" },
    { path: "own/templates/b.yaml", text: "{{ .Files.AsSecrets }}\n" },
    { path: "own/templates/c.yaml", text: '{{ .Files.Get "a" }}\n' },
    { path: "own/a", text: "a: 1" },
  ]);
  const path = await Deno.makeTempFile({ suffix: ".tgz" });
  await Deno.writeFile(path, archive);
  const { stdout } = await k0render("charts", "template", path);
  await Deno.remove(path);
  assertEquals(
    stdout,
    [
      "---\n# Source: own/templates/a.yaml\nname: release-name\n",
      "---\n# Source: own/templates/b.yaml\na: YTogMQ==\n",
      "---\n# Source: own/templates/c.yaml\na: 1\n",
    ].join("\n"),
  );
});

Deno.test("later files of values win", async () => {
  const files = ["{a: 1, b: {c: 1}}", "{b: {d: 2}}\n---\n{a: 3}"];
  const paths = await Promise.all(files.map(async (text) => {
    const path = await Deno.makeTempFile();
    await Deno.writeTextFile(path, text);
    return path;
  }));
  const { stdout } = await template("nulls", "--values", ...paths);
  await Promise.all(paths.map((path) => Deno.remove(path)));
  assertMatch(stdout, /\\"a\\":3,\\"b\\":{\\"c\\":1,\\"d\\":2}/);
});

Deno.test("charts template says where a chart fails", async () => {
  const { code, stdout, stderr } = await template("failing/nil-dereference");
  assertEquals([code, stdout], [1, ""]);
  assertEquals(
    stderr,
    "error: nil-dereference/templates/a.yaml:2:14: Cannot execute the template: nil pointer evaluating interface {}.name (helm/failed)\n",
  );
});

const WRONG: readonly [criterion: string, args: string[], code: number][] = [
  ["a name that Helm refuses", ["--name=Not_a_name"], 2],
  ["a version that is none", ["--kube-version=new"], 2],
  ["another Helm", ["--helm=5"], 2],
  ["values that are not there", ["--values=/nowhere/values.yaml"], 2],
];

for (const [criterion, args, expected] of WRONG) {
  Deno.test(`charts template refuses ${criterion}`, async () => {
    const { code, stdout } = await template("nulls", ...args);
    assertEquals([code, stdout], [expected, ""]);
  });
}
