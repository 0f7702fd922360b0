import { assertEquals } from "@std/assert";
import { gzipSync } from "node:zlib";
import { DEFAULT_CHART_LIMITS } from "./archive.ts";
import { type Entry, packTar } from "./_archives.ts";
import { loadArchive } from "./chart_archive.ts";

const CHART = { path: "own/Chart.yaml", text: "name: own\nversion: 1.0.0\n" };

function messageOf(archive: Uint8Array): string | undefined {
  const { problems } = loadArchive(archive, { name: "own.tgz" });
  return problems[0]?.message.replace(/^Cannot [^:]*: /, "");
}

Deno.test("loadArchive() reads what helm package writes", () => {
  const long = `own/files/${"d/".repeat(70)}${"n".repeat(90)}.txt`;
  const archive = packTar([
    { path: "own/", type: "5" },
    CHART,
    { path: "own/templates/a.yaml", text: "a: 1\n" },
    { path: long, text: "long" },
  ]);
  const { chart, problems } = loadArchive(archive, { name: "own.tgz" });
  assertEquals(problems, []);
  assertEquals(chart?.templates.map(({ path }) => path), ["templates/a.yaml"]);
  assertEquals(chart?.files.map(({ path }) => `own/${path}`), [long]);
});

Deno.test("loadArchive() reads charts packed in charts", () => {
  const inner = packTar([
    { path: "db/Chart.yaml", text: "name: db\nversion: 2.0.0\n" },
  ]);
  const { chart } = loadArchive(
    packTar([CHART, { path: "own/charts/db-2.0.0.tgz", bytes: inner }]),
    { name: "own.tgz" },
  );
  assertEquals(
    chart?.dependencies.map(({ metadata }) => metadata.name),
    ["db"],
  );
});

const REFUSED: readonly [string, readonly Entry[], string][] = [
  ["a symbolic link", [
    CHART,
    { path: "own/a", type: "2", link: "/etc/passwd" },
  ], '"own/a" is a link'],
  ["a hard link", [
    CHART,
    { path: "own/a", type: "1", link: "own/Chart.yaml" },
  ], '"own/a" is a link'],
  ["a device", [
    CHART,
    { path: "own/null", type: "3" },
  ], '"own/null" is no plain file'],
  ["a path out of the chart", [
    CHART,
    { path: "own/../../etc/cron.d/a", text: "" },
  ], '"own/../../etc/cron.d/a" is no path within one directory'],
  ["an absolute path", [
    CHART,
    { path: "/etc/passwd", text: "" },
  ], '"/etc/passwd" is no path within one directory'],
  ["a path of Windows", [
    CHART,
    { path: "own/c:/windows/a", text: "" },
  ], '"own/c:/windows/a" is no path within one directory'],
  ["a backslash", [
    CHART,
    { path: "own\\..\\a", text: "" },
  ], '"own\\..\\a" is no path within one directory'],
  ["two directories", [
    CHART,
    { path: "other/values.yaml", text: "" },
  ], '"other/values.yaml" is no path within one directory'],
  ["no directory", [
    { path: "Chart.yaml", text: "name: own\n" },
  ], '"Chart.yaml" is no path within one directory'],
  ["no files", [], "it holds no files"],
];

for (const [what, entries, reason] of REFUSED) {
  Deno.test(`loadArchive() refuses ${what}`, () => {
    assertEquals(messageOf(packTar(entries)), reason);
  });
}

Deno.test("loadArchive() refuses what is too large, however small it is packed", () => {
  const { maxFileBytes, maxEntries } = DEFAULT_CHART_LIMITS;
  const random = new Uint8Array(maxFileBytes + 1)
    .map((_, index) => index * index % 251 * 7 % 256);
  assertEquals(
    messageOf(packTar([CHART, { path: "own/big", bytes: random }])),
    `"own/big" has more than ${maxFileBytes} bytes`,
  );
  const many = Array.from(
    { length: maxEntries },
    (_, index) => ({ path: `own/${index}`, text: "" }),
  );
  assertEquals(
    messageOf(packTar([CHART, ...many])),
    `it has more than ${maxEntries} entries`,
  );
  const bomb = gzipSync(new Uint8Array(64 * 1024 * 1024));
  assertEquals(
    messageOf(bomb),
    `it unpacks to more than ${bomb.length * 200} bytes`,
  );
});

Deno.test("loadArchive() refuses archives within archives without end", () => {
  let archive = packTar([CHART]);
  for (let depth = 0; depth < 12; depth++) {
    archive = packTar([CHART, { path: "own/charts/a.tgz", bytes: archive }]);
  }
  assertEquals(messageOf(archive), "charts within charts more than 8 deep");
});

Deno.test("loadArchive() counts archives side by side together", () => {
  const bytes = new Uint8Array(900);
  const inner = packTar([CHART, { path: "own/big", bytes }]);
  const archive = packTar([
    CHART,
    ...[1, 2, 3, 4].map((n) => ({ path: `own/charts/${n}.tgz`, bytes: inner })),
  ]);
  const limits = { ...DEFAULT_CHART_LIMITS, maxBytes: 6_000 };
  const { problems } = loadArchive(archive, { name: "own.tgz", limits });
  assertEquals(problems.length, 1);
});

Deno.test("loadArchive() refuses damaged archives", () => {
  const archive = packTar([CHART]);
  const table: [Uint8Array, string][] = [
    [new Uint8Array(), "it is not compressed by gzip"],
    [new TextEncoder().encode("a: 1\n"), "it is not compressed by gzip"],
    [archive.slice(0, 40), "its compression is damaged"],
    [gzipSync(new Uint8Array(512).fill(65)), "a header is damaged"],
    [gzipSync(new Uint8Array(100)), "it holds no files"],
  ];
  for (const [bytes, reason] of table) assertEquals(messageOf(bytes), reason);
});

Deno.test("loadArchive() survives any damage to an archive", () => {
  const archive = packTar([CHART, { path: "own/a", text: "a" }]);
  for (let index = 0; index < archive.length; index++) {
    const damaged = archive.slice();
    damaged[index]! ^= 0xff;
    loadArchive(damaged, { name: "own.tgz" });
  }
});
