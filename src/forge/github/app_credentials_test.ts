import { assert, assertEquals } from "@std/assert";
import { createVerify, generateKeyPairSync } from "node:crypto";
import { speakGitHub } from "../_testing/github.ts";
import { json, serveForge } from "../_testing/serve.ts";
import { makeWorld, type World } from "../_testing/world.ts";
import type { Forge } from "../forge.ts";
import { openForge } from "../open_forge.ts";

const KEYS = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  // As GitHub hands keys out.
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});

/** GitHub, with tokens for an App that expire when the test says so. */
interface AppWorld extends World {
  /** The token that is good now. */
  token: string;
  /** What was asked for a token with. */
  readonly asked: { readonly jwt: string; readonly body: unknown }[];
}

async function withApp(
  test: (world: AppWorld, open: (key?: string) => Promise<Forge>) => Promise<
    void
  >,
): Promise<void> {
  const world: AppWorld = { ...makeWorld(), token: "", asked: [] };
  world.fault = (request, body) => {
    const { pathname } = new URL(request.url);
    const sent = request.headers.get("authorization") ?? "";
    if (pathname !== "/api/v3/app/installations/42/access_tokens") {
      return sent === `Bearer ${world.token}`
        ? undefined
        : json({ message: "Bad credentials" }, 401);
    }
    world.asked.push({
      jwt: sent.replace(/^bearer /i, ""),
      body: JSON.parse(body),
    });
    world.token = `ghs_7_token-${world.asked.length}`;
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    return json({ token: world.token, expires_at }, 201);
  };
  await serveForge({ world, root: "", speak: speakGitHub }, async (url) => {
    await test(world, (privateKey = KEYS.privateKey) =>
      openForge({
        kind: "github",
        url,
        repository: "team/fleet",
        credentials: {
          kind: "github-app",
          appId: "7",
          installationId: 42,
          privateKey,
        },
        retryDelaysMs: [],
      }));
  });
}

Deno.test("appCredentials() signs for a token, and keeps it", async () => {
  await withApp(async (world, open) => {
    const forge = await open();
    for (const base of ["main", "main", "other"]) {
      assertEquals((await forge.listPullRequests(base)).kind, "done");
    }
    assertEquals(world.asked.length, 1);
    const [{ jwt = "", body = {} } = {}] = world.asked;
    assertEquals(body, {
      repositories: ["fleet"],
      permissions: { pull_requests: "write", statuses: "write" },
    });
    const [head = "", claims = "", signature = ""] = jwt.split(".");
    const verify = createVerify("RSA-SHA256").update(`${head}.${claims}`);
    assert(verify.verify(KEYS.publicKey, signature, "base64url"));
    const { iss, iat, exp } = JSON.parse(atob(claims));
    assertEquals(String(iss), "7");
    assert(exp - iat <= 660 && exp * 1000 > Date.now());
  });
});

Deno.test("appCredentials() renews a token that has expired, once", async () => {
  await withApp(async (world, open) => {
    const forge = await open();
    await forge.listPullRequests("main");
    world.token = "expired meanwhile";
    assertEquals((await forge.listPullRequests("main")).kind, "done");
    assertEquals(world.asked.length, 2);
    const { fault } = world;
    world.fault = (request) => {
      const answer = fault?.(request, "{}");
      return answer?.status === 201 ? answer : json({}, 401);
    };
    world.log.length = 0;
    const outcome = await forge.listPullRequests("main");
    assertEquals(outcome.kind, "unauthorized");
    assertEquals(world.log.length, 3);
  });
});

Deno.test("appCredentials() says that a key is no good, and does not quote it", async () => {
  await withApp(async (world, open) => {
    const noKey = KEYS.privateKey.replace(/\n.{64}/, "\nnonsense");
    for (const key of ["", "hunter2", noKey, KEYS.publicKey]) {
      const forge = await open(key);
      assertEquals(await forge.listPullRequests("main"), {
        kind: "unauthorized",
        reason: "the private key of the GitHub App cannot be used",
      });
    }
    assertEquals(world.log, []);
  });
});

Deno.test("appCredentials() says why GitHub gives no token", async () => {
  await withApp(async (world, open) => {
    world.fault = () => json({ message: "Integration not found" }, 404);
    const outcome = await (await open()).listPullRequests("main");
    assert(outcome.kind === "gone");
    assert(outcome.reason.endsWith("answers 404: Integration not found"));
  });
});
