import { assert, assertEquals, assertRejects } from "@std/assert";
import { openRemote, type Remote } from "../../git/mod.ts";
import { readServiceConfig } from "../service_config.ts";
import type { ForgeConfig } from "./forge_config.ts";
import { openConfiguredForge } from "./open_configured_forge.ts";

const HEAD = "apiVersion: k0render.dev/v1alpha1\nkind: ServiceConfig\n";

async function withFiles(
  files: Readonly<Record<string, string>>,
  run: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function readForge(
  folder: string,
  forge: string,
): Promise<ForgeConfig | undefined> {
  const path = `${folder}/config.yaml`;
  await Deno.writeTextFile(path, `${HEAD}forge: ${forge}\n`);
  return (await readServiceConfig(path)).forge;
}

function remote(): Remote {
  const outcome = openRemote("https://git.example/fleet.git");
  assert(outcome.kind === "remote");
  return outcome.remote;
}

Deno.test("openConfiguredForge() opens each kind with its secrets", async () => {
  const cases: [config: string, page: string | undefined][] = [
    [
      "{kind: github, repository: team/fleet, token: {env: K0RENDER_TEST_TOKEN}}",
      "https://github.com/team/fleet/tree/a",
    ],
    [
      "{kind: github, url: https://git.example, repository: team/fleet, app: {id: '7', installation: 42, privateKey: {file: FOLDER/key}}}",
      "https://git.example/team/fleet/tree/a",
    ],
    [
      "{kind: gitlab, repository: a/b/c, token: {file: FOLDER/token}}",
      "https://gitlab.com/a/b/c/-/tree/a",
    ],
    [
      "{kind: gitea, url: https://codeberg.org, repository: a/b, token: {file: FOLDER/token}}",
      "https://codeberg.org/a/b/src/branch/a",
    ],
    [
      "{kind: bitbucket-cloud, repository: a/b, username: me@example.com, token: {file: FOLDER/token}}",
      "https://bitbucket.org/a/b/branch/a",
    ],
    [
      "{kind: azure-devops, repository: a/b/c, token: {file: FOLDER/token}}",
      "https://dev.azure.com/a/b/_git/c?version=GBa",
    ],
    ["{kind: git, branches: [change/*]}", undefined],
  ];
  Deno.env.set("K0RENDER_TEST_TOKEN", "t0ken");
  await withFiles({ token: "t0ken\n", key: "-----BEGIN" }, async (folder) => {
    for (const [text, page] of cases) {
      const config = await readForge(folder, text.replaceAll("FOLDER", folder));
      assert(config !== undefined);
      const { forge, forks, webhooks } = await openConfiguredForge(config, {
        remote: remote(),
      });
      assertEquals(forge.branchUrl("a"), page);
      assertEquals(forge.kind, config.kind);
      assertEquals(forks, { kind: "off" });
      assertEquals(webhooks, undefined);
    }
  });
  Deno.env.delete("K0RENDER_TEST_TOKEN");
});

Deno.test("openConfiguredForge() reads the secret of webhooks, and what is with forks", async () => {
  await withFiles({ token: "t0ken", hook: "hunter2\n" }, async (folder) => {
    const config = await readForge(
      folder,
      `{kind: gitlab, repository: a/b, token: {file: ${folder}/token}, webhook: {secret: {file: ${folder}/hook}}, forks: "label:ok to render"}`,
    );
    assert(config !== undefined);
    const opened = await openConfiguredForge(config, { remote: remote() });
    assertEquals(opened.webhooks, { kind: "gitlab", secret: "hunter2" });
    assertEquals(opened.forks, { kind: "label", label: "ok to render" });
  });
});

Deno.test("openConfiguredForge() says which secret cannot be used, and never quotes it", async () => {
  const cases: [forge: string, expected: string][] = [
    [
      "token: {env: K0RENDER_UNSET}",
      'Cannot read the token of the forge: the variable "K0RENDER_UNSET" is not set',
    ],
    [
      "token: {file: /no/such}",
      'Cannot read the token of the forge: no file "/no/such" can be read',
    ],
    [
      "token: {file: FOLDER/empty}",
      "Cannot use the token of the forge: it is empty",
    ],
    [
      "token: {file: FOLDER/lines}",
      "Cannot use the token of the forge: it has a line break",
    ],
    [
      "token: {file: FOLDER/token}, webhook: {secret: {file: FOLDER/empty}}",
      "Cannot use the secret of webhooks: it is empty",
    ],
    [
      "token: {file: FOLDER/token}, caFile: /no/such",
      "Cannot read the certificates of the forge",
    ],
    [
      "app: {id: '7', installation: 42, privateKey: {file: /no/such}}",
      "Cannot read the private key of the GitHub App",
    ],
  ];
  const files = { empty: "\n", token: "t0ken", lines: "hunter2\r\nx: hunter2" };
  await withFiles(files, async (folder) => {
    for (const [text, expected] of cases) {
      const fields = text.replaceAll("FOLDER", folder);
      const config = await readForge(
        folder,
        `{kind: github, repository: a/b, ${fields}}`,
      );
      assert(config !== undefined);
      const error = await assertRejects(
        () => openConfiguredForge(config, { remote: remote() }),
        Error,
        expected,
      );
      assert(!error.message.includes("hunter2"));
    }
  });
});

Deno.test("readServiceConfig() names what is wrong with a forge, and repeats no secret", async () => {
  const cases: [forge: string, expected: string][] = [
    ["{kind: sourcehut}", '"forge.kind"'],
    ["{kind: github, repository: a/b}", "needs either token or app"],
    ["{kind: gitea, repository: a/b, token: hunter2}", '"forge.token"'],
    [
      "{kind: gitea, repository: a/b, token: {value: hunter2}}",
      "must be {env: NAME} or {file: PATH}",
    ],
    [
      "{kind: gitea, repository: a/b, token: {env: A, file: B}}",
      '"forge.token"',
    ],
    [
      "{kind: gitea, repository: a/b, token: {env: A}, forks: yes}",
      '"forge.forks"',
    ],
    [
      "{kind: gitea, repository: a/b, token: {env: A}, forks: maybe}",
      "must be off, on or label:<name>",
    ],
    [
      "{kind: gitea, url: git.example, repository: a/b, token: {env: A}}",
      '"forge.url"',
    ],
    ["{kind: gitea, repository: a/b, token: {env: A}, app: {}}", "app"],
    ["{kind: git, branches: []}", '"forge.branches"'],
    ["{kind: git, branches: ['a b']}", "must be a branch such as change/*"],
  ];
  await withFiles({}, async (folder) => {
    for (const [text, expected] of cases) {
      const error = await assertRejects(
        () => readForge(folder, text),
        Error,
        expected,
      );
      assert(!error.message.includes("hunter2"), error.message);
    }
  });
});
