import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type ForgeContext, FORGES, withForge } from "./_testing/forges.ts";
import { json } from "./_testing/serve.ts";
import { TOKEN } from "./_testing/world.ts";
import type { Forge } from "./forge.ts";
import type { ForgeOutcome } from "./outcome.ts";

const SHA = "a".repeat(40);
const STATUS = {
  state: "pending",
  context: "k0render/preview",
  description: "Rendering",
  url: "https://k0render.example",
} as const;

/** What is asked of a forge, and how it asks its server. */
const ASKED: Readonly<
  Record<string, (forge: Forge) => Promise<ForgeOutcome<unknown>>>
> = {
  "listPullRequests()": (forge) => forge.listPullRequests("main"),
  "putComment()": (forge) =>
    forge.putComment("7", { marker: "m", body: "One" }),
  "putStatus()": (forge) =>
    forge.putStatus({ sha: SHA, pullRequest: "7" }, STATUS),
};

/** Runs a test for everything that is asked of each forge. */
function forEach(
  criterion: string,
  test: (
    ask: (forge: Forge) => Promise<ForgeOutcome<unknown>>,
    context: ForgeContext,
  ) => Promise<void>,
): void {
  for (const tested of FORGES) {
    for (const [name, ask] of Object.entries(ASKED)) {
      Deno.test(`${tested.kind}: ${name} ${criterion}`, async () => {
        await withForge(tested, async (context) => {
          await test(ask, context);
        });
      });
    }
  }
}

/** An answer that repeats the secret. */
function leak(request: Request, status: number): Response {
  const sent = request.headers.get("authorization");
  return json({ message: `No: you sent ${sent}, ${TOKEN}` }, status);
}

const HTML = "<html>Service unavailable</html>";

const ANSWERS: readonly [
  criterion: string,
  answer: (request: Request) => Response,
  kind: ForgeOutcome<unknown>["kind"],
][] = [
  ["400", (request) => leak(request, 400), "refused"],
  ["401", (request) => leak(request, 401), "unauthorized"],
  ["403", (request) => leak(request, 403), "unauthorized"],
  ["404", (request) => leak(request, 404), "gone"],
  ["409", (request) => leak(request, 409), "refused"],
  ["410", (request) => leak(request, 410), "gone"],
  [
    "422",
    () =>
      json({ message: "Validation Failed", errors: [{ message: TOKEN }] }, 422),
    "refused",
  ],
  ["429", () => json({}, 429), "rate-limited"],
  ["500", (request) => leak(request, 500), "unreachable"],
  ["501", () => json({ error: { message: TOKEN } }, 501), "unreachable"],
  ["502", () => new Response(HTML, { status: 502 }), "unreachable"],
  [
    "a page to sign in on",
    () => new Response(HTML, { status: 203 }),
    "unauthorized",
  ],
  ["a number", () => json(7), "unreachable"],
  ["half of its JSON", () => new Response('[{"id": 1'), "unreachable"],
  [
    "what is no UTF-8",
    () => new Response(new Uint8Array([0x22, 0xff, 0x22])),
    "unreachable",
  ],
  ["nothing", () => new Response(""), "unreachable"],
  [
    "fields of other types",
    () => json({ id: "x", value: 1, values: {} }),
    "unreachable",
  ],
];

for (const [criterion, answer, kind] of ANSWERS) {
  forEach(
    `says ${kind} when it is answered ${criterion}`,
    async (ask, context) => {
      const { world, forge } = context;
      world.fault = answer;
      const outcome = await ask(forge);
      // Nobody reads what a forge says of a status that it took.
      if (outcome.kind === "done") {
        assert(
          ask === ASKED["putStatus()"] && answer(new Request("http://a")).ok,
        );
        return;
      }
      assertEquals(outcome.kind, kind, JSON.stringify(outcome));
      const said = JSON.stringify(outcome);
      assert(!said.includes(TOKEN), said);
      assert(!said.includes(btoa(`:${TOKEN}`)), said);
    },
  );
}

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;
const LIMITS: readonly [
  criterion: string,
  answer: () => Response,
  retryAfterMs: number,
][] = [
  ["retry-after", () => json({}, 429, { "retry-after": "30" }), 30_000],
  [
    "retry-after with a date",
    () =>
      json({}, 429, { "retry-after": new Date(NOW + 90_000).toUTCString() }),
    90_000,
  ],
  ["403 and retry-after", () => json({}, 403, { "retry-after": "45" }), 45_000],
  ["503 and retry-after", () => json({}, 503, { "retry-after": "20" }), 20_000],
  [
    "an exhausted limit",
    () =>
      json({}, 403, {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(NOW / 1000 + 600),
      }),
    10 * MINUTE,
  ],
  [
    "GitLab's reset",
    () => json({}, 429, { "ratelimit-reset": String(NOW / 1000 + 120) }),
    2 * MINUTE,
  ],
  [
    "GitHub's page on secondary limits",
    () =>
      json({
        documentation_url:
          "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits",
      }, 403),
    MINUTE,
  ],
  ["no time", () => json({}, 429), MINUTE],
  ["a time gone by", () => json({}, 429, { "x-ratelimit-reset": "7" }), 1000],
  ["a year", () => json({}, 429, { "retry-after": "31536000" }), 60 * MINUTE],
];

for (const [criterion, answer, retryAfterMs] of LIMITS) {
  forEach(
    `waits as long as ${criterion} says`,
    async (ask, { world, open }) => {
      let now = NOW;
      const forge = await open({ now: () => now });
      world.fault = answer;
      assertEquals(await ask(forge), { kind: "rate-limited", retryAfterMs });
      assertEquals(world.log.length, 1);
      world.fault = undefined;
      world.log.length = 0;
      now += retryAfterMs - 1;
      assertEquals(await ask(forge), { kind: "rate-limited", retryAfterMs: 1 });
      assertEquals(world.log, []);
      now += 1;
      assertEquals((await ask(forge)).kind, "done");
    },
  );
}

