import { assert, assertEquals } from "@std/assert";
import { runPipeline } from "../../../tests/pipeline.ts";
import { readSample } from "../../../tests/samples.ts";
import type { DryTree } from "../../source/mod.ts";
import { EMPTY_TREE, type TreeChange } from "../../tree/mod.ts";
import { readBuiltInTemplates } from "../built_in.ts";
import type { SandboxHost } from "./conversation.ts";
import { DEFAULT_SANDBOX_LIMITS, type SandboxLimits } from "./limits.ts";
import { type ChangeOutcome, renderChange } from "./render_change.ts";

type Files = Readonly<Record<string, string>>;

const builtIn = await readBuiltInTemplates();
const DEMO = await readSample("demo");

const HOST: SandboxHost = {
  previous: () => Promise.resolve(EMPTY_TREE),
  texts: () => Promise.resolve(new Map()),
  chart: () => Promise.resolve({ kind: "unavailable", reason: "none" }),
};

async function render(files: Files, limits: Partial<SandboxLimits> = {}) {
  const written = new Map<string, string | undefined>();
  const outcome = await renderChange({
    builtIn,
    limits: { ...DEFAULT_SANDBOX_LIMITS, ...limits },
  }, {
    after: treeOf(files),
    host: HOST,
    async write(_, changes: AsyncIterable<TreeChange>) {
      written.clear();
      for await (const change of changes) {
        written.set(
          change.path,
          change.kind === "file" ? change.text : undefined,
        );
      }
    },
  });
  return { outcome, written };
}

function treeOf(files: Files): DryTree {
  const all = Object.entries(files);
  return {
    files: all.filter(([path]) => /\.(ya?ml|hbs|json)$/.test(path))
      .map(([path, text]) => ({ path, text })),
    chartFiles: all.filter(([path]) => /\.tpl$/.test(path))
      .map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
    findings: [],
  };
}

Deno.test("renderChange() gives what is rendered without a sandbox", async () => {
  const { outcome, written } = await render(DEMO);
  assertEquals(written, new Map(runPipeline(DEMO).files));
  assert(outcome.kind === "rendered");
  assertEquals(outcome.hasErrors, false);
  assertEquals(
    outcome.environments.map(({ name, tree, failed }) => [
      name,
      tree,
      failed,
    ]),
    [["production", "composed", []]],
  );
});

const CHART = `apiVersion: v2
name: own
version: 1.0.0
annotations:
  cluster.x-k8s.io/provider: infrastructure-aws
  cluster.x-k8s.io/infrastructure-aws: v1beta2
`;

const CLUSTER = `apiVersion: cluster.x-k8s.io/v1beta2
kind: Cluster
metadata: {name: bad, namespace: prod}
`;

/** The sample, with a cluster that is rendered from a chart of its own. */
function withChart(text: string): Files {
  return {
    ...DEMO,
    "own/Chart.yaml": CHART,
    "own/templates/cluster.yaml": `${CLUSTER}${text}\n`,
    "bad.yaml": `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: own-1-0-0, namespace: prod}
spec: {helm: {chartSpec: {chart: own, version: 1.0.0}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: bad, namespace: prod}
spec:
  template: own-1-0-0
  credential: aws-main
  config: {}
`,
  };
}

/** What a template tries, and the rule of the finding that it ends in. */
const REFUSED: readonly [attempt: string, text: string, rule: string][] = [
  ["read the environment", '{{ env "HOME" }}', "helm/syntax"],
  [
    "loop without end",
    "{{ range $i := until 100000000 }}{{ end }}",
    "helm/limit",
  ],
  ["fill memory", 'x: {{ repeat 1000000000 "x" }}', "helm/limit"],
  [
    "write without end",
    '{{ range until 3000 }}{{ range until 3000 }}{{ sha256sum "x" }}{{ end }}{{ end }}',
    "helm/limit",
  ],
  [
    "reach a constructor",
    "x: {{ .Values.constructor.constructor }}",
    "helm/failed",
  ],
  ["reach a prototype", "x: {{ .Values.__proto__.x }}", "helm/failed"],
  ["bring chance in", '{{ genCA "a" 365 }}', "helm/refused-function"],
];

