import { assert, assertEquals } from "@std/assert";
import { locate } from "../../../yaml/mod.ts";
import { type LockedChart, makeLock, writeLock } from "./lock.ts";
import { readLock } from "./read_lock.ts";

const DIGEST = `sha256:${"0".repeat(64)}`;

function locked(fields: Partial<LockedChart> = {}): LockedChart {
  return {
    template: { kind: "ClusterTemplate", namespace: "prod", name: "own" },
    chart: "own-cluster",
    version: "1.x",
    source: { kind: "oci", url: "oci://ghcr.io/team/charts" },
    locked: {
      name: "own-cluster",
      version: "1.4.2",
      digest: DIGEST,
      files: DIGEST,
    },
    ...fields,
  };
}

const GIT: LockedChart = locked({
  template: { kind: "ServiceTemplate", namespace: "prod", name: "dns" },
  chart: "./charts/dns",
  source: {
    kind: "git",
    url: "ssh://git@git.example/charts.git",
    ref: { branch: "main" },
  },
  locked: {
    name: "dns",
    version: "1.0.0+build.1",
    digest: DIGEST,
    files: DIGEST,
    commit: "0".repeat(40),
  },
});

Deno.test("writeLock() and readLock() are each other's reverse", () => {
  const lock = makeLock([GIT, locked()]);
  const text = writeLock(lock);
  const { lock: again, findings } = readLock(text);
  assertEquals(findings, []);
  assertEquals(again?.charts, lock.charts);
  assertEquals(writeLock(makeLock([locked(), GIT])), text);
});

Deno.test("ChartLock.find() tells what changed from what was never locked", () => {
  const lock = makeLock([locked(), GIT]);
  assertEquals(lock.find(locked()).kind, "locked");
  const changes: Partial<LockedChart>[] = [
    { version: "2.x" },
    { chart: "other" },
    { source: { kind: "oci", url: "oci://ghcr.io/others" } },
    { source: { kind: "http", url: "oci://ghcr.io/team/charts" } },
    {
      source: { kind: "oci", url: "oci://ghcr.io/team/charts", insecure: true },
    },
  ];
  for (const change of changes) {
    assertEquals(lock.find(locked(change)).kind, "stale");
  }
  assert(GIT.source.kind === "git");
  const moved = { ...GIT.source, ref: { tag: "v1" } };
  assertEquals(lock.find({ ...GIT, source: moved }).kind, "stale");
  const template = { ...GIT.template, name: "other" };
  assertEquals(lock.find({ ...GIT, template }).kind, "unlocked");
});

Deno.test("ChartLock.find() keeps two environments apart", () => {
  const staging = locked({ version: "2.x" });
  const lock = makeLock([locked(), staging]);
  for (const request of [locked(), staging]) {
    const entry = lock.find(request);
    assert(entry.kind === "locked");
    assertEquals(entry.chart.version, request.version);
  }
});

Deno.test("readLock() says in which line a lock is wrong", () => {
  const text = writeLock(makeLock([locked()]));
  const cases: [from: string, to: string, line: number][] = [
    [`digest: ${DIGEST}`, "digest: sha256:abc", 7],
    ["name: own-cluster", "name: ../../etc", 9],
    ['version: "1.4.2"', "version: ..", 10],
    ["oci://ghcr.io", "oci://me:secret@ghcr.io", 13],
    ["kind: ClusterTemplate", "kind: Secret", 15],
    ["kind: ChartLock", "kind: ChartsLock", 3],
    ["  version: 1.x", "  version: 1.x\n  odd: 1", 5],
  ];
  for (const [from, to, line] of cases) {
    const changed = text.replace(from, to);
    const { lock, findings } = readLock(changed);
    assertEquals([to, lock], [to, undefined]);
    const [finding] = findings;
    assert(finding?.place !== undefined, to);
    assertEquals(finding.rule.id, "charts/invalid-lock");
    assertEquals([to, locate(changed, finding.place).line], [to, line]);
    assert(!finding.message.includes("secret"));
  }
});

Deno.test("readLock() refuses texts that are no lock at all", () => {
  const many = `${writeLock(makeLock([]))}---\na: 1\n`;
  for (const text of ["", "a: [", "- 1\n", many, "kind: ChartLock\n"]) {
    const { lock, findings } = readLock(text);
    assertEquals([text, lock], [text, undefined]);
    assert(findings.length > 0);
  }
});
