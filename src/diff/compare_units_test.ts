import { assertEquals } from "@std/assert";
import type { FailedUnit, UnitId } from "../model/mod.ts";
import { compareUnits, type RenderedSide } from "./compare_units.ts";
import { treePair } from "./trees/tree_pair.ts";

/** A tree of clusters, with the values that their ConfigMaps have. */
function tree(
  clusters: Readonly<Record<string, string | "retired">>,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, value] of Object.entries(clusters)) {
    const directory = `clusters/prod/${name}`;
    const path = `${directory}/cluster.cluster.x-k8s.io_prod_${name}.yaml`;
    const isRetired = value === "retired";
    if (!isRetired) {
      files.set(
        path,
        `apiVersion: cluster.x-k8s.io/v1beta1
kind: Cluster
metadata: {name: ${name}, namespace: prod}
spec: {value: "${value}"}
`,
      );
    }
    const record = {
      unit: cluster(name),
      ...(isRetired ? { retired: true } : {}),
      files: isRetired ? {} : { [path]: "1".repeat(40) },
    };
    files.set(`${directory}/unit.json`, JSON.stringify(record));
  }
  return files;
}

function cluster(name: string): UnitId {
  return { kind: "cluster", namespace: "prod", name };
}

function side(
  names: readonly string[],
  more: { failed?: readonly string[]; complete?: boolean } = {},
): RenderedSide {
  const { failed = [], complete = true } = more;
  return {
    units: names.map(cluster),
    failed: failed.map((name): FailedUnit => ({
      kind: "failed",
      id: cluster(name),
      findings: [],
    })),
    complete,
  };
}

const CASES: readonly {
  readonly name: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly sides?: readonly [RenderedSide, RenderedSide];
  readonly changed?: readonly string[];
  readonly created?: readonly string[];
  readonly deleted?: readonly string[];
  readonly unknown?: readonly string[];
}[] = [
  {
    name: "only units that differ",
    before: { eu1: "1", us1: "1" },
    after: { eu1: "2", us1: "1" },
    changed: ["eu1"],
  },
  {
    name: "a retired directory as a deleted cluster",
    before: { eu1: "1" },
    after: { eu1: "retired" },
    changed: ["eu1"],
    deleted: ["prod/eu1"],
  },
  {
    name: "the removal of a retired directory as nothing",
    before: { eu1: "retired" },
    after: {},
  },
  {
    name: "a cluster that comes back as created",
    before: { eu1: "retired" },
    after: { eu1: "1" },
    changed: ["eu1"],
    created: ["prod/eu1"],
  },
  {
    name: "what failed after the change as unknown",
    before: { eu1: "1" },
    after: { eu1: "1" },
    sides: [side(["eu1"]), side(["eu1"], { failed: ["eu1"] })],
    unknown: ["eu1 after"],
  },
  {
    name: "what failed before the change as unknown, not as created",
    before: {},
    after: { eu1: "1" },
    sides: [side(["eu1"], { failed: ["eu1"] }), side(["eu1"])],
    unknown: ["eu1 before"],
  },
  {
    name: "what failed on both sides by the side that can be mended",
    before: {},
    after: {},
    sides: [
      side(["eu1"], { failed: ["eu1"] }),
      side(["eu1"], { failed: ["eu1"] }),
    ],
    unknown: ["eu1 after"],
  },
  {
    name: "what may stand in an unreadable file as unknown, not as deleted",
    before: { eu1: "1", us1: "1" },
    after: { eu1: "retired", us1: "1" },
    sides: [side(["eu1", "us1"]), side(["us1"], { complete: false })],
    unknown: ["eu1 after"],
  },
];

Deno.test("compareUnits() takes", async (t) => {
  for (const { name, before, after, sides, ...expected } of CASES) {
    await t.step(name, async () => {
      const [left, right] = sides ?? [side([]), side([])];
      const found = await compareUnits({
        trees: treePair(tree(before), tree(after)),
        before: left,
        after: right,
      });
      assertEquals({
        changed: found.units.map(({ unit }) => nameOf(unit)),
        created: found.created,
        deleted: found.deleted,
        unknown: found.unknown
          .map(({ unit, side }) => `${nameOf(unit)} ${side}`),
      }, { changed: [], created: [], deleted: [], unknown: [], ...expected });
    });
  }
});

function nameOf(unit: UnitId | { kind: "root" }): string {
  return unit.kind === "cluster" ? unit.name : unit.kind;
}
