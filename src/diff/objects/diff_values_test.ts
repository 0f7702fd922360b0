import { assertEquals } from "@std/assert";
import { formatChangePath, type Value } from "../../model/mod.ts";
import { loadYaml } from "../../yaml/mod.ts";
import { diffValues } from "./diff_values.ts";

const CASES: readonly {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly changes: readonly string[];
}[] = [
  {
    name: "the items of a keyed list one by one",
    before: "containers: [{name: a, image: x:1}, {name: b, image: y:1}]",
    after: "containers: [{name: a, image: x:2}, {name: b, image: y:1}]",
    changes: ["containers[name=a].image: x:1 → x:2"],
  },
  {
    name: "a new item in the middle as a new item",
    before: "env: [{name: a}, {name: c}]",
    after: "env: [{name: a}, {name: b}, {name: c}]",
    changes: ["env[name=b]: + {name: b} at 1"],
  },
  {
    name: "a changed order of keyed items",
    before: "services: [{name: a, namespace: x}, {name: b}]",
    after: "services: [{name: b}, {name: a, namespace: x}]",
    changes: ["services: a, b → b, a"],
  },
  {
    name: "ports by port and protocol",
    before: "ports: [{containerPort: 53, protocol: UDP, name: a}]",
    after: "ports: [{containerPort: 53, protocol: UDP, name: b}]",
    changes: ["ports[containerPort=53,protocol=UDP].name: a → b"],
  },
  {
    name: "conditions by type",
    before: "conditions: [{type: Ready, status: A}]",
    after: "conditions: [{type: Ready, status: B}]",
    changes: ["conditions[type=Ready].status: A → B"],
  },
  {
    name: "Sveltos charts by release",
    before:
      "helmCharts: [{releaseName: a, releaseNamespace: b, version: 1.0.0}]",
    after:
      "helmCharts: [{releaseName: a, releaseNamespace: b, version: 1.0.1}]",
    changes: [
      "helmCharts[releaseName=a,releaseNamespace=b].version: 1.0.0 → 1.0.1",
    ],
  },
  {
    name: "files by path",
    before: "files: [{path: /etc/a, content: one}, {path: /etc/b}]",
    after: "files: [{path: /etc/a, content: two}, {path: /etc/b}]",
    changes: ["files[path=/etc/a].content: one → two"],
  },
  {
    name: "items by name only where all of them have one of their own",
    before: "pools: [{name: a, size: 1}, {name: a, size: 2}]",
    after: "pools: [{name: a, size: 1}, {name: a, size: 3}]",
    changes: ["pools[1].size: 2 → 3"],
  },
  {
    name: "lists of scalars as a whole",
    before: "args: [a, b, c]",
    after: "args: [a, x, c]",
    changes: ["args: [a, b, c] → [a, x, c]"],
  },
  {
    name: "items that are only added to a list of scalars as new items",
    before: "finalizers: [a, c]",
    after: "finalizers: [a, b, c]",
    changes: ["finalizers[1]: + b"],
  },
  {
    name: "items that only go from a list as gone",
    before: "rules: [{verbs: [get]}, {verbs: [list]}]",
    after: "rules: [{verbs: [list]}]",
    changes: ["rules[0]: - {verbs: [get]}"],
  },
  {
    name: "texts that hold YAML as data",
    before: 'values: "a: 1\\nb: {c: 2}\\n"',
    after: 'values: "# said why\\nb: {c: 3}\\na: 1\\n"',
    changes: ["values (yaml) b.c: 2 → 3"],
  },
  {
    name: "texts that hold JSON as data",
    before: `annotation: '{"a": [1], "b": 2}'`,
    after: `annotation: '{"b": 2, "a": [1, 2]}'`,
    changes: ["annotation (json) a[1]: + 2"],
  },
  {
    name: "no data in a text that only looks different",
    before: 'values: "a: 1"',
    after: 'values: "a:   1"',
    changes: ["values (yaml)"],
  },
  {
    name: "numbers as data",
    before: "a: 1\nb: 1\nc: 9007199254740993",
    after: 'a: 1.0\nb: "1"\nc: 9007199254740994',
    changes: ["b: 1 → 1", "c: 9007199254740993 → 9007199254740994"],
  },
];

Deno.test("diffValues() compares", async (t) => {
  for (const { name, before, after, changes } of CASES) {
    await t.step(name, () => {
      const found = diffValues(loadYaml(before), loadYaml(after));
      assertEquals(found.flatMap((change) => write(change)), changes);
    });
  }
});

function write(
  change: ReturnType<typeof diffValues>[number],
  prefix = "",
): string[] {
  const { path, before, after, at, order, within } = change;
  const where = prefix + formatChangePath(path);
  if (within !== undefined) {
    const inner = `${where} (${within.format})`;
    return within.fields.length === 0
      ? [inner]
      : within.fields.flatMap((field) => write(field, `${inner} `));
  }
  if (order !== undefined) {
    const [left, right] = [order.before, order.after].map((items) =>
      items.map(({ keys }) => keys.name).join(", ")
    );
    return [`${where}: ${left} → ${right}`];
  }
  const place = at === undefined ? "" : ` at ${at}`;
  if (before === undefined) return [`${where}: + ${flow(after!)}${place}`];
  if (after === undefined) return [`${where}: - ${flow(before)}`];
  return [`${where}: ${flow(before)} → ${flow(after)}`];
}

function flow(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const fields = Object.entries(value).map(([key, each]) =>
    `${key}: ${flow(each)}`
  );
  return `{${fields.join(", ")}}`;
}
