import { assert, assertEquals, assertThrows } from "@std/assert";
import { TestServer } from "../../../tests/chart_repository.ts";
import { get } from "../http/get.ts";
import { catchUnavailable, Unavailable } from "../unavailable.ts";
import { makeEgress } from "./egress.ts";
import { makeNetworks, SPECIAL_NETWORKS } from "./network.ts";

Deno.test("SPECIAL_NETWORKS holds every way to write an inner address", () => {
  const inner = [
    ..."127.0.0.1 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1".split(" "),
    ..."169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255".split(
      " ",
    ),
    ..."::1 :: fe80::1 fe80::1%eth0 fd00:ec2::254 ff02::1 fec0::1".split(" "),
    ..."::ffff:127.0.0.1 ::ffff:a9fe:a9fe 64:ff9b::a9fe:a9fe".split(" "),
    ..."2002:a9fe:a9fe::1 2001:0:1::1 ::127.0.0.1".split(" "),
  ];
  for (const address of inner) assert(SPECIAL_NETWORKS.has(address), address);
  for (const address of "1.1.1.1 172.32.0.1 2606:4700::1111".split(" ")) {
    assert(!SPECIAL_NETWORKS.has(address), address);
  }
});

Deno.test("makeNetworks() refuses what is no network", () => {
  for (const text of ["", "10.0.0.0/33", "10.0.0.0/8/8", "a", "10.0.0.0/-1"]) {
    assertThrows(() => makeNetworks([text]), RangeError);
  }
});

Deno.test("makeEgress() allows the very origins that are listed", () => {
  const egress = makeEgress({ hosts: [{ origin: "https://charts.example" }] });
  const cases: [url: string, allowed: boolean][] = [
    ["https://charts.example/index.yaml", true],
    ["https://CHARTS.example:443/index.yaml", true],
    ["http://charts.example/index.yaml", false],
    ["https://charts.example:8443/", false],
    ["https://evil.charts.example/", false],
    ["https://charts.example.evil/", false],
    ["https://charts.example@evil.example/", false],
    ["https://me:secret@charts.example/", false],
    ["https://charts.example./", false],
  ];
  for (const [url, allowed] of cases) {
    let found = true;
    try {
      egress.hostOf(new URL(url));
    } catch (error) {
      assert(error instanceof Unavailable);
      assert(!error.message.includes("secret"));
      found = false;
    }
    assertEquals([url, found], [url, allowed]);
  }
});

Deno.test("get() dials no inner address, whatever name leads there", async () => {
  await using server = new TestServer({ "/": () => new Response("secret") });
  const { port } = new URL(server.origin);
  const url = new URL(`http://localhost:${port}/`);
  const hosts = [{ origin: url.origin }];
  const request = { headers: {}, maxBytes: 100 };
  const closed = await catchUnavailable(() =>
    get({ egress: makeEgress({ hosts }) }, url, request)
  );
  assert(closed.kind === "unavailable");
  assertEquals(server.seen, []);
  const networks = ["127.0.0.0/8", "::1"];
  const open = await catchUnavailable(() =>
    get({ egress: makeEgress({ hosts, networks }) }, url, request)
  );
  assert(open.kind === "available", JSON.stringify(open));
  assertEquals(open.result.status, 200);
});

Deno.test("get() gives up on a host that does not answer", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  const url = new URL(`http://127.0.0.1:${port}/`);
  const egress = makeEgress({ hosts: [{ origin: url.origin }] });
  const outcome = await catchUnavailable(() =>
    get({ egress, timeoutMs: 200 }, url, { headers: {}, maxBytes: 100 })
  );
  listener.close();
  assert(outcome.kind === "unavailable");
});
