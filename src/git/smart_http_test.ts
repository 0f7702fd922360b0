import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  bareRepository,
  commitFiles,
  plainGit,
  serving,
  temporary,
  tryPlainGit,
  withFleet,
  workTree,
} from "./_testing.ts";
import { smartHttp } from "./smart_http.ts";

for (const version of [0, 1, 2]) {
  Deno.test(`smartHttp() serves protocol version ${version}, whole and at depth 1`, async () => {
    await withFleet(async ({ root, head, url }) => {
      const clone = async (name: string, ...args: string[]) => {
        await plainGit(root, [
          "-c",
          `protocol.version=${version}`,
          "clone",
          "--quiet",
          ...args,
          url,
          name,
        ]);
        assertEquals(
          await plainGit(`${root}/${name}`, ["rev-parse", "HEAD"]),
          head,
        );
        return await plainGit(`${root}/${name}`, [
          "rev-list",
          "--count",
          "HEAD",
        ]);
      };
      assertEquals(await clone("whole"), "2");
      assertEquals(await clone("shallow", "--depth=1"), "1");
      await plainGit(`${root}/whole`, [
        "-c",
        `protocol.version=${version}`,
        "fetch",
        "--quiet",
      ]);
    });
  });
}

Deno.test("smartHttp() serves partial clones", async () => {
  await withFleet(async ({ root, url }) => {
    await plainGit(root, [
      "clone",
      "--quiet",
      "--bare",
      "--filter=blob:none",
      url,
      "partial",
    ]);
    const missing = await plainGit(`${root}/partial`, [
      "rev-list",
      "--objects",
      "--missing=print",
      "HEAD",
    ]);
    assertStringIncludes(missing, "?");
  });
});

Deno.test("smartHttp() hides the renderer's own refs", async () => {
  await withFleet(async ({ work, head, url }) => {
    await plainGit(work, ["update-ref", "refs/k0render/fetched/1", head]);
    const listed = await plainGit(work, ["ls-remote", url]);
    assertStringIncludes(listed, "refs/heads/main");
    assertEquals(listed.includes("k0render"), false);
  });
});

Deno.test("smartHttp() takes pushes where the repository is writable, and says so", async () => {
  await temporary(async (root) => {
    const work = await workTree(`${root}/work`);
    const head = await commitFiles(work, { "a.yaml": "a: 1\n" });
    const directory = await bareRepository(`${root}/bare`);
    const pushes: string[] = [];
    const serve = smartHttp({
      repositories: new Map([["team/dry.git", { directory, writable: true }]]),
      onPush: (path) => pushes.push(path),
    });
    await serving(serve, async (origin) => {
      await plainGit(work, [
        "push",
        "--quiet",
        `${origin}/team/dry.git`,
        "main",
      ]);
    });
    assertEquals(await plainGit(directory, ["rev-parse", "main"]), head);
    assertEquals(pushes, ["team/dry.git"]);
  });
});

Deno.test("smartHttp() takes a push in many chunks", async () => {
  await temporary(async (root) => {
    const work = await workTree(`${root}/work`);
    const noise = crypto.getRandomValues(new Uint8Array(60_000));
    const files = Array.from(
      { length: 50 },
      (_, index) => [`f${index}`, noise.toReversed().with(index, 1)],
    );
    const head = await commitFiles(work, Object.fromEntries(files));
    const directory = await bareRepository(`${root}/bare`);
    const repositories = new Map([["dry.git", { directory, writable: true }]]);
    await serving(smartHttp({ repositories }), async (origin) => {
      await plainGit(work, [
        "-c",
        "http.postBuffer=4096",
        "push",
        "--quiet",
        `${origin}/dry.git`,
        "main",
      ]);
    });
    assertEquals(await plainGit(directory, ["rev-parse", "main"]), head);
  });
});

Deno.test("smartHttp() refuses pushes where the repository is not writable", async () => {
  await withFleet(async ({ work, head, url }) => {
    await commitFiles(work, { "evil.yaml": "e: 1\n" });
    const { code, stderr } = await tryPlainGit(work, [
      "push",
      url,
      "main:other",
    ]);
    assertEquals(code, 128);
    assertStringIncludes(stderr, "403");
    assertEquals(
      (await plainGit(work, ["ls-remote", url])).includes("other"),
      false,
    );
    assert(head !== "");
  });
});

const UPLOAD = { "content-type": "application/x-git-upload-pack-request" };

const REFUSED: readonly [
  criterion: string,
  path: string,
  init: RequestInit,
  status: number,
][] = [
  [
    "a repository that is not served",
    "/x.git/info/refs?service=git-upload-pack",
    {},
    404,
  ],
  [
    "a way out of the repositories",
    "/fleet.git/../../etc/info/refs?service=git-upload-pack",
    {},
    404,
  ],
  [
    "an encoded way out",
    "/..%2ffleet.git/info/refs?service=git-upload-pack",
    {},
    404,
  ],
  ["the dumb protocol", "/fleet.git/info/refs", {}, 403],
  ["bare files", "/fleet.git/HEAD", {}, 404],
  [
    "another service",
    "/fleet.git/info/refs?service=git-upload-archive",
    {},
    403,
  ],
  [
    "announcing a push",
    "/fleet.git/info/refs?service=git-receive-pack",
    {},
    403,
  ],
  ["pushing", "/fleet.git/git-receive-pack", { method: "POST" }, 403],
  ["posting to the refs", "/fleet.git/info/refs?service=git-upload-pack", {
    method: "POST",
  }, 405],
  ["getting the service", "/fleet.git/git-upload-pack", {}, 405],
  ["what git would not send", "/fleet.git/git-upload-pack", {
    method: "POST",
    body: "{}",
  }, 415],
  ["a damaged body", "/fleet.git/git-upload-pack", {
    method: "POST",
    body: "no gzip",
    headers: { ...UPLOAD, "content-encoding": "gzip" },
  }, 400],
  ["nonsense", "/fleet.git/git-upload-pack", {
    method: "POST",
    body: "zzzz",
    headers: UPLOAD,
  }, 500],
];

for (const [criterion, path, init, status] of REFUSED) {
  Deno.test(`smartHttp() refuses ${criterion}`, async () => {
    await withFleet(async ({ url }) => {
      const response = await fetch(new URL(path, url), init);
      await response.body?.cancel();
      assertEquals(response.status, status);
    });
  });
}

Deno.test("smartHttp() refuses a body that is too large, also when it was packed small", async () => {
  await withFleet(async ({ url }) => {
    // One packet that git waits for the end of.
    const packet = new Blob([`fff0${"0".repeat(65_516)}`]).stream();
    const packed = await new Response(
      packet.pipeThrough(new CompressionStream("gzip")),
    ).arrayBuffer();
    assert(packed.byteLength < 5000);
    const response = await fetch(`${url}/git-upload-pack`, {
      method: "POST",
      body: packed,
      headers: { ...UPLOAD, "content-encoding": "gzip" },
    });
    await response.body?.cancel();
    assertEquals(response.status, 413);
  }, { maxRequestBytes: 5000 });
});

Deno.test("smartHttp() answers a limited number of requests at a time", async () => {
  await withFleet(async ({ url }) => {
    const response = await fetch(`${url}/info/refs?service=git-upload-pack`);
    await response.body?.cancel();
    assertEquals(response.status, 503);
    assertEquals(response.headers.get("retry-after"), "5");
  }, { maxConcurrent: 0 });
});