for (const [attempt, text, rule] of REFUSED) {
  Deno.test(`renderChange() refuses a chart that tries to ${attempt}`, async () => {
    const { outcome, written } = await render(withChart(`# ${text}`));
    assert(outcome.kind === "rendered");
    assertEquals(outcome.environments[0]?.failed, [BAD]);
    assertEquals(rulesOf(outcome), [rule]);
    assertGoodOnes(written);
  });
}

const NOTHING: readonly [attempt: string, text: string][] = [
  ["read a file of the machine", '{{ .Files.Get "/etc/passwd" }}'],
  ["read a file beside the chart", '{{ .Files.Get "../k0render.yaml" }}'],
  ["look up a name", '{{ getHostByName "localhost" }}'],
  [
    "change a prototype",
    '{{ $_ := set .Values "__proto__" (dict "x" "yes") }}{{ (dict).x | default "" }}',
  ],
  ["change the root of all objects", '{{ $_ := set .Values "constructor" 1 }}'],
];

for (const [attempt, text] of NOTHING) {
  Deno.test(`renderChange() gives nothing to a chart that tries to ${attempt}`, async () => {
    const chart = withChart(`data: {got: "[${text}]"}`);
    const { outcome, written } = await render(chart);
    assertEquals(rulesOf(outcome), []);
    const got = [...written.values()].flatMap((file) =>
      /got: (.*)/.exec(file ?? "")?.[1] ?? []
    );
    assertEquals(got.map((value) => value.replace(/["']/g, "")), ["[]"]);
    assertGoodOnes(written);
  });
}

Deno.test("renderChange() gives up a unit that takes too long, and no other", async () => {
  const { outcome, written } = await render(withChart(SLOW), { unitMs: 200 });
  assert(outcome.kind === "rendered");
  assertEquals(outcome.environments[0]?.failed, [BAD]);
  assertEquals(rulesOf(outcome), ["sandbox/time"]);
  assertGoodOnes(written);
});

Deno.test("renderChange() leaves out what it knows nothing of in the end", async () => {
  const { outcome, written } = await render(withChart(SLOW), {
    unitMs: 200,
    restarts: 1,
  });
  assert(outcome.kind === "rendered");
  // The clusters after the bad one were never begun.
  assertEquals(rulesOf(outcome), ["sandbox/time", "sandbox/given-up"].sort());
  assertEquals(written.has("clusters/prod/eu1/unit.json"), false);
});

Deno.test("renderChange() fails where a step about everything takes too long", async () => {
  const { outcome } = await render(DEMO, { stageMs: 1 });
  assertEquals(outcome.kind, "failed");
});

Deno.test("renderChange() fails where all of it takes too long", async () => {
  const { outcome } = await render(DEMO, { totalMs: 1 });
  assert(outcome.kind === "failed");
  assertEquals(outcome.finding.rule.id, "sandbox/time");
});

Deno.test("renderChange() fails where all of it says too much", async () => {
  const { outcome } = await render(DEMO, { outputBytes: 1000 });
  assert(outcome.kind === "failed");
  assertEquals(outcome.finding.rule.id, "sandbox/output");
});

const BAD = { kind: "cluster", namespace: "prod", name: "bad" } as const;

/** Slower than a limit, and well within those of the engine. */
const SLOW =
  `# {{ range until 600000 }}{{ $x := regexMatch "^a.*b$" "abbbbbbbbbb" }}{{ end }}`;

function rulesOf(outcome: ChangeOutcome<void>): string[] {
  assert(outcome.kind === "rendered");
  return outcome.added.filter(({ finding }) => finding.severity === "error")
    .map(({ finding }) => finding.rule.id).sort();
}

function assertGoodOnes(written: ReadonlyMap<string, unknown>) {
  for (const name of ["eu1", "us1"]) {
    assert(written.has(`clusters/prod/${name}/unit.json`), name);
  }
}