forEach(
  "gets over a gateway that fails twice, but writes nothing twice",
  async (ask, context) => {
    const { world, forge } = context;
    const failed = new Map<string, number>();
    world.fault = (request) => {
      const key = `${request.method} ${request.url}`;
      const times = failed.get(key) ?? 0;
      failed.set(key, times + 1);
      return times < 2 && request.method === "GET"
        ? new Response(HTML, { status: 502 })
        : undefined;
    };
    assertEquals((await ask(forge)).kind, "done");
    world.fault = (request) =>
      request.method === "GET"
        ? undefined
        : new Response(null, { status: 502 });
    world.log.length = 0;
    const outcome = await forge.putStatus({ sha: SHA, pullRequest: "7" }, {
      ...STATUS,
      state: "failure",
    });
    assertEquals(outcome.kind, "unreachable");
    const writes = world.log.filter((line) => line.startsWith("POST"));
    assertEquals(writes.length, 1);
  },
);

forEach(
  "does not wait for a server that says nothing",
  async (ask, { world, open }) => {
    const forge = await open({ timeoutMs: 40, retryDelaysMs: [] });
    world.fault = () => new Response(new ReadableStream());
    const outcome = await ask(forge);
    assert(outcome.kind === "unreachable", JSON.stringify(outcome));
    assertStringIncludes(outcome.reason, "takes more than 40 ms");
  },
);

forEach("reads no answer without end", async (ask, { world, forge }) => {
  const chunk = new Uint8Array(1024 * 1024).fill(0x20);
  let sent = 0;
  world.fault = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          sent += 1;
          controller.enqueue(chunk);
        },
      }),
    );
  const outcome = await ask(forge);
  assert(outcome.kind === "unreachable", JSON.stringify(outcome));
  assertStringIncludes(outcome.reason, "more than 16777216 bytes");
  assert(sent < 100, `${sent}`);
});

for (const status of [301, 302, 303, 307, 308]) {
  forEach(`takes its token nowhere else at ${status}`, async (ask, context) => {
    const heard: Request[] = [];
    const elsewhere = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen() {} },
      (request) => {
        heard.push(request);
        return json([]);
      },
    );
    const location = `http://127.0.0.1:${elsewhere.addr.port}/`;
    context.world.fault = () =>
      new Response(null, { status, headers: { location } });
    const outcome = await ask(context.forge);
    assertEquals(outcome.kind, "unreachable", JSON.stringify(outcome));
    assertEquals(heard.length, 0);
    await elsewhere.shutdown();
  });
}

for (const tested of FORGES) {
  Deno.test(`${tested.kind}: putComment() writes nothing twice at 301`, async () => {
    await withForge(tested, async ({ world, forge }) => {
      const writes: string[] = [];
      world.fault = ({ method, url }) => {
        if (method === "GET" || url.endsWith("/graphql")) return undefined;
        writes.push(method);
        const headers = { location: new URL(url).pathname };
        return new Response(null, { status: 301, headers });
      };
      const put = await forge.putComment("7", { marker: "m", body: "One" });
      assertEquals(put.kind, "unreachable");
      assertEquals(writes, ["POST"]);
    });
  });

  Deno.test(`${tested.kind}: listPullRequests() tries a fixed token once`, async () => {
    await withForge(tested, async ({ world, forge }) => {
      world.fault = () => json({}, 401);
      await forge.listPullRequests("main");
      assertEquals(world.log.length, 1);
    });
  });
}

forEach(
  "follows a repository that was renamed",
  async (ask, { world, forge }) => {
    world.fault = (request) => {
      const url = new URL(request.url);
      if (url.searchParams.has("renamed")) return undefined;
      url.searchParams.set("renamed", "1");
      const location = `${url.pathname}${url.search}`;
      return new Response(null, { status: 307, headers: { location } });
    };
    assertEquals((await ask(forge)).kind, "done");
  },
);

forEach("gives up on redirects in a circle", async (ask, { world, forge }) => {
  const headers = { location: "/" };
  world.fault = () => new Response(null, { status: 307, headers });
  const outcome = await ask(forge);
  assert(outcome.kind === "unreachable", JSON.stringify(outcome));
  assertStringIncludes(outcome.reason, "redirects more than 3 times");
});

for (const tested of FORGES) {
  Deno.test(`${tested.kind}: is unreachable when nobody listens`, async () => {
    const outcomes: ForgeOutcome<unknown>[] = [];
    let reopened: Forge | undefined;
    await withForge(tested, ({ forge }) => {
      reopened = forge;
      return Promise.resolve();
    });
    for (const ask of Object.values(ASKED)) {
      assert(reopened !== undefined);
      outcomes.push(await ask(reopened));
    }
    assertEquals(
      new Set(outcomes.map(({ kind }) => kind)),
      new Set(["unreachable"]),
    );
  });

  Deno.test(`${tested.kind}: stops when it is told to`, async () => {
    await withForge(tested, async ({ world, open }) => {
      const controller = new AbortController();
      const forge = await open({ signal: controller.signal });
      world.fault = () => {
        controller.abort(new Error("Shutting down"));
        return new Response(new ReadableStream());
      };
      for (const ask of Object.values(ASKED)) {
        const error = await ask(forge).then(() => undefined, (found) => found);
        assertEquals(error instanceof Error && error.message, "Shutting down");
      }
    });
  });
}
