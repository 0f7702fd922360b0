import { assert, assertEquals } from "@std/assert";
import { compileTemplates, execute } from "./execute.ts";
import type { FunctionTable, GoFunction } from "./function.ts";
import {
  Budget,
  DEFAULT_GO_LIMITS,
  type GoLimits,
  LimitReached,
} from "./limits.ts";
import { GoTemplateError } from "./template_error.ts";
import { TemplateSet } from "./template_set.ts";
import { executeText } from "./testing.ts";
import type { GoValue } from "./value.ts";

const FUNCTIONS: FunctionTable = new Map<string, GoFunction>([
  ["include", {
    params: ["string", "any"],
    call: ([name, data], run) => run.include(name as string, data),
  }],
  ["tpl", {
    params: ["string", "any"],
    call: ([text, data], run) => run.tpl(text as string, data),
  }],
  ["lookup", { params: [], call: (_args, run) => run.lookup() }],
  ["list", { params: [], variadic: "any", call: (items) => [...items] }],
]);

function run(
  sources: Readonly<Record<string, string>>,
  { data = {}, limits }: { data?: GoValue; limits?: Partial<GoLimits> } = {},
) {
  const set = compileTemplates(new Map(Object.entries(sources)), FUNCTIONS);
  assert(set instanceof TemplateSet);
  const name = Object.keys(sources).at(-1) ?? "";
  const all = { ...DEFAULT_GO_LIMITS, steps: 1e5, output: 1e5, ...limits };
  return execute(set, name, { data, budget: new Budget(all) });
}

Deno.test("execute() keeps variables to their blocks", () => {
  const table: [text: string, written: string][] = [
    ["{{ $x := 1 }}{{ if 1 }}{{ $x := 2 }}{{ end }}{{ $x }}", "1"],
    ["{{ $x := 1 }}{{ if 1 }}{{ $x = 2 }}{{ end }}{{ $x }}", "2"],
    ["{{ range $i, $e := .l }}{{ $i }}{{ $e }}{{ end }}", "0a1b"],
    ["{{ range $k, $v := .m }}{{ $k }}{{ $v }}{{ end }}", "a1b2"],
    ["{{ with $x := .l }}{{ index $x 1 }}{{ end }}", "b"],
    [
      "{{ range 3 }}{{ if eq . 1 }}{{ continue }}{{ end }}{{ . }}{{ end }}",
      "02",
    ],
    ["{{ range .l }}{{ break }}{{ else }}x{{ end }}", ""],
    ["{{ range .none }}{{ else }}x{{ end }}", "x"],
    ["{{ range .l }}{{ $.s }}{{ end }}", "zz"],
  ];
  const data = { l: ["a", "b"], m: { b: 2, a: 1 }, none: [], s: "z" };
  for (const [text, written] of table) {
    assertEquals(executeText(text, data), written, text);
  }
});

Deno.test("execute() tells a missing value from a nil on the way", () => {
  const at = (place: string, node: string) =>
    `template: t:1:${place}: executing "t" at <${node}>: `;
  const table: [text: string, written: string][] = [
    ["{{ .a }}", "<no value>"],
    ["{{ $x := .a }}{{ $x.b.c }}", "<no value>"],
    ["{{ .a.b }}", `${at("5", ".a.b")}nil pointer evaluating interface {}.b`],
    [
      "{{ .s.b }}",
      `${at("5", ".s.b")}can't evaluate field b in type interface {}`,
    ],
    [
      "{{ (print .s).b }}",
      `${at("10", ".s")}can't evaluate field b in type string`,
    ],
    [
      "{{ .s | len | index }}{{ not 1 2 }}",
      `${at("25", "not")}wrong number of args for not: want 1 got 2`,
    ],
  ];
  for (const [text, written] of table) {
    assertEquals(executeText(text, { s: "x" }), written, text);
  }
});

