import { assert, assertEquals } from "@std/assert";
import type { Effect, Identity } from "../../model/mod.ts";
import type { ComparedUnit } from "../comparison.ts";
import { type ClusterUnit, nameCauses, type Probe } from "./name_causes.ts";
import type { SourceChange } from "./source_change.ts";

/** A change of a field, in a cluster's own definition or in a shared one. */
function change(
  name: string,
  options: { cluster?: string } = {},
): SourceChange {
  const { cluster } = options;
  const object: Identity = {
    group: "k0rdent.mirantis.com",
    kind: cluster === undefined ? "MultiClusterService" : "ClusterDeployment",
    namespace: cluster === undefined ? "" : "prod",
    name: cluster ?? "shared",
  };
  const field = { path: ["spec", name], before: 1, after: 2 };
  return {
    part: { kind: "definition", object, field },
    cause: () => ({
      file: `${object.name}.yaml`,
      line: 1,
      field: `spec.${name}`,
      object,
      side: "after",
    }),
  };
}

/** An effect for each of the fields that are changed. */
function effectsOn(
  { namespace, name }: ClusterUnit,
  fields: readonly string[],
): Effect[] {
  return fields.map((field) => ({
    kind: "in-place",
    rule: "effects/object-changed",
    summary: field,
    object: {
      group: "",
      kind: "ConfigMap",
      namespace,
      name: `${name}-${field}`,
    },
    cluster: `${namespace}/${name}`,
    fields: [{ path: ["data", field], before: 1, after: 2 }],
    causes: [],
    warnings: [],
  }));
}

function unit(name: string, fields: readonly string[]): ComparedUnit {
  const id = { kind: "cluster", namespace: "prod", name } as const;
  return { unit: id, changes: [], effects: effectsOn(id, fields) };
}

/** Renders clusters where each field has an effect of its own. */
function counting(fields: readonly string[]): {
  readonly probe: Probe;
  readonly probed: string[];
} {
  const probed: string[] = [];
  return {
    probed,
    probe(cluster, without) {
      probed.push(cluster.name);
      const gone = new Set(without.map((each) => each.cause().field));
      const left = fields.filter((field) => !gone.has(`spec.${field}`));
      return effectsOn(cluster, left);
    },
  };
}

function causesOf(units: readonly ComparedUnit[]): string[] {
  return units.flatMap(({ effects }) =>
    effects.map(({ cluster, summary, causes }) =>
      `${cluster} ${summary}: ${
        causes.map(({ file, field }) => `${file} ${field}`).join(", ")
      }`
    )
  );
}

Deno.test("nameCauses() names of a cluster's effects only what causes each", () => {
  const changes = [change("a"), change("b"), change("c", { cluster: "eu1" })];
  const { probe } = counting(["a", "c"]);
  const units = nameCauses([unit("eu1", ["a", "c"])], changes, { probe });
  assertEquals(causesOf(units), [
    "prod/eu1 a: shared.yaml spec.a",
    "prod/eu1 c: eu1.yaml spec.c",
  ]);
});

Deno.test("nameCauses() renders nothing for a shared line in 1,000 clusters", () => {
  const names = Array.from({ length: 1000 }, (_, index) => `edge-${index}`);
  const { probe, probed } = counting(["a"]);
  const units = names.map((name) => unit(name, ["a"]));
  const named = nameCauses(units, [change("a")], { probe });
  assertEquals(probed, []);
  assert(
    causesOf(named).every((each) => each.endsWith(": shared.yaml spec.a")),
  );
});

Deno.test("nameCauses() looks at one of many clusters that change alike", () => {
  const names = Array.from({ length: 1000 }, (_, index) => `edge-${index}`);
  const { probe, probed } = counting(["a", "c"]);
  const changes = [
    change("a"),
    change("b"),
    ...names.map((name) => change("c", { cluster: name })),
  ];
  const units = nameCauses(
    names.map((name) => unit(name, ["a", "c"])),
    changes,
    {
      probe,
    },
  );
  assertEquals(new Set(probed), new Set(["edge-0"]));
  assert(probed.length <= 6, `${probed.length} renders`);
  assertEquals(causesOf(units).slice(-2), [
    "prod/edge-999 a: shared.yaml spec.a",
    "prod/edge-999 c: edge-999.yaml spec.c",
  ]);
});

Deno.test("nameCauses() names all that could have a part where nothing is rendered", () => {
  const changes = [
    change("a"),
    change("b"),
    change("c", { cluster: "eu1" }),
    change("d", { cluster: "us1" }),
  ];
  assertEquals(causesOf(nameCauses([unit("eu1", ["a"])], changes)), [
    "prod/eu1 a: eu1.yaml spec.c, shared.yaml spec.a, shared.yaml spec.b",
  ]);
});

Deno.test("nameCauses() names changes that only do something together", () => {
  const changes = [change("a"), change("b")];
  const probe: Probe = (cluster, without) =>
    effectsOn(cluster, without.length < 2 ? ["a"] : []);
  const units = nameCauses([unit("eu1", ["a"])], changes, { probe });
  assertEquals(causesOf(units), [
    "prod/eu1 a: shared.yaml spec.a, shared.yaml spec.b",
  ]);
});
