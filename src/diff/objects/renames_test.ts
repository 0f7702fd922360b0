import { assertEquals } from "@std/assert";
import type { Manifest } from "../../model/mod.ts";
import { findRenames } from "./renames.ts";

const SPEC = { a: 1, b: 2, c: 3, d: 4, e: 5 };

const CASES: readonly {
  readonly name: string;
  readonly removed: readonly Manifest[];
  readonly added: readonly Manifest[];
  readonly renames: readonly string[];
}[] = [
  {
    name: "names that differ in a digest",
    removed: [object("eu1-cp-2c26b46b"), object("eu1-worker-2c26b46b")],
    added: [
      object("eu1-worker-fcde2b2e", { spec: { z: 1 } }),
      object("eu1-cp-fcde2b2e", { spec: { z: 1 } }),
    ],
    renames: [
      "eu1-cp-2c26b46b → eu1-cp-fcde2b2e",
      "eu1-worker-2c26b46b → eu1-worker-fcde2b2e",
    ],
  },
  {
    name: "nearly the same content under another name",
    removed: [object("old", { spec: { ...SPEC, self: "old" } })],
    added: [object("new", { spec: { ...SPEC, self: "new", e: 6 } })],
    renames: ["old → new"],
  },
  {
    name: "the most alike of several",
    removed: [object("old", { spec: SPEC })],
    added: [
      object("one", { spec: { ...SPEC, e: 6 } }),
      object("two", { spec: SPEC }),
    ],
    renames: ["old → two"],
  },
  {
    name: "nothing between other content",
    removed: [object("old", { spec: SPEC })],
    added: [object("new", { spec: { z: 1 } })],
    renames: [],
  },
  {
    name: "nothing between objects with hardly any content",
    removed: [object("old", { spec: { a: 1 } })],
    added: [object("new", { spec: { a: 1 } })],
    renames: [],
  },
  {
    name: "nothing between namespaces",
    removed: [object("old", { spec: SPEC })],
    added: [object("old", { spec: SPEC, namespace: "other" })],
    renames: [],
  },
  {
    name: "nothing where two objects have the same stem",
    removed: [object("eu1-2c26b46b"), object("eu1-fcde2b2e")],
    added: [object("eu1-12345678")],
    renames: [],
  },
];

Deno.test("findRenames() finds", async (t) => {
  for (const { name, removed, added, renames } of CASES) {
    await t.step(name, () => {
      const found = findRenames(removed, added).map(({ before, after }) =>
        `${before.metadata.name} → ${after.metadata.name}`
      );
      assertEquals(found, renames);
    });
  }
});

function object(
  name: string,
  options: {
    spec?: Record<string, string | number>;
    namespace?: string;
  } = {},
): Manifest {
  const { spec = {}, namespace = "prod" } = options;
  const metadata = { name, namespace };
  return { apiVersion: "v1", kind: "MachineTemplate", metadata, spec };
}
