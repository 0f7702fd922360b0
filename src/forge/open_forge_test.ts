import { assertRejects } from "@std/assert";
import { openForge } from "./open_forge.ts";
import type { ForgeSettings } from "./settings.ts";

const TOKEN = { kind: "token", token: "t0ken" } as const;

Deno.test("openForge() refuses what cannot be an address, and repeats no secret", async () => {
  const cases: [settings: ForgeSettings, expected: string][] = [
    [
      { kind: "github", repository: "fleet", credentials: TOKEN },
      '"fleet" as a repository',
    ],
    [
      { kind: "azure-devops", repository: "a/b", credentials: TOKEN },
      "3 parts",
    ],
    [{
      kind: "gitea",
      url: "https://me:hunter2@git.example",
      repository: "a/b",
      credentials: TOKEN,
    }, "it has credentials in it"],
    [{
      kind: "gitea",
      url: "ftp://git.example",
      repository: "a/b",
      credentials: TOKEN,
    }, "it is no HTTP URL"],
    [
      { kind: "bitbucket-data-center", repository: "A/b", credentials: TOKEN },
      "it has no address",
    ],
    [{
      kind: "gitlab",
      apiUrl: "https://gitlab.example/",
      repository: "a/b",
      credentials: TOKEN,
    }, "/api/v4"],
    [{
      kind: "gitea",
      repository: "a/b",
      credentials: {
        kind: "github-app",
        appId: "1",
        installationId: 1,
        privateKey: "",
      },
    }, "with a GitHub App"],
  ];
  for (const [settings, expected] of cases) {
    const error = await assertRejects(
      () => openForge(settings),
      TypeError,
      expected,
    );
    if (error.message.includes("hunter2")) throw error;
  }
});
