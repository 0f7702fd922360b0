import { gunzipSync, gzipSync } from "node:zlib";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { serveCharts, TestServer } from "../../../tests/chart_repository.ts";
import {
  packTestChart,
  testRequest,
  withCharts,
} from "../../../tests/charts.ts";
import type { AllowedHost } from "../egress/allowed_host.ts";
import type { FetchedChart } from "../chart_files.ts";
import type { Availability } from "../unavailable.ts";

const DNS = packTestChart("dns", "1.2.0");

async function resolve(
  server: TestServer,
  options: {
    readonly wanted?: string;
    readonly chart?: string;
    readonly host?: Omit<AllowedHost, "origin">;
    readonly others?: readonly AllowedHost[];
  } = {},
): Promise<Availability<FetchedChart>> {
  const { wanted = "1.x", chart = "dns", host, others = [] } = options;
  let found: Availability<FetchedChart> | undefined;
  await withCharts(
    [{ origin: server.origin, ...host }, ...others],
    async (charts) => {
      const source = { kind: "http", url: `${server.origin}/charts` } as const;
      found = await charts.resolve(testRequest(source, chart, wanted));
    },
  );
  assert(found !== undefined);
  return found;
}

function reasonOf(outcome: Availability<FetchedChart>): string {
  assert(outcome.kind === "unavailable", "It should be unavailable");
  return outcome.reason;
}

Deno.test("openCharts() resolves ranges of an HTTP repository as Flux does", async () => {
  const versions = ["1.2.0", "1.10.0", "v1.11.0", "2.0.0-rc.1", "1.12", "odd"];
  await using server = await serveCharts(versions.map((version) => ({
    name: "dns",
    version,
    archive: packTestChart("dns", version === "odd" ? "0.0.1" : version),
  })));
  const cases: [wanted: string, expected: string][] = [
    ["1.2.0", "1.2.0"],
    ["1.x", "v1.11.0"],
    ["", "v1.11.0"],
    ["*", "v1.11.0"],
    [">=1.0, <1.5", "1.2.0"],
    [">=1.0 <1.11", "1.10.0"],
    ["~1.2 || ~1.10", "1.10.0"],
    ["^1.0.0-0", "v1.11.0"],
    [">=1.0.0-0", "2.0.0-rc.1"],
    ["1.12", "1.12"],
    ["odd", "0.0.1"],
  ];
  for (const [wanted, expected] of cases) {
    const outcome = await resolve(server, { wanted });
    assert(outcome.kind === "available", JSON.stringify([wanted, outcome]));
    assertEquals([wanted, outcome.result.locked.version], [wanted, expected]);
  }
});

Deno.test("openCharts() refuses an archive that is not what the index says", async () => {
  await using server = await serveCharts([
    { name: "dns", version: "1.2.0", archive: DNS, digest: "0".repeat(64) },
  ]);
  assertStringIncludes(reasonOf(await resolve(server)), "has the digest");
});

Deno.test("openCharts() says which chart was meant", async () => {
  await using server = await serveCharts([
    { name: "dns", version: "1.2.0", archive: DNS },
  ]);
  const outcome = await resolve(server, { chart: "dn" });
  assert(outcome.kind === "unavailable");
  assertStringIncludes(outcome.reason, 'has no chart "dn"');
  assertStringIncludes(
    reasonOf(await resolve(server, { chart: "constructor" })),
    'has no chart "constructor"',
  );
});

Deno.test("openCharts() sends credentials to the repository's own host only", async () => {
  await using mirror = new TestServer({
    "/dns.tgz": () => new Response(DNS),
  });
  await using server = await serveCharts([
    { name: "dns", version: "1.2.0", archive: DNS, url: "moved.tgz" },
  ]);
  server.answers["/charts/moved.tgz"] = () =>
    new Response(null, {
      status: 302,
      headers: { location: `${mirror.origin}/dns.tgz?signature=s3cret` },
    });
  const credentials = { username: "robot", password: "hunter2" };
  const outcome = await resolve(server, {
    host: { credentials },
    others: [{ origin: mirror.origin }],
  });
  assertEquals(outcome.kind, "available");
  assertEquals(
    new Set(server.seen.map(({ authorization }) => authorization)),
    new Set([`Basic ${btoa("robot:hunter2")}`]),
  );
  assertEquals(mirror.seen, [{ path: "/dns.tgz", authorization: undefined }]);
});

