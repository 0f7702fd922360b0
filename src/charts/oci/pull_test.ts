import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  packTestChart,
  testRequest,
  withCharts,
} from "../../../tests/charts.ts";
import { TestServer } from "../../../tests/chart_repository.ts";
import { DockerRegistry } from "../../../tests/docker_registry.ts";
import { requirement } from "../../../tests/requirements.ts";
import type { ChartAddress } from "../../templates/helm/lock/mod.ts";
import { digestOf } from "../digest.ts";

const LOGIN = {
  htpasswd:
    "robot:$2y$05$abcdefghijklmnopqrstuuOQiyCxlgf/oeuTqixKmWdcYUh4Hjl0a\n",
  username: "robot",
  password: "secret",
};

function addressOf(registry: DockerRegistry): ChartAddress {
  return {
    kind: "oci",
    url: `oci://${registry.host}/team/charts`,
    insecure: true,
  };
}

Deno.test("openCharts() resolves a range to the newest tag of a registry", async () => {
  if (!await requirement("docker-registry")) return;
  await using registry = await DockerRegistry.start();
  const archives = new Map<string, Uint8Array>();
  for (const version of ["1.2.0", "1.10.0", "2.0.0-rc.1", "1.10.0+build.2"]) {
    const archive = packTestChart("dns", version);
    archives.set(version, archive);
    await registry.push("team/charts/dns", version.replace("+", "_"), archive);
  }
  const cases: [wanted: string, expected: string][] = [
    ["1.2.0", "1.2.0"],
    ["~1.2", "1.2.0"],
    [">=1.0, <1.5", "1.2.0"],
    ["2.0.0-rc.1", "2.0.0-rc.1"],
    ["1.10.0+build.2", "1.10.0+build.2"],
    [">1-0", "2.0.0-rc.1"],
  ];
  await withCharts([{ origin: `http://${registry.host}` }], async (charts) => {
    for (const [wanted, expected] of cases) {
      const outcome = await charts.resolve(
        testRequest(addressOf(registry), "dns", wanted),
      );
      assert(outcome.kind === "available", JSON.stringify(outcome));
      assertEquals(outcome.result.locked.version, expected);
      assertEquals(
        outcome.result.locked.digest,
        await digestOf(archives.get(expected)!),
      );
    }
    const none = await charts.resolve(
      testRequest(addressOf(registry), "dns", "3.x"),
    );
    assert(none.kind === "unavailable");
    assertStringIncludes(none.reason, 'no version matches "3.x"');
    const unknown = await charts.resolve(
      testRequest(addressOf(registry), "nope", "1.x"),
    );
    assert(unknown.kind === "unavailable");
    assertStringIncludes(unknown.reason, "there is no");
  });
});

const DNS = packTestChart("dns", "1.2.0");

Deno.test("openCharts() logs in to a registry that asks for it", async () => {
  if (!await requirement("docker-registry")) return;
  await using registry = await DockerRegistry.start({ login: LOGIN });
  await registry.push("team/charts/dns", "1.2.0", DNS);
  const origin = `http://${registry.host}`;
  const request = testRequest(addressOf(registry), "dns", "1.x");
  const { username, password } = LOGIN;
  await withCharts(
    [{ origin, credentials: { username, password } }],
    async (charts) => {
      assertEquals((await charts.resolve(request)).kind, "available");
    },
  );
  for (const credentials of [undefined, { username, password: "wrong" }]) {
    const host = { origin, ...(credentials && { credentials }) };
    await withCharts([host], async (charts) => {
      const outcome = await charts.resolve(request);
      assert(outcome.kind === "unavailable");
      assertStringIncludes(outcome.reason, "refuses access with status 401");
      assertStringIncludes(outcome.remedy ?? "", origin);
    });
  }
});

/** A registry behind a door that wants tokens, and may change what it serves. */
function tokenDoor(
  registry: DockerRegistry,
  change: (path: string, body: Uint8Array<ArrayBuffer>) => BodyInit = (
    _path,
    body,
  ) => body,
): { door: TestServer; realm: TestServer } {
  const realm = new TestServer({
    "/token": (request) => {
      const { searchParams } = new URL(request.url);
      const isKnown = request.headers.get("authorization") ===
        `Basic ${btoa("robot:secret")}`;
      return isKnown && searchParams.get("service") === "door"
        ? Response.json({ token: `for ${searchParams.get("scope")}` })
        : new Response("", { status: 403 });
    },
  });
  const scope = "repository:team/charts/dns:pull";
  const door = new TestServer(
    new Proxy({}, {
      get: () => async (request: Request) => {
        const { pathname, search } = new URL(request.url);
        if (request.headers.get("authorization") !== `Bearer for ${scope}`) {
          return new Response("", {
            status: 401,
            headers: {
              "www-authenticate":
                `Bearer realm="${realm.origin}/token",service="door",scope="${scope}"`,
            },
          });
        }
        const answer = await fetch(
          `http://${registry.host}${pathname}${search}`,
          { headers: { accept: request.headers.get("accept") ?? "*/*" } },
        );
        const { status, headers } = answer;
        const body = new Uint8Array(await answer.arrayBuffer());
        const kept = ["docker-content-digest", "content-type", "link"].flatMap(
          (name) => headers.has(name) ? [[name, headers.get(name)!]] : [],
        ) as [string, string][];
        return new Response(change(pathname, body), { status, headers: kept });
      },
    }),
  );
  return { door, realm };
}

