import { assert, assertEquals } from "@std/assert";
import { identityOf } from "../model/mod.ts";
import { readDefinitions } from "./read_definitions.ts";

function read(text: string, path = "a.yaml") {
  const { definitions, findings } = readDefinitions({ path, text });
  return {
    definitions,
    names: definitions.map(({ manifest }) => manifest.metadata.name),
    messages: findings.map(({ severity, message }) =>
      `${severity}: ${message}`
    ),
    findings,
  };
}

const OBJECT =
  "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\n";

Deno.test("readDefinitions() tells objects from other documents", () => {
  const cases: [string, string[]][] = [
    [OBJECT, []],
    ["replicas: 3\n", [
      "notice: Found a document that defines nothing: it has neither apiVersion nor kind",
    ]],
    ["- a\n", [
      "notice: Found a document that defines nothing: it has neither apiVersion nor kind",
    ]],
    ["kind: Secret\n", [
      'error: Cannot read a document of kind "Secret": it has no "apiVersion"',
    ]],
    ["apiVersion: v1\nmetadata: {name: a}\n", [
      'error: Cannot read a document: it has no "kind"',
    ]],
    ["apiVersion: v1\nkind: Secret\n", [
      'error: Cannot read a document of kind "Secret": it has no "metadata.name"',
    ]],
    ["apiVersion: v1\nkind: Secret\nmetadata: {name: 1}\n", [
      'error: Cannot read a document of kind "Secret": its "metadata.name" is not a string',
    ]],
    ["apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: }\n", [
      'error: Cannot read a document of kind "Secret": it has no "metadata.namespace"',
    ]],
    ["apiVersion: v1\nkind: Secret\nmetadata: {generateName: a-}\n", [
      'error: Cannot read a document of kind "Secret": it has a "metadata.generateName" in place of a name',
    ]],
    ["apiVersion: k0render.dev/v1alpha1\nkind: RenderConfig\n", [
      'error: Cannot use a RenderConfig of "a.yaml": only "k0render.yaml" at the root is read',
    ]],
  ];
  for (const [text, expected] of cases) {
    assertEquals(read(text).messages, expected, text);
  }
});

Deno.test("readDefinitions() lets no broken document hide the others", () => {
  const { names, findings } = read(`${OBJECT}---\na: [\n---\n${OBJECT}`);
  assertEquals(names, ["a", "a"]);
  assertEquals(findings.map(({ rule }) => rule.id), ["yaml/syntax"]);
});

Deno.test("readDefinitions() takes Lists apart and numbers their items", () => {
  const { definitions, findings } = read(`apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Namespace
  metadata: {name: a}
- kind: Namespace
- apiVersion: v1
  kind: Namespace
  metadata: {name: c}
`);
  assertEquals(
    definitions.map(({ manifest, origin }) => [
      identityOf(manifest).name,
      origin.item,
    ]),
    [["a", 0], ["c", 2]],
  );
  assertEquals(findings[0]?.place?.origin.item, 1);
});

Deno.test("readDefinitions() carries encrypted documents byte for byte", () => {
  const sops = `# kept
apiVersion: v1
kind: Secret
metadata:   {name: a, namespace: b}
data: {password: "ENC[AES256_GCM,data:x]"}
sops: {mac: "ENC[AES256_GCM,data:y]", version: 3.9.0}
`;
  const sealed = `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: {name: s, namespace: b}
spec: {encryptedData: {a: AgBy}}
`;
  const { definitions } = read(`---\n${sops}---\n${sealed}`);
  assertEquals(definitions.map(({ verbatim }) => verbatim), [sops, sealed]);
  assertEquals(
    definitions.map(({ manifest }) => Object.keys(manifest)),
    [["apiVersion", "kind", "metadata"], ["apiVersion", "kind", "metadata"]],
  );
});

Deno.test("readDefinitions() takes a Secret with readable values for what it is", () => {
  const { definitions } = read(`apiVersion: v1
kind: Secret
metadata: {name: a}
stringData: {password: hunter2}
sops: {mac: "ENC[AES256_GCM,data:y]"}
`);
  assertEquals(definitions[0]?.verbatim, undefined);
  assert("stringData" in definitions[0]!.manifest);
});

Deno.test("readDefinitions() refuses encrypted documents that it cannot carry", () => {
  const sops = 'sops: {mac: "ENC[AES256_GCM,data:y]"}';
  const list = `apiVersion: v1\nkind: List\nitems: []\n${sops}\n`;
  assertEquals(read(list).findings[0]?.rule.id, "source/encrypted-list");
  const name =
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "ENC[AES256_GCM,data:y]"}\n${sops}\n`;
  assertEquals(read(name).findings[0]?.rule.id, "source/encrypted-identity");
});

Deno.test("readDefinitions() makes labels strings, and says so", () => {
  const { definitions, messages } = read(
    "apiVersion: v1\nkind: Secret\nmetadata: {name: a, labels: {x: true, z: b}, annotations: }\n",
  );
  assertEquals(definitions[0]?.manifest.metadata, {
    name: "a",
    labels: { x: "true", z: "b" },
  });
  assertEquals(messages, [
    'error: Cannot read "metadata.labels.x" of Secret a: expected a string',
  ]);
});

Deno.test("readDefinitions() takes kustomizations for no objects, unlike Flux Kustomizations", () => {
  const cases: [string, string[], number][] = [
    ["resources: [a.yaml]\n", [], 1],
    [
      "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\n",
      ["a"],
      0,
    ],
  ];
  for (const [text, names, count] of cases) {
    const path = "base/kustomization.yaml";
    const { definitions, kustomizations } = readDefinitions({ path, text });
    assertEquals(
      definitions.map(({ manifest }) => manifest.metadata.name),
      names,
    );
    assertEquals(kustomizations.length, count);
  }
});
