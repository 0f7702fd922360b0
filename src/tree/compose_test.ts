import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { UnitResult } from "../model/mod.ts";
import {
  branch,
  cluster,
  compose,
  configMap,
  type Files,
  rendered,
  SOURCES,
} from "./_testing.ts";
import { reusableFingerprints } from "./previous_branch.ts";
import type { TreeReport } from "./tree_input.ts";

const EU1 = cluster("eu1");
const EU1_FILES = [
  "clusters/prod/eu1/config-map_prod_a.yaml",
  "clusters/prod/eu1/config-map_prod_b.yaml",
  "clusters/prod/eu1/kustomization.yaml",
  "clusters/prod/eu1/unit.json",
];
const A = EU1_FILES[0]!;

function first(): Files {
  return compose([rendered(EU1, ["a", "b"]), rendered(SOURCES, ["s"])]).files;
}

function under(files: Files, directory: string): string[] {
  return Object.keys(files).filter((path) => path.startsWith(directory)).sort();
}

function ruleIds(report: TreeReport): string[] {
  return report.findings.map(({ rule }) => rule.id);
}

function resources(files: Files, directory: string): string[] {
  const text = files[`${directory}/kustomization.yaml`] ?? "";
  return [...text.matchAll(/^- (.*)$/gm)].map((match) => match[1]!);
}

Deno.test("composeTree() writes the files of rendered units", () => {
  const files = first();
  assertEquals(under(files, "clusters/"), EU1_FILES);
  assertEquals(resources(files, "clusters/prod/eu1"), [
    "config-map_prod_a.yaml",
    "config-map_prod_b.yaml",
  ]);
});

Deno.test("composeTree() says whether anything changed", () => {
  const files = first();
  const results = [rendered(EU1, ["a", "b"]), rendered(SOURCES, ["s"])];
  const cases: [UnitResult[], boolean][] = [
    [results, false],
    [[rendered(EU1, ["a"]), results[1]!], true],
    [[rendered(EU1, ["a", "b", "c"]), results[1]!], true],
    [[results[0]!, {
      kind: "unchanged",
      id: SOURCES,
      fingerprint: "s",
      findings: [],
    }], false],
    [[results[0]!], true],
  ];
  for (const [next, expected] of cases) {
    const { report } = compose(next, { on: files });
    assertEquals(report.kind === "composed" && report.changed, expected);
  }
});

Deno.test("composeTree() removes what a unit no longer has", () => {
  const { files } = compose(
    [rendered(EU1, ["a"]), rendered(SOURCES, ["s"])],
    { on: first() },
  );
  assert(!("clusters/prod/eu1/config-map_prod_b.yaml" in files));
});

Deno.test("composeTree() takes over the directories of unchanged units as they are", () => {
  const on = { ...first(), "clusters/prod/eu1/notes.md": "mine\n" };
  const { files, report } = compose([
    { kind: "unchanged", id: EU1, fingerprint: "a,b", findings: [] },
    rendered(SOURCES, ["s"]),
  ], { on });
  assertEquals(files, on);
  assert(report.kind === "composed" && !report.changed);
});

Deno.test("composeTree() keeps the last good tree of a failed unit", () => {
  const on = first();
  const { files, report } = compose([
    { kind: "failed", id: EU1, findings: [] },
    { kind: "failed", id: cluster("eu2"), findings: [] },
    rendered(SOURCES, ["s"]),
  ], { on });
  assertEquals(files, on);
  assert(report.kind === "composed");
  assertEquals(report.failed, [
    { id: EU1, kept: true },
    { id: cluster("eu2"), kept: false },
  ]);
  assertEquals(report.units.map(({ directory }) => directory), [
    "clusters/prod/eu1",
    "layers/sources",
  ]);
});

Deno.test("composeTree() keeps retained objects in force, and renders the unit again next time", () => {
  const retained = [{
    group: "",
    kind: "ConfigMap",
    namespace: "prod",
    name: "b",
  }];
  const { files } = compose([
    rendered(EU1, ["a"], { retained }),
    rendered(SOURCES, ["s"]),
  ], { on: first() });
  assertEquals(under(files, "clusters/"), EU1_FILES);
  assertEquals(resources(files, "clusters/prod/eu1").length, 2);
  assertEquals([...reusableFingerprints(branch(files)).keys()], [
    "layer sources",
  ]);
});

