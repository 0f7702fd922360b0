/**
 * Charts of our own, rendered by us and by Helm itself: the text must be the
 * same to the byte, and what Helm refuses must be refused for the same reason.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { readChart } from "../src/cli/read_chart.ts";
import { isMap } from "../src/model/mod.ts";
import {
  type ChartProblem,
  type HelmVersion,
  mergeDocuments,
  printChart,
  renderChart,
  type RenderedChart,
} from "../src/templates/mod.ts";
import { loadYamlAll } from "../src/yaml/mod.ts";
import { failingCases, type HelmCase, helmCases } from "./helm_cases.ts";
import { requirement } from "./requirements.ts";

const RELEASE = { name: "demo", namespace: "prod" };
const KUBE_VERSION = "1.36.0";

const ignore = !(await requirement("helm"));

for (const helm of [3, 4] as const) {
  Deno.test({
    name: `renderChart() gives what Helm ${helm} gives`,
    ignore,
    async fn(t) {
      for (const each of helmCases()) {
        await t.step(each.name, () => compare(each, helm));
      }
    },
  });

  Deno.test({
    name: `renderChart() refuses what Helm ${helm} refuses`,
    ignore,
    async fn(t) {
      for (const each of failingCases()) {
        await t.step(each.name, () => compare(each, helm));
      }
    },
  });
}

Deno.test({
  name: "renderChart() gives the same of what helm package packs",
  ignore,
  async fn(t) {
    const directory = await Deno.makeTempDir();
    for (const { name, chart } of helmCases().filter(hasNoValues)) {
      await t.step(name, async () => {
        const packed = await pack(chart, `${directory}/${name}`);
        await compare({ name, chart: packed }, 4);
      });
    }
    await Deno.remove(directory, { recursive: true });
  },
});

function hasNoValues({ values }: HelmCase): boolean {
  return values === undefined;
}

async function pack(chart: string, directory: string): Promise<string> {
  const args = ["package", chart, `--destination=${directory}`];
  const { success, stderr } = await new Deno.Command("helm4", { args })
    .output();
  assert(success, new TextDecoder().decode(stderr));
  const [archive] = await Array.fromAsync(Deno.readDir(directory));
  return `${directory}/${archive?.name}`;
}

async function compare(each: HelmCase, helm: HelmVersion): Promise<void> {
  const wanted = await runHelm(each, helm);
  const { rendered, problems } = await renderCase(each, helm);
  if (wanted.success) {
    assertEquals(problems, []);
    assert(rendered !== undefined);
    assertEquals(printChart(rendered, { includeCrds: true }), wanted.out);
    return;
  }
  assert(problems.length > 0, wanted.err);
  for (const problem of problems) comparePlace(problem, wanted.err);
}

/** Where a template fails, both say where and why. */
function comparePlace(problem: ChartProblem, err: string): void {
  const { rule, template, line, column, message } = problem;
  if (!["helm/failed", "helm/syntax"].includes(rule.id)) return;
  const detail = message.replace(/^.*? the template: /, "");
  assertStringIncludes(oneLine(err), oneLine(detail));
  // Helm gives the outermost place of a chart's own message, we the innermost.
  if (/execution error at/.test(err)) return;
  const column0 = rule.id === "helm/syntax" ? "" : `:${column - 1}`;
  assertStringIncludes(err, `${template}:${line}${column0}`);
}

/** Helm 4 breaks its messages into lines. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

async function renderCase(
  { chart: path, values: file }: HelmCase,
  helm: HelmVersion,
): Promise<{ rendered?: RenderedChart; problems: readonly ChartProblem[] }> {
  const { chart, problems } = await readChart(path);
  if (chart === undefined) return { problems };
  const text = file === undefined ? "" : await Deno.readTextFile(file);
  const rendered = renderChart(chart, {
    release: RELEASE,
    values: mergeDocuments(loadYamlAll(text).filter(isMap)),
    helm,
    kubeVersion: KUBE_VERSION,
  });
  return { rendered, problems: rendered.problems };
}

async function runHelm({ chart, values }: HelmCase, helm: HelmVersion) {
  const { name, namespace } = RELEASE;
  const { success, stdout, stderr } = await new Deno.Command(`helm${helm}`, {
    args: [
      "template",
      name,
      chart,
      `--namespace=${namespace}`,
      `--kube-version=${KUBE_VERSION}`,
      "--include-crds",
      ...(values === undefined ? [] : [`--values=${values}`]),
    ],
  }).output();
  const decoder = new TextDecoder();
  return {
    success,
    out: decoder.decode(stdout),
    err: decoder.decode(stderr),
  };
}