Deno.test("execute() reads own keys only", () => {
  const data = JSON.parse('{"__proto__":{"a":1},"m":{}}');
  const table: [text: string, written: string][] = [
    [
      "{{ .constructor }}{{ .toString }}{{ .m.hasOwnProperty }}",
      "<no value>".repeat(3),
    ],
    ["{{ .__proto__.a }}", "1"],
    ["{{ .m.__proto__ }}", "<no value>"],
    ['{{ index .m "__proto__" }}', "<no value>"],
    ['{{ index .m "constructor" }}', "<no value>"],
    ["{{ range $k, $v := . }}{{ $k }} {{ end }}", "__proto__ m "],
    ["{{ .m }}", "map[]"],
  ];
  for (const [text, written] of table) {
    assertEquals(executeText(text, data), written, text);
  }
});

Deno.test("execute() names the place of an error within includes", () => {
  const error = run({
    "h.tpl": '{{ define "x" }}\n  {{ .a.b }}{{ end }}',
    "c.yaml": "k: v\né: {{ include `x` . | print }}",
  });
  assert(error instanceof GoTemplateError);
  assertEquals(
    error.message,
    'template: c.yaml:2:7: executing "c.yaml" at <include `x` .>: error ' +
      'calling include: template: h.tpl:2:7: executing "x" at <.a.b>: nil ' +
      "pointer evaluating interface {}.b",
  );
  assertEquals([error.template, error.line, error.column], ["c.yaml", 2, 7]);
  assert(error.cause instanceof GoTemplateError);
  assertEquals([error.cause.template, error.cause.line], ["h.tpl", 2]);
});

Deno.test("execute() lets texts define templates for themselves only", () => {
  const done = run({
    a: '{{ define "q" }}outer{{ end }}' +
      '{{ tpl "{{ define `q` }}inner{{ end }}{{ include `q` . }}" . }}' +
      "{{ include `q` . }}",
  });
  assertEquals(done, { text: "innerouter", usesLookup: false });
});

Deno.test("execute() notes that lookup was asked", () => {
  assertEquals(run({ a: "{{ lookup }}" }), { text: "map[]", usesLookup: true });
});

Deno.test("execute() ends at each of its limits, with an error of its own", () => {
  const forever = "{{ range 1000000000 }}{{ end }}";
  const table: [text: string, limits: Partial<GoLimits>, limit: string][] = [
    [forever, {}, "steps"],
    [forever, { expired: () => true }, "time"],
    ["{{ range 1000000000 }}text{{ end }}", { output: 100 }, "output"],
    [
      '{{ define "x" }}{{ include "x" . }}{{ end }}{{ include "x" . }}',
      {},
      "includes",
    ],
    [
      '{{ define "x" }}{{ template "x" . }}{{ end }}{{ template "x" . }}',
      {},
      "includes",
    ],
    [
      '{{ define "x" }}{{ tpl "{{ include `x` . }}" . }}{{ end }}{{ include "x" . }}',
      {},
      "includes",
    ],
    [
      '{{ define "x" }}{{ range list 1 }}{{ if 1 }}{{ with 1 }}' +
      '{{ print (print (print (include "x" .))) }}' +
      '{{ end }}{{ end }}{{ end }}{{ end }}{{ include "x" . }}',
      {},
      "nesting",
    ],
    [
      "{{ $x := `a` }}{{ range 60 }}{{ $x = print $x $x }}{{ end }}",
      {},
      "text",
    ],
    ["{{ range 99 }}{{ printf `%1000000d` 1 | len }}{{ end }}", {}, "text"],
  ];
  for (const [text, limits, limit] of table) {
    const error = run({ a: text }, { limits });
    assert(error instanceof GoTemplateError, text);
    assertEquals(error.code, "limit");
    assert(error.cause instanceof LimitReached);
    assertEquals(error.cause.limit, limit, text);
  }
});

Deno.test("execute() survives values deeper than the stack", () => {
  const text = "{{ $x := list }}{{ range 20000 }}{{ $x = list $x }}{{ end }}";
  const error = run({ a: `${text}{{ $x }}` });
  assert(error instanceof GoTemplateError);
  assertEquals(error.code, "limit");
});

Deno.test("execute() refuses a template that there is not, in Go's words", () => {
  const set = new TemplateSet(new Map());
  const error = execute(set, "x", { data: {} });
  assert(error instanceof GoTemplateError);
  assertEquals(
    error.message,
    'template: no template "x" associated with template "gotpl"',
  );
});
