import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DEFAULT_LIMITS } from "./limits.ts";
import { parseYaml } from "./parse_yaml.ts";

function values(text: string): unknown[] {
  const { documents, findings } = parseYaml(text);
  assertEquals(findings, []);
  return documents.map(({ value }) => value);
}

Deno.test("parseYaml() reads what people write, as Go does", async (t) => {
  const cases: readonly (readonly [string, unknown])[] = [
    ["on: 1\n0777: 2\n1.50: 3\n", { true: 1, 511: 2, "1.5": 3 }],
    ["a: &x {b: 1}\nc: {<<: *x, d: 2}\n", { a: { b: 1 }, c: { b: 1, d: 2 } }],
    ["b: 0\n<<: {b: 1, c: 2}\nc: 3\n", { b: 1, c: 3 }],
    ["<<: [{a: 1}, {a: 2, b: 3}]\n", { a: 1, b: 3 }],
    ["'<<': {a: 1}\n", { "<<": { a: 1 } }],
    ["\uFEFFa: 1\r\nb: |\r\n  x\r\n  y\r\n", { a: 1, b: "x\ny\n" }],
    ['a: [\n  1,\n]\nb: {\n\t"c": 2\n}\n', { a: [1], b: { c: 2 } }],
    ['a: "x\ny"\n', { a: "x y" }],
    ["a: !!str 1\nb: !!int '2'\nc: !!binary aGk=\n", { a: "1", b: 2, c: "hi" }],
    ["a: null\nb: ~\nc:\n", { a: null, b: null, c: null }],
    ["%YAML 1.1\n---\na: 1\n", { a: 1 }],
    ["--- {a: 1}\n", { a: 1 }],
  ];
  for (const [text, expected] of cases) {
    await t.step(
      JSON.stringify(text),
      () => assertEquals(values(text), [expected]),
    );
  }
});

Deno.test("parseYaml() takes __proto__ and constructor for ordinary keys", () => {
  const [value] = values("__proto__: {a: 1}\nconstructor: 2\n");
  assertEquals(Object.entries(value as object), [
    ["__proto__", { a: 1 }],
    ["constructor", 2],
  ]);
  assertEquals(Object.getPrototypeOf(value), Object.prototype);
});

Deno.test("parseYaml() gives every use of an anchor its own copy", () => {
  const [value] = values("a: &x {b: [1]}\nc: *x\n") as [
    { a: unknown; c: unknown },
  ];
  assertEquals(value.a, value.c);
  assert(value.a !== value.c);
});

Deno.test("parseYaml() numbers documents and keeps their exact text", () => {
  const text = "# only a comment\n---\n# head\na: 1\n---\n\n---\nb: 2\n...\n";
  const { documents } = parseYaml(text, { file: "x.yaml" });
  assertEquals(documents, [
    {
      origin: { file: "x.yaml", document: 0, line: 4 },
      value: { a: 1 },
      text: "# head\na: 1\n",
    },
    {
      origin: { file: "x.yaml", document: 1, line: 8 },
      value: { b: 2 },
      text: "b: 2\n",
    },
  ]);
});

Deno.test("parseYaml() reads the documents beside a broken one", () => {
  const { documents, findings } = parseYaml("a: 1\n---\nb: [\n---\nc: 3\n");
  assertEquals(documents.map(({ origin, value }) => [origin.document, value]), [
    [0, { a: 1 }],
    [2, { c: 3 }],
  ]);
  assertEquals(findings.map(({ place }) => place?.origin.document), [1]);
});

