/**
 * The rendered tree on a real repository: what was composed comes back as what
 * k0render wrote, so that the next render can rely on it.
 */

import { assert, assertEquals } from "@std/assert";
import { initRepository, readPrevious, writeTree } from "../src/git/mod.ts";
import type { RenderedUnit, UnitId, UnitResult } from "../src/model/mod.ts";
import {
  composeTree,
  readPreviousBranch,
  reusableFingerprints,
  type TreeEntry,
  type TreeReport,
} from "../src/tree/mod.ts";

const EU1: UnitId = { kind: "cluster", namespace: "prod", name: "eu1" };
const EU2: UnitId = { kind: "cluster", namespace: "con", name: "aux" };

function rendered(id: UnitId, value: string): RenderedUnit {
  const manifest = {
    apiVersion: "example.com/v1",
    kind: "IPAddressClaim",
    metadata: { name: "Ünïcode/..\\x", namespace: "prod" },
    spec: { value },
  };
  const origin = { file: "a.yaml", document: 0, line: 1 };
  const objects = [{ manifest, origin }];
  return {
    kind: "rendered",
    id,
    fingerprint: value,
    applied: objects,
    review: objects,
    retained: [],
    findings: [],
  };
}

async function compose(
  directory: string,
  on: string | undefined,
  results: UnitResult[],
) {
  const repository = await initRepository(directory);
  const previous = readPreviousBranch(await readPrevious(repository, on));
  let report: TreeReport | undefined;
  function* entries(): Generator<TreeEntry> {
    report = yield* composeTree({
      previous,
      results,
      complete: true,
      definitions: results.length,
      entryPoint: () => ({ objects: [], shards: new Map() }),
      environment: "default",
      applyLevel: "capi",
      version: "0.1.0",
    });
  }
  const oid = await writeTree(repository, entries());
  assert(report?.kind === "composed");
  return { oid, report, previous };
}

Deno.test("a rendered tree comes back from Git as it was written", async () => {
  const directory = await Deno.makeTempDir();
  const results = [rendered(EU1, "1\r\n2"), rendered(EU2, "ü \ud83d\ude00")];
  const first = await compose(directory, undefined, results);
  const again = await compose(directory, first.oid, results);
  assertEquals(again.oid, first.oid);
  assertEquals([again.report.changed, again.report.findings], [false, []]);
  assertEquals([...reusableFingerprints(again.previous)], [
    ["cluster con/aux", "ü \ud83d\ude00"],
    ["cluster prod/eu1", "1\r\n2"],
  ]);
  const unchanged = results.map(({ id, fingerprint }): UnitResult => ({
    kind: "unchanged",
    id,
    fingerprint,
    findings: [],
  }));
  const reused = await compose(directory, first.oid, unchanged);
  assertEquals(reused.oid, first.oid);
  const failed = results.map(({ id }): UnitResult => ({
    kind: "failed",
    id,
    findings: [],
  }));
  assertEquals((await compose(directory, first.oid, failed)).oid, first.oid);
  const changed = await compose(directory, first.oid, [
    rendered(EU1, "other"),
    unchanged[1]!,
  ]);
  assert(changed.report.changed);
  await Deno.remove(directory, { recursive: true });
});
