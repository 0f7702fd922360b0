import { assert, assertEquals } from "@std/assert";
import type { Manifest, Value } from "../../model/mod.ts";
import { diffSides } from "../diff_sides.ts";

const UNIT = { kind: "layer", layer: "credentials" } as const;
const TOKEN = "zQ8v-correct-horse";

const OBJECTS: Readonly<Record<string, Omit<Manifest, "metadata">>> = {
  "data of a Secret": {
    apiVersion: "v1",
    kind: "Secret",
    data: { any: TOKEN },
  },
  "stringData of a Secret": {
    apiVersion: "v1",
    kind: "Secret",
    stringData: { "values.yaml": `a: ${TOKEN}\n` },
  },
  "fields with such names": custom({ clientSecret: TOKEN }),
  "what is inside of such a field": custom({ password: { deep: [TOKEN] } }),
  "environment variables": custom({
    env: [{ name: "DB_PASSWORD", value: TOKEN }],
  }),
  "Helm values": custom({ values: `db:\n  password: ${TOKEN}\n  port: 1\n` }),
  "block scalars in Helm values": custom({
    values: `db:\n  password: |\n    ${TOKEN}\n`,
  }),
  "templates of values": custom({
    values: `{{ if true }}\npassword: ${TOKEN}\n{{ end }}\n`,
  }),
  "JSON in annotations": custom({
    note: JSON.stringify({ auth: { token: TOKEN } }),
  }),
  "scripts": custom({ script: `export API_TOKEN=${TOKEN}\nrun\n` }),
  "addresses": custom({ url: `https://ada:${TOKEN}@example.com/x` }),
  "private keys": custom({
    pem:
      `-----BEGIN RSA PRIVATE KEY-----\n${TOKEN}\n-----END RSA PRIVATE KEY-----`,
  }),
};

Deno.test("maskChange() takes secrets out of", async (t) => {
  for (const [name, content] of Object.entries(OBJECTS)) {
    await t.step(name, () => {
      const object = { ...content, metadata: { name: "a" } } as Manifest;
      const other = JSON.parse(
        JSON.stringify(object).replaceAll(TOKEN, `${TOKEN}-2`),
      ) as Manifest;
      const changes = [[], [object]].flatMap((before) =>
        diffSides(UNIT, {
          before: { applied: before, review: [] },
          after: { applied: [other], review: [] },
        })
      );
      assertEquals(changes.map(({ kind }) => kind), ["added", "changed"]);
      assert(!JSON.stringify(changes).includes(TOKEN));
    });
  }
});

Deno.test("maskChange() leaves the rest as it is", () => {
  const spec = {
    secretName: "db",
    tokenRef: { name: "db", key: "token-name" },
    automountServiceAccountToken: true,
    replicas: 3,
    password: "${DB_PASSWORD}",
    values: "passwordSecret: db\n# comment\nport: 5432\n",
  };
  const object = { ...custom(spec), metadata: { name: "a" } } as Manifest;
  const [change] = diffSides(UNIT, {
    after: { applied: [object], review: [] },
  });
  assertEquals(change?.kind === "added" && change.after, object);
});

Deno.test("maskChange() is done with hostile texts in time", () => {
  for (
    const text of [
      "password".repeat(100_000),
      "eyJ-".repeat(200_000),
      "a:".repeat(400_000),
      `${"x".repeat(900_000)}: token`,
      "://a:".repeat(150_000),
    ]
  ) {
    const start = performance.now();
    const object = { ...custom({ text }), metadata: { name: "a" } } as Manifest;
    diffSides(UNIT, { after: { applied: [object], review: [] } });
    assert(performance.now() - start < 20_000, text.slice(0, 20));
  }
});

function custom(spec: Record<string, Value>): Omit<Manifest, "metadata"> {
  return { apiVersion: "example.com/v1", kind: "Custom", spec };
}
