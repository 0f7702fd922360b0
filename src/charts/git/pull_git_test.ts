import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  packTestChart,
  testRequest,
  withCharts,
} from "../../../tests/charts.ts";
import { spawnGit } from "../../git/git.ts";
import {
  commitTree,
  initRepository,
  type Person,
  type Repository,
  smartHttp,
  writeTree,
} from "../../git/mod.ts";
import { readArchive } from "../../templates/helm/chart/archive.ts";
import type { GitReference } from "../../templates/helm/lock/mod.ts";

const AUTHOR: Person = {
  name: "Test",
  email: "test@example.com",
  date: { seconds: 1_767_225_600, offset: "+0000" },
};

type Files = Readonly<Record<string, string>>;

/** A repository over smart HTTP on loopback. */
class GitServer implements AsyncDisposable {
  readonly #server: Deno.HttpServer<Deno.NetAddr>;

  private constructor(readonly repository: Repository) {
    this.#server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen() {} },
      smartHttp({
        repositories: new Map([["charts.git", {
          directory: repository.directory,
          writable: false,
        }]]),
      }),
    );
  }

  static async start(): Promise<GitServer> {
    return new GitServer(await initRepository(await Deno.makeTempDir()));
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#server.addr.port}`;
  }

  /** Commits files, and points refs at the commit. */
  async commit(files: Files, refs: readonly string[]): Promise<string> {
    const entries = Object.entries(files).map(([path, text]) => ({
      kind: "file" as const,
      path,
      text,
    }));
    const oid = await commitTree(this.repository, {
      tree: await writeTree(this.repository, entries),
      parents: [],
      author: AUTHOR,
      subject: "Add charts",
    });
    for (const ref of refs) await this.git("update-ref", ref, oid);
    return oid;
  }

  async git(...args: string[]): Promise<void> {
    const { directory } = this.repository;
    const process = spawnGit(args, { directory });
    await process.stdin.close();
    await process.stdout.cancel();
    await process.finished;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.shutdown();
    await Deno.remove(this.repository.directory, { recursive: true });
  }
}

/** The files of a test chart below a directory. */
function chartFiles(directory: string, version: string): Files {
  const archive = packTestChart("dns", version);
  const files = readArchive(archive, { name: "dns" });
  return Object.fromEntries(files.map(({ path, bytes }) => [
    `${directory}/${path}`,
    new TextDecoder().decode(bytes),
  ]));
}

function requestFor(server: GitServer, ref: GitReference, chart: string) {
  const url = `${server.origin}/charts.git`;
  return testRequest({ kind: "git", url, ref }, chart, "*");
}

Deno.test("openCharts() takes a chart from the commit that a GitRepository names", async () => {
  await using server = await GitServer.start();
  const old = await server.commit(chartFiles("charts/dns", "1.0.0"), [
    "refs/tags/v1.0.0",
    "refs/heads/master",
  ]);
  await server.commit(chartFiles("charts/dns", "1.9.0"), ["refs/tags/v1.9.0"]);
  await server.commit(chartFiles("charts/dns", "2.0.0"), [
    "refs/tags/v2.0.0",
    "refs/heads/main",
  ]);
  const cases: [ref: GitReference, expected: string][] = [
    [{ branch: "main" }, "2.0.0"],
    [{}, "1.0.0"],
    [{ tag: "v1.0.0", branch: "main" }, "1.0.0"],
    [{ semver: "1.x", tag: "v1.0.0" }, "1.9.0"],
    [{ name: "refs/heads/main", semver: "1.x" }, "2.0.0"],
    [{ commit: old, branch: "main" }, "1.0.0"],
  ];
  for (const [ref, expected] of cases) {
    await withCharts([{ origin: server.origin }], async (charts) => {
      const request = requestFor(server, ref, "./charts/dns/");
      const outcome = await charts.resolve(request);
      assert(outcome.kind === "available", JSON.stringify([ref, outcome]));
      assertEquals([ref, outcome.result.locked.version], [ref, expected]);
    });
  }
});