Deno.test("composeTree() removes nothing while definitions may be hidden", () => {
  const on = first();
  const { files } = compose([rendered(EU1, ["a"])], { on, complete: false });
  assertEquals(under(files, "clusters/"), EU1_FILES);
  assertEquals(under(files, "layers/"), under(on, "layers/"));
});

Deno.test("composeTree() moves an object to review though definitions may be hidden", () => {
  const unit = rendered(EU1, ["b"], { review: [configMap("a")] });
  const { files } = compose([unit], { on: first(), complete: false });
  assert(!(A in files));
  assert("review/prod/eu1/config-map_prod_a.yaml" in files);
});

Deno.test("composeTree() retires the directory of a removed cluster, until somebody deletes it", () => {
  const results = [rendered(SOURCES, ["s"])];
  const { files, report } = compose(results, { on: first() });
  assertEquals(under(files, "clusters/"), EU1_FILES.slice(2));
  assertEquals(resources(files, "clusters/prod/eu1"), []);
  assert(report.kind === "composed");
  assertEquals(report.units[0], {
    id: EU1,
    directory: "clusters/prod/eu1",
    retired: true,
  });
  const again = compose(results, { on: files });
  assertEquals(again.files, files);
  const deleted = Object.fromEntries(
    Object.entries(files).filter(([path]) => !path.startsWith("clusters/")),
  );
  assertEquals(compose(results, { on: deleted }).files, deleted);
});

Deno.test("composeTree() brings a retired cluster back", () => {
  const { files } = compose([rendered(SOURCES, ["s"])], { on: first() });
  assertEquals(
    reusableFingerprints(branch(files)).has("cluster prod/eu1"),
    false,
  );
  const back = compose(
    [rendered(EU1, ["a", "b"]), rendered(SOURCES, ["s"])],
    { on: files },
  );
  assertEquals(back.files, first());
});

Deno.test("composeTree() refuses a source without definitions on a branch that has units", () => {
  const { files, report } = compose([], { on: first() });
  assertEquals(files, {});
  assertEquals([report.kind, ...ruleIds(report)], [
    "refused",
    "tree/emptied-source",
  ]);
});

Deno.test("composeTree() refuses another apply level on a branch with clusters", () => {
  const results = [rendered(EU1, ["a"])];
  const on = first();
  const { "flux/unit.json": _, ...unrecorded } = on;
  const cases: [Files, string, string[]][] = [
    [on, "capi", []],
    [on, "k0rdent", ["tree/changed-level"]],
    [unrecorded, "capi", ["tree/changed-level"]],
    [compose([rendered(SOURCES, ["s"])]).files, "k0rdent", []],
  ];
  for (const [on, applyLevel, expected] of cases) {
    const { report } = compose(results, { on, applyLevel });
    assertEquals(
      ruleIds(report).filter((id) => id === "tree/changed-level"),
      expected,
    );
    assertEquals(report.kind === "refused", expected.length > 0);
  }
});

Deno.test("composeTree() announces that a cluster goes, once", () => {
  const results = [rendered(SOURCES, ["s"])];
  const gone = compose(results, { on: first() });
  assertEquals(ruleIds(gone.report), ["tree/retired-cluster"]);
  assertEquals(ruleIds(compose(results, { on: gone.files }).report), []);
});

Deno.test("composeTree() starts a branch without definitions", () => {
  assertEquals(compose([]).report.kind, "composed");
});

Deno.test("composeTree() reports what was changed by hand, and renders it again", () => {
  const changed = { ...first(), [A]: "changed\n" };
  const { [A]: _, ...removed } = first();
  const results = [rendered(EU1, ["a", "b"]), rendered(SOURCES, ["s"])];
  for (const on of [changed, removed]) {
    assertEquals([...reusableFingerprints(branch(on)).keys()], [
      "layer sources",
    ]);
    const { files, report } = compose(results, { on });
    assertEquals(files, first());
    assertEquals(report.findings.map(({ message }) => message), [
      `Found a change by hand on the rendered branch: "${A}"`,
    ]);
  }
});

