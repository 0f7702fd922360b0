/**
 * Every function, given values made up at random: each line of the chart that
 * uses them all is a template of its own, judged by Helm.
 */

import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { ValueMap } from "../src/model/mod.ts";
import { printChart, renderChart } from "../src/templates/helm/chart/mod.ts";
import {
  type ChartTexts,
  loadTexts,
  readOwnChart,
  RELEASE,
  startHelmLibrary,
} from "./own_charts.ts";
import { requirement } from "./requirements.ts";

const RUNS = Number(Deno.env.get("K0RENDER_FUZZ_RUNS") ?? "1000");

const SCALARS = fc.oneof(
  fc.constantFrom(null, true, false, "", "x", "on", "0o17", "1e3", "~", "2020"),
  fc.constantFrom(
    "1.2.3",
    "é😀",
    "a b\nc\n",
    "12h",
    "https://a/b?c",
    "{{ . }}",
  ),
  fc.constantFrom(0, 1, -1, 22, 1000000, 0.5, 1e21, 1e-7, 123456789, 2.5, 3),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
);

const { value: VALUE } = fc.letrec<{ value: unknown; map: unknown }>((tie) => ({
  map: fc.dictionary(
    fc.constantFrom("a", "b", "c", "d", "e", "__proto__", "constructor"),
    tie("value"),
    { maxKeys: 4 },
  ),
  value: fc.oneof(
    { depthSize: "small" },
    SCALARS,
    fc.array(tie("value"), { maxLength: 4 }),
    tie("map"),
  ),
}));

Deno.test("renderChart() does with random values what Helm does", async () => {
  if (!await requirement("go")) return;
  const chart = await readOwnChart("every-function");
  const charts = linesOf(chart).map((line): ChartTexts => ({
    ...withoutTemplates(chart),
    "templates/t.yaml": line,
  }));
  const names = [
    ...chart["values.yaml"]?.matchAll(/^(?!global|first)\w+(?=:)/gm) ?? [],
  ]
    .map(([name]) => name);
  const given = fc.array(fc.tuple(fc.constantFrom(...names), VALUE), {
    maxLength: 4,
  }).map((entries) => Object.fromEntries(entries));
  const questions = fc.sample(fc.tuple(fc.constantFrom(...charts), given), RUNS)
    .map(([files, values]) => ({
      files,
      values: [JSON.parse(JSON.stringify(values)) as ValueMap],
    }));
  await using helm = await startHelmLibrary();
  for (const [at, { renderings }] of (await helm.ask(questions)).entries()) {
    const { files, values: [values = {}] } = questions[at]!;
    const asked = JSON.stringify([files["templates/t.yaml"], values]);
    const release = { release: RELEASE, values };
    const rendered = renderChart(loadTexts(files), release);
    for (const { text, error } of renderings) {
      if (error === undefined) assertEquals(printChart(rendered), text, asked);
      else assert(rendered.problems.length > 0, `${asked}: ${error}`);
    }
  }
});

/** The lines of each template's results, each with what they all need. */
function linesOf(chart: ChartTexts): string[] {
  return templatesOf(chart).flatMap(([path, text]) => {
    // These lines hang together.
    if (path === "templates/language.yaml") return [text];
    const [head = "", results = ""] = text.split("  results: |\n");
    const needed = head.split("\n").filter((line) => line.startsWith("{{-"));
    return results.split("\n").filter((line) => line.trim() !== "")
      .map((line) => [...needed, "results: |", line, ""].join("\n"));
  });
}

function templatesOf(chart: ChartTexts): [path: string, text: string][] {
  return Object.entries(chart).filter(([path]) =>
    path.startsWith("templates/")
  );
}

function withoutTemplates(chart: ChartTexts): ChartTexts {
  const templates = new Set(templatesOf(chart).map(([path]) => path));
  return Object.fromEntries(
    Object.entries(chart).filter(([path]) => !templates.has(path)),
  );
}
