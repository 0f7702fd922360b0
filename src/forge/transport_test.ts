import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { ASKED, forEach, SHA, STATUS } from "./_testing/ask.ts";
import { FORGES, withForge } from "./_testing/forges.ts";
import { json } from "./_testing/serve.ts";
import type { Forge } from "./forge.ts";
import type { ForgeOutcome } from "./outcome.ts";

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
        ? new Response(null, { status: 502 })
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