Deno.test("composeTree() goes on reporting a change by hand in a file that stays", () => {
  const retained = [{
    group: "",
    kind: "ConfigMap",
    namespace: "prod",
    name: "a",
  }];
  const results = [
    rendered(EU1, ["b"], { retained }),
    rendered(SOURCES, ["s"]),
  ];
  const once = compose(results, { on: { ...first(), [A]: "changed\n" } });
  assertEquals(once.files[A], "changed\n");
  assertEquals(ruleIds(compose(results, { on: once.files }).report), [
    "tree/changed-by-hand",
  ]);
});

Deno.test("composeTree() puts its own files in place of foreign ones, and says so", () => {
  const { files, report } = compose([rendered(EU1, ["a"])], {
    on: { [A]: "mine\n", "README.md": "# mine\n" },
  });
  assert(files[A] !== "mine\n");
  assertEquals(ruleIds(report), [
    "tree/foreign-file-replaced",
    "tree/foreign-file-replaced",
  ]);
});

Deno.test("composeTree() does not let a record claim files of others", () => {
  const record = JSON.stringify({
    unit: SOURCES,
    files: { "docs/a.md": "0a" },
  });
  const on = { "docs/a.md": "mine\n", "layers/sources/unit.json": record };
  const { files, report } = compose([rendered(EU1, ["a"])], { on });
  assertEquals(files["docs/a.md"], "mine\n");
  assertEquals(ruleIds(report), ["tree/unreadable-record"]);
});

Deno.test("composeTree() keeps the last good tree of a unit with colliding objects", () => {
  const applied = [configMap("a", "1"), configMap("a", "2")];
  const on = first();
  const { files, report } = compose([
    rendered(EU1, [], { applied }),
    rendered(SOURCES, ["s"]),
  ], { on });
  assertEquals(files, on);
  assertEquals(ruleIds(report), ["tree/path-collision"]);
});

Deno.test("composeTree() refuses a branch whose shards cannot be read", () => {
  const on = { ...first(), "flux/shards.json": "<<<<<<< HEAD\n" };
  const { report } = compose([rendered(EU1, ["a"])], { on });
  assertEquals(report.kind, "refused");
});

Deno.test("composeTree() refuses a tree whose Flux objects collide", () => {
  const objects = [configMap("a"), configMap("a")];
  const { report } = compose([rendered(EU1, ["a"])], {
    entryPoint: () => ({ objects, shards: new Map() }),
  });
  assertEquals([report.kind, ...ruleIds(report)], [
    "refused",
    "tree/path-collision",
  ]);
});

Deno.test("composeTree() records the shards that clusters belong to", () => {
  const shards = new Map([["prod/eu1", "001"]]);
  const { files } = compose([rendered(EU1, ["a"])], {
    entryPoint: () => ({ objects: [], shards }),
  });
  assertEquals(resources(files, "flux/shards/001"), [
    "../../../clusters/prod/eu1",
  ]);
  assertEquals(branch(files).shards, shards);
});

Deno.test("composeTree() makes no commit of a dry commit that changes nothing", () => {
  const results = [rendered(EU1, ["a"])];
  const commit = {
    sha: "1",
    repoURL: "https://git.example.com/fleet",
    author: "A <a@example.com>",
    date: "2026-01-01T00:00:00Z",
    subject: "Say nothing",
    body: "",
  };
  const provenance = { commit };
  const { files } = compose(results, { provenance });
  const later = { commit: { ...commit, sha: "2" } };
  const { report } = compose(results, { on: files, provenance: later });
  assert(report.kind === "composed" && !report.changed);
  const failed = compose(
    [...results, { kind: "failed", id: cluster("eu2"), findings: [] }],
    { on: files, provenance: later },
  ).report;
  assert(failed.kind === "composed" && failed.changed);
});

