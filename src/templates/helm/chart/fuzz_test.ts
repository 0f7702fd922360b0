import { assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Value, ValueMap } from "../../../model/mod.ts";
import { readArchive } from "./archive.ts";
import { ChartError } from "./chart_error.ts";
import { loadDirectory } from "./chart_directory.ts";
import { renderChart } from "./render_chart.ts";

const ENCODER = new TextEncoder();
const PATHS = [
  "Chart.yaml",
  "values.yaml",
  "values.schema.json",
  "requirements.yaml",
  ".helmignore",
  "crds/a.yaml",
  "files/a.txt",
  "templates/_helpers.tpl",
  "templates/a.yaml",
  "templates/NOTES.txt",
  "charts/db/Chart.yaml",
  "charts/db/values.yaml",
  "charts/db/templates/a.yaml",
  "charts/__proto__/Chart.yaml",
  "charts/db.tgz",
  "charts/README.md",
];
const PIECES = [
  "name: own\nversion: 1.0.0\n",
  "name: db\nversion: 1.2.3\n",
  "name: __proto__\nversion: 1.0.0\n",
  "type: library\n",
  "dependencies: [{name: db, version: 1.x, alias: __proto__, condition: a.b}]\n",
  "dependencies: [{name: db, version: '*', import-values: [a, {child: ., parent: __proto__.x}]}]\n",
  "dependencies: 7\n",
  "annotations: {constructor: 1}\n",
  "kubeVersion: '>=1'\n",
  "global: {__proto__: {a: 1}}\n",
  "db: {a: {b: true}, global: null}\n",
  "tags: {a: false}\n",
  "---\n",
  "a: &a [1, *a]\n",
  "kind: {a: b}\nmetadata: {annotations: {helm.sh/hook: [1]}}\n",
  '{"$ref": "#"}',
  '{"properties": {"db": {"type": "string"}}}',
  "{{ .Values | toYaml }}",
  "{{ range $k, $v := . }}{{ $k }}: {{ $v }}\n{{ end }}",
  "{{ .Files.Get .Chart.Name }}{{ .Files.Glob (toString .Values) }}",
  '{{ include "a" . }}{{ define "a" }}{{ template "b" . }}{{ end }}',
  "{{ .Subcharts.db.Values }}{{ .__proto__ }}{{ .Values.constructor.name }}",
  "{{ fail .Values }}",
  "{{",
  "*.yaml\n",
  "!a\n[",
  "\u0000\ufeff\u2028",
];

const FILES = fc.uniqueArray(
  fc.record({
    path: fc.constantFrom(...PATHS),
    bytes: fc.oneof(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 4 })
        .map((pieces) => ENCODER.encode(pieces.join(""))),
      fc.uint8Array({ maxLength: 40 }),
    ),
  }),
  { selector: ({ path }) => path, maxLength: PATHS.length },
);
const KEY = fc.constantFrom(
  "__proto__",
  "constructor",
  "global",
  "db",
  "tags",
  "a",
  "b",
);
const { value: VALUES } = fc.letrec<{ value: ValueMap; item: Value }>((
  tie,
) => ({
  value: fc.dictionary(KEY, tie("item"), { maxKeys: 4 }),
  item: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Value>(null, true, false, 0, 1.5, 2n ** 60n, "", "text"),
    fc.array(tie("item"), { maxLength: 2 }),
    tie("value"),
  ),
}));

/** Most charts are to get past their first file. */
function withHead(file: { path: string; bytes: Uint8Array }) {
  const { path, bytes } = file;
  if (!path.endsWith("Chart.yaml")) return file;
  const head = "name: own\nversion: 1.0.0\ndescription: |\n ";
  return { path, bytes: new Uint8Array([...ENCODER.encode(head), ...bytes]) };
}

Deno.test("no chart makes loadDirectory() or renderChart() throw, or touch prototypes", () => {
  const release = { name: "demo", namespace: "prod" };
  fc.assert(
    fc.property(FILES, VALUES, fc.nat(), (files, values, number) => {
      const helm = number % 2 === 0 ? 3 : 4;
      const all = number % 8 === 0 ? files : files.map(withHead);
      if (!all.some(({ path }) => path === "Chart.yaml")) {
        all.push(withHead({ path: "Chart.yaml", bytes: new Uint8Array() }));
      }
      const { chart } = loadDirectory(all);
      if (chart !== undefined) {
        renderChart(chart, { release, values, helm });
      }
      assertEquals(Object.keys(Object.prototype), []);
    }),
    { numRuns: 1_500 },
  );
});

Deno.test("no archive makes readArchive() throw anything but ChartError", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
      for (const archive of [bytes, new Uint8Array([0x1f, 0x8b, ...bytes])]) {
        try {
          readArchive(archive, { name: "a" });
        } catch (error) {
          if (!(error instanceof ChartError)) throw error;
        }
      }
    }),
  );
});
