/**
 * Charts that mean harm are refused soon, each with the bound that it reached.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { loadLibrary } from "../src/templates/mod.ts";
import { renderChart } from "../src/templates/helm/chart/mod.ts";
import { loadTexts, RELEASE } from "./own_charts.ts";

const PATIENCE_MS = 20_000;

const SHARED = "{{ $l := list 1 }}{{ range 60 }}{{ $l = list $l $l }}{{ end }}";
const CYCLE = '{{ $d := dict }}{{ $_ := set $d "a" $d }}';
const LARGE = '{{ $s := repeat 100000 "ab" }}{{ range 100000 }}';
const MANY =
  "{{ $d := dict }}{{ range until 10000 }}{{ $_ := set $d (toString .) . }}{{ end }}{{ range 100000 }}";

/** By the bound, templates that reach it. */
const BOUNDS: Readonly<Record<string, readonly string[]>> = {
  "steps": [
    "{{ range 1000000000000 }}{{ end }}",
    "{{ range until 100000000 }}{{ end }}",
    "{{ untilStep 0 2000000000 1 | len }}",
    "{{ seq 1 2000000000 | len }}",
    '{{ repeat 2000000000 "a" | len }}',
    '{{ nindent 2000000000 "a" | len }}',
    "{{ $l := list 1 }}{{ range 60 }}{{ $l = concat $l $l }}{{ end }}",
    '{{ define "x" }}{{ range 2 }}{{ if lt (len $) 40 }}{{ include "x" (append $ 1) }}{{ end }}{{ end }}{{ end }}{{ include "x" (list) }}',
    "{{ $s := `a` }}{{ range 60 }}{{ $s = b64enc $s }}{{ end }}",
    `${SHARED}{{ toYaml $l }}`,
    `${SHARED}{{ toJson $l }}`,
    `${SHARED}{{ toToml (dict "a" $l) }}`,
    `${SHARED}{{ deepCopy $l | len }}`,
    `${SHARED}{{ $m := list 1 }}{{ range 60 }}{{ $m = list $m $m }}{{ end }}{{ deepEqual $l $m }}`,
    `${LARGE}{{ $x := upper $s }}{{ end }}`,
    `${LARGE}{{ $x := sha512sum $s }}{{ end }}`,
    `${LARGE}{{ $x := splitList "" $s }}{{ end }}`,
    `${LARGE}{{ $x := contains "abb" $s }}{{ end }}`,
    `${LARGE}{{ $x := regexReplaceAll "(a|b)*c" $s "" }}{{ end }}`,
    `${MANY}{{ $x := omit $d "1" }}{{ end }}`,
    `${MANY}{{ range $d }}{{ break }}{{ end }}{{ end }}`,
  ],
  "levels": [
    '{{ define "x" }}{{ if . }}{{ with . }}{{ range list . }}{{ include "x" . }}{{ end }}{{ end }}{{ end }}{{ end }}{{ include "x" 1 }}',
  ],
  "templates within each other": [
    '{{ define "x" }}{{ include "x" . }}{{ end }}{{ include "x" . }}',
    '{{ define "x" }}{{ template "x" . }}{{ end }}{{ template "x" . }}',
    '{{ $t := "{{ tpl . . }}" }}{{ tpl $t $t }}',
  ],
  "characters": [
    "{{ range 100000 }}" + "x".repeat(1_000) + "{{ end }}",
    "{{ $s := `a` }}{{ range 60 }}{{ $s = quote $s $s }}{{ end }}",
    `${SHARED}{{ $l }}`,
    `${SHARED}{{ join "," $l | len }}`,
  ],
  "stack or memory": [
    `${CYCLE}{{ $d }}`,
    `${CYCLE}{{ toYaml $d }}`,
    `${CYCLE}{{ toJson $d }}`,
    `${CYCLE}{{ deepCopy $d }}`,
    '{{ $_ := set .Values "a" .Values }}{{ .Values }}',
  ],
};

for (const [bound, templates] of Object.entries(BOUNDS)) {
  Deno.test(`renderChart() ends at the limit of ${bound}`, () => {
    for (const text of templates) {
      const begin = performance.now();
      const { problems } = renderChart(chartOf(text), {
        release: RELEASE,
        values: {},
      });
      assert(performance.now() - begin < PATIENCE_MS, text);
      assertEquals(problems.map(({ rule }) => rule.id), ["helm/limit"], text);
      assertStringIncludes(problems[0]?.message ?? "", bound, text);
    }
  });
}

Deno.test("renderChart() refuses templates that are nested too deep", () => {
  const texts = [
    `{{ ${"(".repeat(100_000)}1${")".repeat(100_000)} }}`,
    "{{ if 1 }}".repeat(20_000) + "{{ end }}".repeat(20_000),
  ];
  for (const text of texts) {
    const { problems } = renderChart(chartOf(text), {
      release: RELEASE,
      values: {},
    });
    assertEquals(problems.map(({ rule }) => rule.id), ["helm/syntax"]);
  }
});

Deno.test("renderChart() refuses output that is a bomb once it is read", () => {
  const levels = Array.from({ length: 9 }, (_, at) => {
    const inner = at === 0 ? "x" : `*a${at - 1}`;
    return `a${at}: &a${at} [${Array(9).fill(inner).join(", ")}]\n`;
  });
  const { problems } = renderChart(chartOf(levels.join("")), {
    release: RELEASE,
    values: {},
  });
  assertEquals(problems.map(({ rule }) => rule.id), ["helm/output"]);
});

Deno.test("a chart of the library ends when its time is over", () => {
  const encoder = new TextEncoder();
  const files = Object.entries(textsOf("{{ range 100000 }}{{ end }}"))
    .map(([path, text]) => ({ path, bytes: encoder.encode(text) }));
  let now = 0;
  const { clusterPackage } = loadLibrary({
    builtIn: new Map(),
    charts: new Map([["charts/a", files]]),
    helm: { clock: () => now += 1_000 },
  });
  const rendered = clusterPackage("a")?.render({
    release: RELEASE,
    values: {},
  });
  const [problem] = rendered?.problems ?? [];
  assertEquals(problem?.rule?.id, "helm/limit");
  assertStringIncludes(problem?.message ?? "", "time is over");
});

function chartOf(template: string) {
  return loadTexts(textsOf(template));
}

function textsOf(template: string) {
  return {
    "Chart.yaml": "apiVersion: v2\nname: a\nversion: 1.0.0\n",
    "templates/a.yaml": template,
  };
}
