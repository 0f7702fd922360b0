import { assertEquals, assertThrows } from "@std/assert";
import { encodeHex } from "@std/encoding";
import fc from "fast-check";
import { load, YAML11_SCHEMA } from "js-yaml";
import { parse } from "yaml";
import type { Value } from "../model/value.ts";
import { AWKWARD_STRINGS, awkwardValue } from "../../tests/arbitrary_yaml.ts";
import { emitYaml, marshalGo } from "./emit_yaml.ts";
import { loadYaml } from "./load_yaml.ts";

Deno.test("emitYaml() writes pleasant text", () => {
  const text = emitYaml({
    spec: {
      empty: {},
      image: "registry.example/app:v1.2.3",
      command: ["sh", "-c", "echo 'x: y'\nexit 0\n"],
      nested: [[1, [2]], { a: null, b: [{ c: true }] }],
      version: "1.30",
      "on": "yes",
      message: "two words",
    },
    metadata: { name: "a", labels: {} },
    kind: "Demo",
    apiVersion: "v1",
  });
  assertEquals(
    text,
    `apiVersion: v1
kind: Demo
metadata:
  labels: {}
  name: a
spec:
  command:
  - sh
  - -c
  - |
    echo 'x: y'
    exit 0
  empty: {}
  image: registry.example/app:v1.2.3
  message: two words
  nested:
  - - 1
    - - 2
  - a: null
    b:
    - c: true
  "on": "yes"
  version: "1.30"
`,
  );
});

Deno.test("emitYaml() writes scalars so that Go reads them back", async (t) => {
  const cases: readonly (readonly [Value, string])[] = [
    [-0, "-0.0"],
    [1e21, "1e+21"],
    [1.5, "1.5"],
    [0.00001, "1e-05"],
    [18446744073709551615n, "18446744073709551615"],
    [9007199254740992, "9007199254740992"],
    ["a\u2028b\u0085c", '"a\\Lb\\Nc"'],
    ["=", '"="'],
    ["<<", '"<<"'],
    ["oidc:", "'oidc:'"],
    ["it's", "it's"],
    [[], "[]"],
  ];
  for (const [value, expected] of cases) {
    await t.step(
      expected,
      () => assertEquals(emitYaml(value), `${expected}\n`),
    );
  }
});

Deno.test("emitYaml() refuses numbers that JSON does not have", () => {
  assertThrows(() => emitYaml({ a: NaN }), RangeError, "Cannot emit NaN");
});

Deno.test("emitYaml() writes awkward strings so that every reader agrees", async (t) => {
  for (const text of AWKWARD_STRINGS) {
    await t.step(JSON.stringify(text), () => {
      const written = emitYaml({ v: text, list: [text], [text]: "key" });
      const expected = { v: text, list: [text], [text]: "key" };
      assertEquals(loadYaml(written), expected);
      assertEquals(
        load(written, { schema: YAML11_SCHEMA }) as unknown,
        expected,
      );
      assertEquals(parse(written), expected);
      assertEquals(parse(written, { version: "1.1" }), expected);
    });
  }
});

Deno.test("emitYaml() gives what loadYaml() reads back", () => {
  fc.assert(fc.property(awkwardValue(), (value) => {
    assertEquals(loadYaml(emitYaml(value)), value);
  }));
});

Deno.test("emitYaml() gives one text for one value, however it was made", () => {
  fc.assert(fc.property(awkwardValue(), (value) => {
    const text = emitYaml(value);
    assertEquals(emitYaml(loadYaml(text)), text);
    assertEquals(emitYaml(reversed(value)), text);
  }));
});

Deno.test("marshalGo() sorts keys as Go does", () => {
  const keys = ["a10", "a2", "A", "b", "_", "é", "aa", "a-b", "1", "10", "9"];
  const value = Object.fromEntries(keys.map((key) => [key, 1]));
  const written = marshalGo(value).replaceAll(": 1\n", " ");
  assertEquals(written, '_ "1" "9" "10" A a-b a2 a10 aa b é ');
});

Deno.test("marshalGo() breaks long strings where Go does", () => {
  const words = "word ".repeat(20).trim();
  const line = "word ".repeat(16).trim();
  const rest = "word word word word";
  assertEquals(
    marshalGo({ a: words, b: [`'${words}:`], c: `${words}\t` }),
    `a: ${line}\n  ${rest}\n` +
      `b:\n- '''${line}\n  ${rest}:'\n` +
      `c: "${line}\n  ${rest}\\t"\n`,
  );
});

Deno.test("marshalGo() writes a long key after a question mark", () => {
  const key = "k".repeat(129);
  assertEquals(marshalGo({ [key]: [1] }), `? ${key}\n: - 1\n`);
});

Deno.test("marshalGo() gives the bytes that KCM hashes", async () => {
  const text = marshalGo({
    kind: "AuthenticationConfiguration",
    apiVersion: "apiserver.config.k8s.io/v1",
    jwt: [{
      issuer: { url: "https://issuer.example.com", audiences: ["k0rdent"] },
      claimMappings: {
        username: { claim: "sub", prefix: "oidc:" },
        groups: {},
        uid: {},
      },
    }],
    anonymous: { enabled: true, conditions: [{ path: "/livez" }] },
  });
  const bytes = new TextEncoder().encode(text);
  const hash = encodeHex(await crypto.subtle.digest("SHA-256", bytes));
  assertEquals(hash.slice(0, 8), "81e7b26b");
});

function reversed(value: Value): Value {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(
    entries.map(([key, field]) => [key, reversed(field)]),
  );
}