const name = fc.constantFrom("a", "b", "c", "d");
const unit = fc.record({
  id: fc.constantFrom(EU1, cluster("eu2"), SOURCES),
  names: fc.uniqueArray(name),
  review: fc.uniqueArray(name),
  retained: fc.uniqueArray(name),
  failed: fc.boolean(),
});
const units = fc.uniqueArray(unit, { selector: ({ id }) => JSON.stringify(id) })
  .map((list) =>
    list.map(({ id, names, review, retained, failed }): UnitResult =>
      failed ? { kind: "failed", id, findings: [] } : rendered(id, names, {
        review: review.map((name) => configMap(name)),
        retained: retained.map((name) => ({
          group: "",
          kind: "ConfigMap",
          namespace: "prod",
          name,
        })),
      })
    )
  );
const foreign = fc.dictionary(
  fc.constantFrom(
    "docs/a.md",
    "clusters/x.yaml",
    "clusters/prod/eu1/n.md",
    "review/n",
  ),
  fc.constantFrom("one\n", "two\n"),
);
const scene = fc.record({
  units,
  next: units,
  foreign,
  complete: fc.boolean(),
});

Deno.test("composeTree() changes nothing when the same is composed again", () => {
  fc.assert(fc.property(scene, ({ units, next, foreign, complete }) => {
    const start = { ...compose(units, { definitions: 1 }).files, ...foreign };
    const once = compose(next, { on: start, complete, definitions: 1 });
    const twice = compose(next, { on: once.files, complete, definitions: 1 });
    assertEquals(twice.files, once.files);
    assert(twice.report.kind === "composed" && !twice.report.changed);
  }));
});

Deno.test("composeTree() keeps foreign files, and nothing else that is not wanted", () => {
  fc.assert(fc.property(scene, ({ units, next, foreign }) => {
    const clean = compose(units, { definitions: 1 }).files;
    const options = { complete: true, definitions: 1 };
    const with_ = compose(next, { ...options, on: { ...clean, ...foreign } });
    const without = compose(next, { ...options, on: clean });
    assertEquals(with_.files, { ...without.files, ...foreign });
  }));
});

const REGION = {
  name: "eu",
  kubeConfig: { namespace: "infra", name: "eu-kubeconfig", key: "value" },
};

Deno.test("composeTree() keeps a cluster in its Region, also when it is gone", () => {
  const { files } = compose([rendered(EU1, ["a"], { region: REGION })]);
  const regionsOf = (report: TreeReport) =>
    report.kind === "composed" ? report.units.map(({ region }) => region) : [];
  const failed = { kind: "failed", id: EU1, findings: [] } as const;
  const unchanged = { ...failed, kind: "unchanged", fingerprint: "a" } as const;
  for (const results of [[], [failed], [unchanged]]) {
    const { report } = compose(results, { on: files, definitions: 1 });
    assertEquals(regionsOf(report), [REGION]);
  }
});

Deno.test("composeTree() refuses to move a cluster to another Region", () => {
  const { files } = compose([rendered(EU1, ["a"], { region: REGION })]);
  const moves = [{}, { region: { ...REGION, name: "us" } }];
  for (const move of moves) {
    const moved = compose([rendered(EU1, ["b"], move)], { on: files });
    assertEquals(ruleIds(moved.report), ["tree/changed-region"]);
    assertEquals(under(moved.files, "clusters/"), under(files, "clusters/"));
  }
  const other = { ...REGION, kubeConfig: { ...REGION.kubeConfig, name: "b" } };
  const { report } = compose([rendered(EU1, ["b"], { region: other })], {
    on: files,
  });
  assertEquals(ruleIds(report), []);
});

Deno.test("composeTree() gives a Region directories of its own", () => {
  const region = { kind: "region", name: "eu" } as const;
  const { files } = compose([rendered(region, ["a"], { region: REGION })], {
    entryPoint: () => ({
      objects: [],
      regions: new Map([["regions/eu", [configMap("k")]]]),
      shards: new Map(),
    }),
  });
  assertEquals(under(files, "regions/"), [
    "regions/eu/config-map_prod_a.yaml",
    "regions/eu/kustomization.yaml",
    "regions/eu/unit.json",
  ]);
  assertEquals(resources(files, "flux/regions/eu"), ["config-map_prod_k.yaml"]);
  assertEquals(resources(files, "flux"), []);
  assertEquals(branch(files).units.get("region eu")?.record.region, REGION);
});
