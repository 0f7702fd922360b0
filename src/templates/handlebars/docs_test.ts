import { assert, assertEquals } from "@std/assert";
import { isMap } from "../../model/mod.ts";
import { loadYaml } from "../../yaml/mod.ts";
import { HELPERS } from "./helpers/mod.ts";
import { evaluateTemplate, lintTemplate } from "./testing.ts";

const text = await Deno.readTextFile(
  new URL("../../../docs/templates.md", import.meta.url),
);

interface Fence {
  readonly info: string;
  readonly body: string;
}

const fences: Fence[] = [...text.matchAll(/^```(\w.*)\n([\s\S]*?)^```$/gm)]
  .map(([, info = "", body = ""]) => ({ info, body }));
const data = loadYaml(bodyOf("yaml data"));
const partials = { machine: bodyOf("hbs partial machine") };

function bodyOf(info: string): string {
  const fence = fences.find((candidate) => candidate.info === info);
  assert(fence !== undefined, info);
  return fence.body;
}

function write(template: string): string {
  assert(isMap(data));
  const findings = lintTemplate({ text: template, partials });
  assertEquals(findings.map(({ message }) => message), [], template);
  const evaluation = evaluateTemplate({ text: template, data, partials });
  return evaluation.kind === "written" ? evaluation.text : evaluation.message;
}

Deno.test("docs/templates.md shows templates with what they write", () => {
  const examples = fences.filter(({ info }) => info === "hbs");
  assert(examples.length >= 12);
  for (const example of examples) {
    const written = fences[fences.indexOf(example) + 1];
    assertEquals(
      loadYaml(write(example.body)),
      loadYaml(written?.body ?? ""),
      example.body,
    );
  }
});

Deno.test("docs/templates.md shows each helper with what it writes", () => {
  const rows = [
    ...text.matchAll(
      /^\| `(\w+) [^|]*` *\|[^|]*\| `(\{\{.*?\}\})` *\| `(.*?)` *\|$/gm,
    ),
  ];
  const documented = rows.map(([, name = "", example = "", written = ""]) => {
    assertEquals(write(`a: ${example}`), `a: ${written}\n`);
    assert(example.includes(name), example);
    return name;
  });
  const known = [...HELPERS.keys(), "and", "or", "choose"]
    .filter((name) => name !== "fail");
  assertEquals(documented.toSorted(), known.toSorted());
});
