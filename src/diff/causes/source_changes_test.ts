import { assertEquals } from "@std/assert";
import { DEFAULT_CONFIG, readDrySource } from "../../source/mod.ts";
import { sourceChanges, type SourceState } from "./source_changes.ts";
import { takeBack } from "./take_back.ts";

const CLUSTER = `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec:
  template: aws
  config:
    region: eu
    workers: 1
  serviceSpec:
    services:
    - name: a
      values: |
        x: 1
    - name: b
`;

const CASES: readonly {
  readonly name: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly causes: readonly string[];
}[] = [
  {
    name: "a changed field",
    before: { "a.yaml": CLUSTER },
    after: { "a.yaml": CLUSTER.replace("workers: 1", "workers: 2") },
    causes: ["a.yaml:8 spec.config.workers after"],
  },
  {
    name: "a new field",
    before: { "a.yaml": CLUSTER.replace("    workers: 1\n", "") },
    after: { "a.yaml": CLUSTER },
    causes: ["a.yaml:8 spec.config.workers after"],
  },
  {
    name: "a removed field, where it was",
    before: { "a.yaml": CLUSTER },
    after: { "a.yaml": CLUSTER.replace("    workers: 1\n", "") },
    causes: ["a.yaml:8 spec.config.workers before"],
  },
  {
    name: "a field of an item, wherever the item stands",
    before: { "a.yaml": CLUSTER },
    after: { "a.yaml": `${CLUSTER}      namespace: sys\n    - name: c\n` },
    causes: [
      "a.yaml:14 spec.serviceSpec.services[name=b,namespace=sys] after",
      "a.yaml:16 spec.serviceSpec.services[name=c] after",
      "a.yaml:14 spec.serviceSpec.services[name=b] before",
    ],
  },
  {
    name: "a definition in another file as no change",
    before: { "a.yaml": CLUSTER },
    after: { "b/c.yaml": CLUSTER },
    causes: [],
  },
  {
    name: "a new definition, and a removed one",
    before: { "a.yaml": CLUSTER },
    after: { "a.yaml": `---\n${CLUSTER.replace("eu1", "eu2")}` },
    causes: [
      "a.yaml:1 ClusterDeployment before",
      "a.yaml:2 ClusterDeployment after",
    ],
  },
  {
    name: "the configuration",
    before: {},
    after: {
      "k0render.yaml":
        "apiVersion: k0render.dev/v1alpha1\nkind: RenderConfig\napplyLevel: k0rdent\n",
    },
    causes: ["k0render.yaml:3 applyLevel after"],
  },
  {
    name: "a template",
    before: { "templates/sveltos/profile.yaml.hbs": "a: 1\nb: 1\n" },
    after: { "templates/sveltos/profile.yaml.hbs": "a: 1\nb: 2\n" },
    causes: ["templates/sveltos/profile.yaml.hbs:2  after"],
  },
];

Deno.test("sourceChanges() finds the lines of", async (t) => {
  for (const { name, before, after, causes } of CASES) {
    await t.step(name, () => {
      const changes = sourceChanges(stateOf(before), stateOf(after));
      const lines = changes.map((change) => {
        const { file, line, field, object, side } = change.cause();
        const what = field === "" ? object?.kind ?? "" : field;
        return `${file}:${line} ${what} ${side}`;
      });
      assertEquals(lines.toSorted(), [...causes].sort());
    });
  }
});

Deno.test("takeBack() of all changes gives the definitions before", async (t) => {
  for (const { name, before, after } of CASES) {
    await t.step(name, () => {
      const [left, right] = [stateOf(before), stateOf(after)];
      const parts = sourceChanges(left, right).map(({ part }) => part);
      const sides = { before: left.definitions, after: right.definitions };
      assertEquals(
        takeBack(sides, parts).map(({ manifest }) => manifest),
        left.definitions.map(({ manifest }) => manifest),
      );
    });
  }
});

Deno.test("takeBack() of one change leaves the others", () => {
  const left = stateOf({ "a.yaml": CLUSTER });
  const right = stateOf({
    "a.yaml": CLUSTER.replace("workers: 1", "workers: 2")
      .replace("region: eu", "region: us"),
  });
  const [region] = sourceChanges(left, right).map(({ part }) => part);
  const sides = { before: left.definitions, after: right.definitions };
  const [definition] = takeBack(sides, [region!]);
  assertEquals(
    (definition?.manifest.spec as Record<string, unknown>).config,
    { region: "eu", workers: 2 },
  );
});

function stateOf(files: Readonly<Record<string, string>>): SourceState {
  const source = readDrySource({
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    findings: [],
  });
  const { definitions, config = DEFAULT_CONFIG } = source;
  return { source, definitions, config, lock: "" };
}
