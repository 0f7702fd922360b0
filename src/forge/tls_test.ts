import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { makeCertificate } from "../../tests/certificate.ts";
import { requirement } from "../../tests/requirements.ts";
import { openForge } from "./open_forge.ts";

Deno.test("openForge() trusts the certificates that it was given", async () => {
  if (!await requirement("go")) return;
  const { ca, cert, key } = await makeCertificate("localhost");
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, cert, key, onListen() {} },
    () => Response.json([]),
  );
  const open = (caCerts?: readonly string[]) =>
    openForge({
      kind: "gitea",
      url: `https://localhost:${server.addr.port}`,
      repository: "team/fleet",
      credentials: { kind: "token", token: "t0ken" },
      retryDelaysMs: [],
      ...(caCerts === undefined ? {} : { caCerts }),
    });
  const trusting = await (await open([ca])).listPullRequests("main");
  assertEquals(trusting, {
    kind: "done",
    value: { pullRequests: [], truncated: false },
  });
  const wary = await (await open()).listPullRequests("main");
  assert(wary.kind === "unreachable");
  assertStringIncludes(wary.reason, "cannot be reached");
  await server.shutdown();
});
