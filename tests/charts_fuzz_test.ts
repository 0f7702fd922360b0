/**
 * Whole charts made up at random: never a crash, and what Helm makes of them.
 */

import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { ValueMap } from "../src/model/mod.ts";
import {
  loadDirectory,
  printChart,
  renderChart,
} from "../src/templates/helm/chart/mod.ts";
import { SOUP, TEMPLATE } from "./arbitrary_template.ts";
import {
  type ChartTexts,
  loadTexts,
  RELEASE,
  startHelmLibrary,
} from "./own_charts.ts";
import { requirement } from "./requirements.ts";

const RUNS = Number(Deno.env.get("K0RENDER_FUZZ_RUNS") ?? "500");

const LIMITS = { steps: 20_000, nesting: 500, includes: 250, output: 100_000 };

const KEYS = [
  ..."a b global tags enabled sub imported".split(" "),
  ..."__proto__ constructor hasOwnProperty toString".split(" "),
];

const SCALARS = fc.oneof(
  fc.constantFrom(null, true, false, "", "x", "on", "0o17", "1e3", "~", "2020"),
  fc.constantFrom(0, 1, -1, 22, 1000000, 0.5, 1e21, 1e-7, 123456789, 1e6),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
);

/** Values as charts have them: maps at the top, and keys that meet. */
const VALUES: fc.Arbitrary<ValueMap> = fc.letrec<{
  map: ValueMap;
  value: unknown;
}>((tie) => ({
  map: fc.array(fc.tuple(fc.constantFrom(...KEYS), tie("value")), {
    maxLength: 5,
  }).map((entries) => Object.fromEntries(entries) as ValueMap),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    SCALARS,
    fc.array(tie("value"), { maxLength: 3 }),
    tie("map"),
  ),
})).map;

const TEXTS = fc.oneof(TEMPLATE, SOUP, fc.string());

/** Any of a chart's files may be anything. */
const CHARTS: fc.Arbitrary<ChartTexts> = fc.record({
  "Chart.yaml": fc.oneof(
    { weight: 5, arbitrary: fc.constant("name: a\nversion: 1.0.0\n") },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string() },
  ),
  "values.yaml": fc.oneof(VALUES.map((value) => JSON.stringify(value)), TEXTS),
  "values.schema.json": fc.oneof(
    { weight: 5, arbitrary: fc.constant("{}") },
    { weight: 1, arbitrary: fc.json() },
  ),
  ".helmignore": fc.oneof(fc.constant(""), fc.string()),
  "templates/_a.tpl": TEXTS,
  "templates/b.yaml": TEXTS,
  "charts/sub/Chart.yaml": fc.constant("name: sub\nversion: 1.0.0\n"),
  "charts/sub/templates/c.yaml": TEXTS,
  "charts/sub/values.yaml": VALUES.map((value) => JSON.stringify(value)),
});

Deno.test("renderChart() neither throws nor changes prototypes, on any chart", () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(CHARTS, VALUES, (texts, values) => {
      const files = Object.entries(texts)
        .map(([path, text]) => ({ path, bytes: encoder.encode(text) }));
      const { chart, problems } = loadDirectory(files);
      const found = chart === undefined
        ? problems
        : renderChart(chart, { release: RELEASE, values, limits: LIMITS })
          .problems;
      for (const { message } of found) assert(message.startsWith("Cannot "));
    }),
    { numRuns: RUNS },
  );
  assertEquals(Object.getOwnPropertyNames(Object.prototype), before);
});

const SHOWN = `text: |
  {{ toJson .Values }}
  {{ toYaml .Values | nindent 2 }}
  {{ .Values | toString | quote }}
  {{ range $key, $value := .Values }}{{ $key }}={{ kindOf $value }} {{ end }}
`;

Deno.test("renderChart() gives charts the values that Helm gives them", async () => {
  if (!await requirement("go")) return;
  await using helm = await startHelmLibrary();
  const samples = fc.sample(fc.tuple(VALUES, VALUES, VALUES), RUNS)
    .map((sample) => sample.map((each) => JSON.parse(JSON.stringify(each))));
  const questions = samples.map(([own, inner, given]) => ({
    files: echo(own, inner),
    values: [given],
  }));
  for (const [at, answer] of (await helm.ask(questions)).entries()) {
    const { files, values: [given] } = questions[at]!;
    const values = structuredClone(given);
    const rendered = renderChart(loadTexts(files), {
      release: RELEASE,
      values,
    });
    const [{ text, error }] = answer.renderings as [
      { text: string; error?: string },
    ];
    const asked = JSON.stringify([files, given]);
    if (error !== undefined) {
      assert(rendered.problems.length > 0, asked + error);
    } else assertEquals(printChart(rendered), text, asked);
  }
});

/** A chart and a subchart that show the values that they get. */
function echo(own: ValueMap, inner: ValueMap): Record<string, string> {
  return {
    "Chart.yaml":
      "apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies:\n- {name: sub, version: 1.x, condition: sub.enabled, tags: [a], import-values: [a, {child: b, parent: imported}]}\n",
    "values.yaml": JSON.stringify(own),
    "templates/a.yaml": SHOWN,
    "charts/sub/Chart.yaml": "apiVersion: v2\nname: sub\nversion: 1.0.0\n",
    "charts/sub/values.yaml": JSON.stringify(inner),
    "charts/sub/templates/b.yaml": SHOWN,
  };
}