Deno.test("openCharts() follows no redirect to a host that nobody listed", async () => {
  await using server = await serveCharts([]);
  for (
    const location of [
      "http://169.254.169.254/latest/meta-data/",
      "http://localhost:1/index.yaml",
      "file:///etc/passwd",
      "https://user:pass@example.com/",
    ]
  ) {
    server.answers["/charts/index.yaml"] = () =>
      new Response(null, { status: 307, headers: { location } });
    const outcome = await resolve(server);
    assert(outcome.kind === "unavailable", location);
    assert(!outcome.reason.includes("pass@"));
  }
});

Deno.test("openCharts() ends redirects that lead in a circle", async () => {
  await using server = await serveCharts([]);
  server.answers["/charts/index.yaml"] = () =>
    new Response(null, { status: 302, headers: { location: "index.yaml" } });
  assertStringIncludes(
    reasonOf(await resolve(server)),
    "redirects more than 5 times",
  );
});

Deno.test("openCharts() says where credentials are missing", async () => {
  await using server = new TestServer({
    "/charts/index.yaml": () => new Response("", { status: 401 }),
  });
  const outcome = await resolve(server);
  assert(outcome.kind === "unavailable");
  assertStringIncludes(outcome.reason, "refuses access with status 401");
  assertStringIncludes(outcome.remedy ?? "", "service configuration");
});

Deno.test("openCharts() stops reading an endless index", async () => {
  const chunk = new Uint8Array(1024 * 1024).fill(0x23);
  let sent = 0;
  await using server = new TestServer({
    "/charts/index.yaml": () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            sent += 1;
            controller.enqueue(chunk);
          },
        }),
      ),
  });
  assertStringIncludes(reasonOf(await resolve(server)), "bytes");
  assert(sent < 100);
});

Deno.test("openCharts() reads an index that is sent compressed", async () => {
  await using server = await serveCharts([
    { name: "dns", version: "1.2.0", archive: DNS },
  ]);
  const answer = await fetch(`${server.origin}/charts/index.yaml`);
  const plain = await answer.text();
  const bodies: [body: Uint8Array<ArrayBuffer>, expected: string][] = [
    [new Uint8Array(gzipSync(plain)), "available"],
    [new Uint8Array(gzipSync("#".repeat(50_000_000))), "unavailable"],
    [new Uint8Array([1, 2, 3]), "unavailable"],
  ];
  for (const [body, expected] of bodies) {
    server.answers["/charts/index.yaml"] = () =>
      new Response(body, { headers: { "content-encoding": "gzip" } });
    assertEquals((await resolve(server)).kind, expected);
  }
});

Deno.test("openCharts() refuses what is no index", async () => {
  await using server = await serveCharts([]);
  const cases: [text: string, expected: string][] = [
    ["<html></html>", "index.yaml"],
    ["entries: []", "has no entries"],
    ["a: &a [*a]", "index.yaml"],
    ["entries:\n  dns:\n  - version: 1.0.0\n", "no version matches"],
    [
      "entries:\n  dns:\n  - {version: 1.0.0, urls: ['file:///etc/passwd']}\n",
      "no HTTP URL",
    ],
    [
      "entries:\n  dns:\n  - {version: 1.0.0, urls: ['http://10.0.0.1/a.tgz']}\n",
      "not among the hosts",
    ],
  ];
  for (const [text, expected] of cases) {
    server.answers["/charts/index.yaml"] = () => new Response(text);
    assertStringIncludes(reasonOf(await resolve(server)), expected);
  }
});

Deno.test("openCharts() unpacks no bomb", async () => {
  const files = { "files/zeros": "0".repeat(4_000_000) };
  const stored = packTestChart("dns", "1.2.0", {
    ...files,
    "files/more": "0".repeat(4_000_000),
  });
  const archive = gzipSync(gunzipSync(stored), { level: 9 });
  await using server = await serveCharts([
    { name: "dns", version: "1.2.0", archive: new Uint8Array(archive) },
  ]);
  assertStringIncludes(reasonOf(await resolve(server)), "unpacks to more");
});

Deno.test("openCharts() refuses archives that are not safe", async () => {
  const text = (text: string) => new TextEncoder().encode(text);
  const cases: [archive: Uint8Array<ArrayBuffer>, expected: string][] = [
    [text("<html></html>"), "not compressed"],
    [packTestChart("../../etc", "1.2.0"), "no path"],
    [packTestChart("dns", "1.2.0", { "../../../evil": "x" }), "no path"],
    [packTestChart("dns", "1.2.0", { "Chart.yaml": "name: ..\n" }), ""],
  ];
  for (const [archive, expected] of cases) {
    await using server = await serveCharts([
      { name: "dns", version: "1.2.0", archive },
    ]);
    assertStringIncludes(reasonOf(await resolve(server)), expected);
  }
});
