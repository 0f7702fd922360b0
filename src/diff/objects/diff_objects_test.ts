import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  identityKey,
  identityOf,
  type Manifest,
  type Value,
} from "../../model/mod.ts";
import { emitYaml } from "../../yaml/mod.ts";
import { applyChanges } from "./apply_changes.ts";
import { diffObjects } from "./diff_objects.ts";

const FIELDS = [
  "name",
  "namespace",
  "env",
  "ports",
  "containerPort",
  "protocol",
  "helmCharts",
  "releaseName",
  "releaseNamespace",
  "values",
  "__proto__",
  "constructor",
  "a b",
];

const SCALARS: readonly Value[] = [
  null,
  true,
  0,
  1,
  1.5,
  9007199254740993n,
  "",
  "a",
  "b",
  "a: 1\n",
  "a: 2\nb: [1, 2]\n",
  '{"a": 1}',
  "- a\n- b\n",
  "a: [\n",
];

/** Values over few words, so that two of them often have much in common. */
const { value } = fc.letrec<{ value: Value; item: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...SCALARS),
    fc.dictionary(fc.constantFrom(...FIELDS), tie("value"), { maxKeys: 4 })
      .map(ownFields),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(tie("item"), { maxLength: 5 }),
  ),
  item: fc.record({
    name: fc.constantFrom("a", "b", "c", "d", 1),
    releaseName: fc.constantFrom("x", "y"),
    containerPort: fc.constantFrom(80, 443),
    protocol: fc.constantFrom("TCP", "UDP"),
    values: tie("value"),
  }, { requiredKeys: [] }),
}));

const manifest = fc.record({
  apiVersion: fc.constantFrom("v1", "apps/v1", "apps/v2"),
  kind: fc.constantFrom("ConfigMap", "Deployment"),
  metadata: fc.record({
    name: fc.constantFrom("a", "a-2c26b46b", "a-fcde2b2e", "b"),
  }),
  spec: value,
});

const manifests = fc.uniqueArray(manifest, {
  selector: (each) => identityKey(identityOf(each)),
  maxLength: 6,
});

Deno.test("diffObjects() tells all: the changes make one set of the other", () => {
  fc.assert(
    fc.property(manifests, manifests, (before, after) => {
      const changed = applyChanges(before, diffObjects(before, after));
      assertEquals(changed, sorted(after));
    }),
    { numRuns: 3000 },
  );
});

Deno.test("diffObjects() finds nothing between equal sets", () => {
  fc.assert(
    fc.property(manifests, (objects) => {
      const copy = structuredClone(objects).reverse();
      assertEquals(diffObjects(objects, copy), []);
    }),
  );
});

Deno.test("diffObjects() does not depend on the order of objects", () => {
  fc.assert(
    fc.property(manifests, manifests, (before, after) => {
      assertEquals(
        diffObjects([...before].reverse(), [...after].reverse()),
        diffObjects(before, after),
      );
    }),
  );
});

Deno.test("diffObjects() tells all of texts that hold data", () => {
  fc.assert(
    fc.property(value, value, (before, after) => {
      const [left, right] = [before, after].map((each) => [
        withText(emitYaml({ values: each })),
      ]);
      const changed = applyChanges(left!, diffObjects(left!, right!));
      assertEquals(changed, right);
    }),
  );
});

Deno.test("diffObjects() takes the version of a group for a field", () => {
  const before = [withText("")];
  const after = [{ ...before[0]!, apiVersion: "v2" }];
  assertEquals(diffObjects(before, after), [{
    kind: "changed",
    before: before[0]!,
    after: after[0]!,
    fields: [{ path: ["apiVersion"], before: "v1", after: "v2" }],
  }]);
});

/** fast-check's dictionaries have no prototype; ours have one. */
function ownFields(dictionary: Record<string, Value>): Value {
  return Object.fromEntries(Object.entries(dictionary));
}

function sorted(objects: readonly Manifest[]): Manifest[] {
  return objects.toSorted((a, b) => keyOf(a) < keyOf(b) ? -1 : 1);
}

function keyOf(object: Manifest): string {
  return identityKey(identityOf(object));
}

function withText(text: string): Manifest {
  const metadata = { name: "a", namespace: "b" };
  return { apiVersion: "v1", kind: "ConfigMap", metadata, data: { text } };
}
