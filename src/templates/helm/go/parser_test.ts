import { assertEquals } from "@std/assert";
import { executeText } from "./testing.ts";

Deno.test("parse() refuses what is no template, with the line", () => {
  const table: [text: string, error: string][] = [
    ["{{ }}", "1: missing value for command"],
    ["\n{{ if }}", "2: missing value for if"],
    ["{{ if .a }}", "1: unexpected EOF"],
    ["{{ end }}", "1: unexpected {{end}}"],
    ["{{ .a | 1 }}", "1: non executable command in pipeline stage 2"],
    ["{{ nope }}", '1: function "nope" not defined'],
    ["{{ $x }}", '1: undefined variable "$x"'],
    ["{{ 1.a }}", '1: bad number syntax: "1.a"'],
    ['{{ "a".b }}', '1: unexpected . after term "\\"a\\""'],
    ["{{ break }}", "1: {{break}} outside {{range}}"],
    ["{{ $a, $b := . }}", "1: too many declarations in command"],
    ["{{ range $a, 1 }}", "1: range can only initialize variables"],
    ["{{ template x }}", '1: unexpected "x" in template clause'],
    ["{{ (\n1", "2: unclosed action started at t:1"],
    [
      '{{ define "x" }}a{{ end }}{{ define "x" }}b{{ end }}',
      '1: template: multiple definition of template "x"',
    ],
  ];
  for (const [text, error] of table) {
    assertEquals(executeText(text, {}), `template: t:${error}`, text);
  }
});

Deno.test("parse() bounds how deep blocks and parentheses nest", () => {
  const shapes: ((depth: number) => string)[] = [
    (depth) => `{{ ${"(".repeat(depth)}1${")".repeat(depth)} }}`,
    (depth) => `{{ ${"(print ".repeat(depth)}1${")".repeat(depth)} }}`,
    (depth) => `${"{{ if 1 }}".repeat(depth)}1${"{{ end }}".repeat(depth)}`,
    (depth) => `{{ if 1 }}1${"{{ else if 1 }}".repeat(depth)}{{ end }}`,
    (depth) => `${"{{ with 1 }}".repeat(depth)}1${"{{ end }}".repeat(depth)}`,
  ];
  const refusal = "template: t:1: max expression depth exceeded";
  for (const shape of shapes) {
    assertEquals(executeText(shape(299), {}), "1");
    assertEquals(executeText(shape(301), {}), refusal);
    assertEquals(executeText(shape(100_000), {}), refusal);
  }
});
