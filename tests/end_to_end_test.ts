/**
 * From definitions in a Git repository to what others clone from its rendered
 * branch.
 */

import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { plainGit, serving, tryPlainGit } from "../src/git/_testing.ts";
import { smartHttp } from "../src/git/mod.ts";
import { loadYaml } from "../src/yaml/mod.ts";
import { withFleet } from "./fleet.ts";
import { requirement } from "./requirements.ts";

Deno.test("render --commit brings definitions to a branch that others clone", async () => {
  await withFleet(async (fleet) => {
    const dry = await fleet.head("main");
    const { code, stdout } = await fleet.render();
    assertEquals(code, 0);
    const head = await fleet.head();
    assertEquals(
      stdout,
      `production: committed rendered at ${head} (3 clusters)\n`,
    );
    const files = await fleet.rendered();
    assertStringIncludes(
      files.get(
        "clusters/prod/eu1/machine-deployment.cluster.x-k8s.io_prod_eu1-md.yaml",
      ) ?? "",
      "replicas: 4",
    );
    assert(
      files.has(
        "review/prod/eu1/helm-release.helm.toolkit.fluxcd.io_prod_eu1.yaml",
      ),
    );
    const metadata = JSON.parse(files.get("hydrator.metadata") ?? "{}");
    assertEquals(
      [metadata.repoURL, metadata.drySha, metadata.k0render.failed],
      [fleet.origin, dry, []],
    );
    assertEquals(await fleet.note(), { drySha: dry });
  });
});

Deno.test("a rendered commit says who made the dry one, when, and which", async () => {
  await withFleet(async (fleet) => {
    const dry = await fleet.head("main");
    await fleet.render();
    const format = "--format=%an <%ae> %ad%n%(trailers:only,unfold)";
    const args = ["log", "-1", "--date=raw", format];
    assertEquals(
      await plainGit(fleet.origin, [...args, "rendered"]),
      `Ada Lovelace <ada@example.com> 1700000000 +0100
Source-Commit: ${dry}
Renderer-Version: 0.1.0`,
    );
  });
});

Deno.test("render --commit without a change makes no commit, but moves the note", async () => {
  await withFleet(async (fleet) => {
    await fleet.render();
    const head = await fleet.head();
    const dry = await fleet.push({ "notes/README.md": "Nothing to render\n" });
    const { code, stdout } = await fleet.render();
    assertEquals([code, await fleet.head()], [0, head]);
    assertMatch(stdout, /^production: unchanged rendered at /);
    assertEquals(await fleet.note(), { drySha: dry });
  });
});

Deno.test("render --commit works over HTTP", async () => {
  await withFleet(async (fleet) => {
    const repositories = new Map([
      ["fleet.git", { directory: fleet.origin, writable: true }],
    ]);
    await serving(smartHttp({ repositories }), async (origin) => {
      const address = `${origin}/fleet.git`;
      const { code, stderr } = await fleet.render("--source", address);
      assertEquals([code, await fleet.head() !== ""], [0, true], stderr);
      const files = await fleet.rendered(address);
      assertStringIncludes(files.get("hydrator.metadata") ?? "", address);
      await fleet.edit(
        "clusters/eu1.yaml",
        "workersNumber: 4",
        "workersNumber: 6",
      );
      assertEquals((await fleet.render("--source", address)).code, 0);
      const [changed] = await fleet.lastChange();
      assertStringIncludes(changed ?? "", "clusters/prod/eu1/");
    });
  });
});

Deno.test({
  name: "render --commit signs so that git verifies commit and note",
  ignore: !(await requirement("ssh-keygen")),
  async fn() {
    await withFleet(async (fleet) => {
      const key = fleet.path("key");
      const generate = ["-q", "-t", "ed25519", "-N", "", "-C", "ci", "-f", key];
      await new Deno.Command("ssh-keygen", { args: generate }).output();
      const signers = fleet.path("signers");
      const publicKey = await Deno.readTextFile(`${key}.pub`);
      await Deno.writeTextFile(signers, `ci@example.com ${publicKey}`);
      assertEquals((await fleet.render("--signing-key", key)).code, 0);
      for (const commit of ["rendered", "refs/notes/hydrator.metadata"]) {
        const { code, stderr } = await tryPlainGit(fleet.origin, [
          "-c",
          `gpg.ssh.allowedSignersFile=${signers}`,
          "verify-commit",
          commit,
        ]);
        assertEquals([commit, code], [commit, 0], stderr);
        assertStringIncludes(stderr, 'Good "git" signature for ci@example.com');
      }
    });
  },
});

Deno.test("render --commit to an environment that does not exist is wrong usage", async () => {
  await withFleet(async (fleet) => {
    const { code, stderr } = await fleet.render("--environment", "prod");
    assertEquals([code, stderr, await fleet.head()], [
      2,
      'error: Cannot choose environment "prod": there is only "production"\n',
      "",
    ]);
  });
});

Deno.test("render --commit from a branch that vanished touches nothing", async () => {
  await withFleet(async (fleet) => {
    await fleet.render();
    const head = await fleet.head();
    await plainGit(fleet.origin, ["branch", "-m", "main", "trunk"]);
    const { code, stdout, stderr } = await fleet.render();
    assertEquals([code, stdout, await fleet.head()], [1, "", head]);
    assertMatch(stderr, /^error: .*"main".*"rendered", "trunk"\n$/);
  });
});

for (const level of ["capi", "helmrelease", "k0rdent"]) {
  Deno.test(`what Flux reads at level ${level} is whole: lists name the files beside them, paths are there`, async () => {
    await withFleet(async (fleet) => {
      assertEquals((await fleet.render("--apply-level", level)).code, 0);
      assertWhole(await fleet.rendered());
    });
  });
}

Deno.test("render --commit refuses to change the level of a branch with clusters", async () => {
  await withFleet(async (fleet) => {
    await fleet.render();
    const head = await fleet.head();
    const { code, stderr } = await fleet.render("--apply-level", "k0rdent");
    assertEquals([code, await fleet.head()], [1, head]);
    assertStringIncludes(stderr, "[tree/changed-level]");
  });
});

/** Checks what kustomize and Flux's kustomize-controller rely on. */
function assertWhole(files: ReadonlyMap<string, string>): void {
  const paths = [...files.keys()];
  const lists = paths.filter((path) => path.endsWith("/kustomization.yaml"));
  assertEquals(lists.length, 1 + 5 + 3);
  for (const list of lists) {
    const directory = list.slice(0, -"kustomization.yaml".length);
    const { resources } = loadYaml(files.get(list)!) as { resources: string[] };
    const beside = paths.filter((path) =>
      path.startsWith(directory) && path.endsWith(".yaml") && path !== list
    ).map((path) => path.slice(directory.length));
    assertEquals(resources, beside.sort());
  }
  const applied = paths.filter((path) =>
    /^flux\/kustomization\.kustomize\./.test(path)
  );
  for (const path of applied) {
    const { spec } = loadYaml(files.get(path)!) as { spec: { path: string } };
    assert(
      files.has(`${spec.path.replace(/^\.\//, "")}/kustomization.yaml`),
      `${path} leads to ${spec.path}`,
    );
  }
  assertEquals(applied.length, 5 + 3);
}