Deno.test("openCharts() packs the same files to the same archive", async () => {
  await using server = await GitServer.start();
  const files = chartFiles("dns", "1.0.0");
  await server.commit(files, ["refs/heads/a"]);
  await server.commit({ ...files, "README.md": "# Others\n" }, [
    "refs/heads/b",
  ]);
  const digests: string[] = [];
  for (const branch of ["a", "b"]) {
    await withCharts([{ origin: server.origin }], async (charts) => {
      const outcome = await charts.resolve(
        requestFor(server, { branch }, "dns"),
      );
      assert(outcome.kind === "available");
      digests.push(outcome.result.locked.digest);
    });
  }
  assertEquals(digests[0], digests[1]);
});

Deno.test("openCharts() takes the locked commit, wherever the branch is now", async () => {
  await using server = await GitServer.start();
  const files = chartFiles("dns", "1.0.0");
  await server.commit(files, ["refs/heads/main", "refs/tags/keep"]);
  const request = requestFor(server, { branch: "main" }, "dns");
  await withCharts([{ origin: server.origin }], async (charts) => {
    const outcome = await charts.resolve(request);
    assert(outcome.kind === "available");
    const { locked } = outcome.result;
    await server.commit(chartFiles("dns", "2.0.0"), ["refs/heads/main"]);
    await withCharts([{ origin: server.origin }], async (later) => {
      const loaded = await later.load({ ...request, locked });
      assert(loaded.kind === "available", JSON.stringify(loaded));
      assertEquals(loaded.result.locked, locked);
    });
  });
});

Deno.test("openCharts() refuses what is no chart of a repository", async () => {
  await using server = await GitServer.start();
  await server.commit(chartFiles("dns", "1.0.0"), ["refs/heads/main"]);
  const cases: [ref: GitReference, chart: string, expected: string][] = [
    [{ branch: "main" }, "../dns", "leads out of the repository"],
    [{ branch: "main" }, "nope", 'has no "nope"'],
    [{ branch: "gone" }, "dns", 'has no "refs/heads/gone"'],
    [{ tag: "--upload-pack=evil" }, "dns", "is no name of a ref"],
    [{ name: "main" }, "dns", "is no name of a ref"],
    [{ commit: "main" }, "dns", "is no commit's full name"],
    [{ semver: "1.x" }, "dns", "no version matches"],
  ];
  await withCharts([{ origin: server.origin }], async (charts) => {
    for (const [ref, chart, expected] of cases) {
      const outcome = await charts.resolve(requestFor(server, ref, chart));
      assert(outcome.kind === "unavailable", JSON.stringify(ref));
      assertStringIncludes(outcome.reason, expected);
    }
  });
  await withCharts([], async (charts) => {
    const request = requestFor(server, { branch: "main" }, "dns");
    const outcome = await charts.resolve(request);
    assert(outcome.kind === "unavailable");
    assertStringIncludes(outcome.reason, "not among the hosts");
  });
});

Deno.test("openCharts() lets git dial the addresses that were looked at", async () => {
  await using server = await GitServer.start();
  await server.commit(chartFiles("dns", "1.0.0"), ["refs/heads/main"]);
  const { port } = new URL(server.origin);
  const origin = `http://localhost:${port}`;
  const url = `${origin}/charts.git`;
  const source = { kind: "git", url, ref: { branch: "main" } } as const;
  const request = testRequest(source, "dns", "*");
  await withCharts([{ origin }], async (charts) => {
    const outcome = await charts.resolve(request);
    assert(outcome.kind === "unavailable");
    assertStringIncludes(outcome.reason, "special network");
  });
  await withCharts([{ origin }], async (charts) => {
    const outcome = await charts.resolve(request);
    assertEquals(outcome.kind, "available", JSON.stringify(outcome));
  }, ["127.0.0.0/8"]);
});