Deno.test("parseYaml() tells where a document is broken, and the way out", async (t) => {
  const cases: readonly (readonly [string, number, number, string])[] = [
    ["a: {{ x }}\n", 1, 5, "Quote the value"],
    ["a: [{{ x }}]\n", 1, 6, "Quote the value"],
    ["a:\n\tb: 1\n", 2, 1, "Indent with spaces"],
    ["a: b: c\n", 1, 5, "contains a colon"],
    ["a: @x\n", 1, 4, "Quote the value"],
    ["a: %x\n", 1, 4, "Quote the value"],
    ["a: \0\n", 1, 4, "Save the file as UTF-8"],
    ["a: x\u2028y\n", 1, 5, '"\\u2028" in double quotes'],
    ['a: 1\nb: "x\nc: 2\n', 3, 1, "Close it"],
    ["a: 1\n---\n\uFEFFb: 2\n", 3, 1, '"\\uFEFF" in double quotes'],
    ["a: *\n", 1, 5, "Quote the asterisk"],
    ["a: *x\n", 1, 4, "Correct the document"],
    ["a: &x [*x]\n", 1, 8, "Correct the document"],
    ["a: .inf\n", 1, 4, "Quote it"],
    ["? [a]\n: 1\n", 1, 3, "Correct the document"],
    ["~: 1\n", 1, 1, "Correct the document"],
    ["a: !Ref x\n", 1, 4, "Remove the tag"],
    ["a: [b?]\n", 1, 5, "Quote it"],
    ["a: [b:]\n", 1, 5, "Quote it"],
    ["<<: 1\n", 1, 5, "Correct the document"],
    ['a: "\\ud800"\n', 1, 4, "Write the character itself"],
    ["<<<<<<< HEAD\na: 1\n=======\n", 2, 2, "Resolve the merge conflict"],
  ];
  for (const [text, line, column, remedy] of cases) {
    await t.step(JSON.stringify(text), () => {
      const { documents, findings: [finding] } = parseYaml(text);
      assertEquals(documents, []);
      assertEquals(finding?.place?.position, { line, column });
      assertStringIncludes(finding?.remedy ?? "", remedy);
    });
  }
});

Deno.test("parseYaml() names both places of a duplicate key, and the object", () => {
  const text =
    "apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n  x: 1\n  x: 2\n";
  const { documents, findings } = parseYaml(`---\n${text}`);
  assertEquals(documents.length, 1);
  const [finding] = findings;
  assertEquals(finding?.rule.id, "yaml/duplicate-key");
  assertEquals(finding?.place?.field, ["metadata", "x"]);
  assertEquals(finding?.place?.position, { line: 7, column: 3 });
  assertEquals(finding?.related?.[0]?.place.position, { line: 6, column: 3 });
  assertEquals(finding?.object?.name, "a");
});

Deno.test("parseYaml() takes keys for equal that Kubernetes takes for equal", () => {
  assertEquals(parseYaml("on: 1\n'true': 2\n").findings.length, 1);
  assertEquals(parseYaml("a: 1\na: 2\n", { duplicateKeys: "last-wins" }), {
    ...parseYaml("a: 2\n"),
    documents: [{
      origin: { file: "", document: 0, line: 1 },
      value: { a: 2 },
      text: "a: 1\na: 2\n",
    }],
  });
});

Deno.test("parseYaml() does not take an overridden merge for a duplicate", () => {
  assertEquals(values("<<: {a: 1}\na: 2\n"), [{ a: 2 }]);
});

Deno.test("parseYaml() stops at each of its bounds", async (t) => {
  const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
  for (let i = 1; i < 12; i++) {
    bomb.push(`a${i}: &a${i} [${Array(9).fill(`*a${i - 1}`).join(", ")}]`);
  }
  const keys = Array.from({ length: 8000 }, (_, i) => `k${i}: 1`).join(", ");
  const tower = ["a0: &a0 " + "[".repeat(90) + "]".repeat(90)];
  for (let i = 1; i < 5; i++) {
    tower.push(`a${i}: &a${i} ${"[".repeat(90)}*a${i - 1}${"]".repeat(90)}`);
  }
  const cases: readonly (readonly [string, string, string])[] = [
    ["bytes", `a: ${"x".repeat(DEFAULT_LIMITS.maxBytes)}`, "bytes"],
    [
      "documents",
      "a: 1\n---\n".repeat(DEFAULT_LIMITS.maxDocuments + 1),
      "documents",
    ],
    ["depth", "[".repeat(20_000), "levels"],
    ["depth in blocks", "- ".repeat(20_000), "levels"],
    ["depth through aliases", tower.join("\n"), "levels"],
    ["nodes through aliases", bomb.join("\n"), "values"],
    [
      "nodes through merge keys",
      `a: &a {${keys}}\nb: [${Array(800).fill("{<<: *a}").join(", ")}]`,
      "values",
    ],
    [
      "aliases",
      `a: &a 1\nb: [${
        Array(DEFAULT_LIMITS.maxAliases + 1).fill("*a").join(", ")
      }]`,
      "aliases",
    ],
  ];
  for (const [name, text, bound] of cases) {
    await t.step(name, () => {
      const { findings } = parseYaml(text);
      assertEquals(findings.map(({ rule }) => rule.id), ["yaml/too-large"]);
      assertStringIncludes(findings[0]?.message ?? "", bound);
    });
  }
});

Deno.test("parseYaml() spends bounded time on lines that it repairs", () => {
  const text = `a: [\n${"x,\n".repeat(20_000)}\n`;
  assertEquals(parseYaml(text).findings.length, 1);
});
