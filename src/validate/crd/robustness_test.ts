import { assert } from "@std/assert";
import fc from "fast-check";
import type { Manifest, Value } from "../../model/mod.ts";
import { compileSchema } from "./compile_schema.ts";
import type { CrdSchema } from "./schema.ts";

const KEYS = ["a", "b", "metadata", "spec", "__proto__", "constructor"];

const scalar = fc.constantFrom<Value>(
  ...[null, true, 0, -1, 1.5, "", "a", "self.a > 0", "1w", "("],
  "2020-99-99T00:00:00Z",
);

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    scalar,
    fc.constant(2n ** 60n),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie("value"), { maxKeys: 3 }),
  ),
}));

const text = fc.constantFrom("", "a", "self.a > 0", "has(self.b)", "'x'", "(");

const rule = fc.record({
  rule: text,
  message: text,
  messageExpression: text,
  fieldPath: text,
}, { requiredKeys: ["rule"] });

const { schema } = fc.letrec<{ schema: Value }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4 },
    {
      weight: 1,
      arbitrary: fc.oneof(
        { weight: 20, arbitrary: fc.constant<Value>({}) },
        { weight: 1, arbitrary: scalar },
      ),
    },
    {
      weight: 30,
      arbitrary: fc.record({
        type: fc.constantFrom("object", "array", "string", "integer"),
        format: fc.constantFrom("date-time", "duration", "byte", "int32"),
        properties: fc.dictionary(fc.constantFrom(...KEYS), tie("schema"), {
          maxKeys: 3,
        }),
        items: tie("schema"),
        default: scalar,
        nullable: fc.boolean(),
        required: fc.constantFrom<Value>(["a"], ["b"]),
        pattern: fc.constantFrom("^a", "(?i)a"),
        "x-kubernetes-list-type": fc.constantFrom("set", "map", "atomic"),
        "x-kubernetes-list-map-keys": fc.constantFrom<Value>(["a"], ["b"]),
        "x-kubernetes-preserve-unknown-fields": fc.boolean(),
        "x-kubernetes-int-or-string": fc.boolean(),
        "x-kubernetes-validations": fc.array(rule, { maxLength: 2 }),
      }, { requiredKeys: [] }) as fc.Arbitrary<Value>,
    },
  ),
}));

Deno.test("compileSchema() answers whatever it is given, and so do its checks", () => {
  let compiled = 0;
  fc.assert(
    fc.property(schema, fc.array(value, { maxLength: 3 }), (crd, values) => {
      const result = compileSchema(crd as CrdSchema);
      if (result.kind === "broken") return;
      compiled += 1;
      for (const spec of values) {
        const { problems } = result.check(
          {
            apiVersion: "a.b/v1",
            kind: "A",
            metadata: { name: "a" },
            spec,
          } as Manifest,
        );
        assert(problems.every(({ detail }) => detail !== ""));
      }
    }),
    { numRuns: 300, seed: 1 },
  );
  assert(compiled > 50, `Cannot learn from ${compiled} schemas`);
});