Deno.test("openCharts() takes a token from the realm, with the realm's own credentials", async () => {
  if (!await requirement("docker-registry")) return;
  await using registry = await DockerRegistry.start();
  await registry.push("team/charts/dns", "1.2.0", DNS);
  const { door, realm } = tokenDoor(registry);
  await using _door = door;
  await using _realm = realm;
  const source = {
    kind: "oci",
    url: `oci://${new URL(door.origin).host}/team/charts`,
    insecure: true,
  } as const;
  const request = testRequest(source, "dns", "1.x");
  const credentials = { username: "robot", password: "secret" };
  await withCharts(
    [{ origin: door.origin }, { origin: realm.origin, credentials }],
    async (charts) => {
      assertEquals((await charts.resolve(request)).kind, "available");
    },
  );
  realm.seen.length = 0;
  await withCharts([{ origin: door.origin, credentials }], async (charts) => {
    const outcome = await charts.resolve(request);
    assert(outcome.kind === "unavailable");
    assertStringIncludes(outcome.reason, "not among the hosts");
    assertEquals(realm.seen, []);
  });
});

Deno.test("openCharts() refuses blobs and manifests that were changed on the way", async () => {
  if (!await requirement("docker-registry")) return;
  await using registry = await DockerRegistry.start();
  await registry.push("team/charts/dns", "1.2.0", DNS);
  const evil = packTestChart("dns", "1.2.0", { "evil.txt": "x" });
  const cases: [part: string, change: () => BodyInit, expected: string][] = [
    ["/blobs/", () => evil, "has the digest"],
    ["/manifests/", () => "{}", "has the digest"],
    ["/tags/", () => "[]", "does not list its tags"],
  ];
  for (const [part, change, expected] of cases) {
    const { door, realm } = tokenDoor(
      registry,
      (path, body) => path.includes(part) ? change() : body,
    );
    await using _door = door;
    await using _realm = realm;
    const url = `oci://${new URL(door.origin).host}/team/charts`;
    const source = { kind: "oci", url, insecure: true } as const;
    const credentials = { username: "robot", password: "secret" };
    await withCharts(
      [{ origin: door.origin }, { origin: realm.origin, credentials }],
      async (charts) => {
        const outcome = await charts.resolve(testRequest(source, "dns", "1.x"));
        assert(outcome.kind === "unavailable");
        assertStringIncludes(outcome.reason, expected);
      },
    );
  }
});

Deno.test("openCharts() takes a locked archive by its digest alone", async () => {
  if (!await requirement("docker-registry")) return;
  await using registry = await DockerRegistry.start();
  await registry.push("team/charts/dns", "1.2.0", DNS);
  const host = { origin: `http://${registry.host}` };
  const request = testRequest(addressOf(registry), "dns", "1.x");
  await withCharts([host], async (charts) => {
    const outcome = await charts.resolve(request);
    assert(outcome.kind === "available");
    const { locked } = outcome.result;
    await registry.push(
      "team/charts/dns",
      "1.2.0",
      packTestChart("dns", "1.2.0", { "newer.txt": "x" }),
    );
    await withCharts([host], async (later) => {
      const loaded = await later.load({ ...request, locked });
      assert(loaded.kind === "available", JSON.stringify(loaded));
      assertEquals(loaded.result.locked, locked);
    });
  });
});

Deno.test("openCharts() refuses names that no repository has", async () => {
  const cases = ["../../v2/other", "a/../b", "A", "a?b", "a#b", "", "a b", "."];
  await withCharts([{ origin: "http://127.0.0.1:1" }], async (charts) => {
    for (const chart of cases) {
      const source = {
        kind: "oci",
        url: "oci://127.0.0.1:1/team",
        insecure: true,
      } as const;
      const outcome = await charts.resolve(testRequest(source, chart, "1.0.0"));
      assert(outcome.kind === "unavailable");
      assertStringIncludes(outcome.reason, "names no repository");
    }
  });
});
